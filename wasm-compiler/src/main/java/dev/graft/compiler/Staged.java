package dev.graft.compiler;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.module.AddressMap;
import dev.graft.artifact.spi.StagedCompilation;
import dev.graft.artifact.spi.UnsupportedFeatureException;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.plan.CompiledGroup;
import dev.graft.compiler.plan.EmittedModule;
import dev.graft.compiler.plan.GeneratedClass;
import dev.graft.compiler.plan.ModuleEmitter;
import dev.graft.compiler.segment.SegmentLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A module whose groups of functions are compiled one by one.
final class Staged implements StagedCompilation {

	private final ModuleModel module;

	private final ModuleEmitter emitter;

	private final ArtifactAssembly assembly;

	private final SegmentLayout segments;

	private final String groupPrefix;

	private final boolean addressMap;

	private final byte[] outline;

	Staged(ModuleModel module, ModuleEmitter emitter, ArtifactAssembly assembly, SegmentLayout segments,
			boolean addressMap) {
		this.module = module;
		this.emitter = emitter;
		this.assembly = assembly;
		this.segments = segments;
		this.addressMap = addressMap;
		EmittedModule outlined = emitter.outline();
		this.groupPrefix = outlined.layout().packageName() + "." + GeneratedNames.FUNCTIONS;
		this.outline = assembly.write(segments, outlined);
	}

	@Override
	public byte[] outline() {
		return this.outline;
	}

	@Override
	public int partCount() {
		return this.emitter.groupCount();
	}

	// Overflow classes have a number of their own behind that of the group.
	@Override
	public int partOf(String binaryName) {
		if (!binaryName.startsWith(this.groupPrefix)) {
			return -1;
		}
		int end = binaryName.indexOf('_', this.groupPrefix.length());
		String number = binaryName.substring(this.groupPrefix.length(), (end >= 0) ? end : binaryName.length());
		try {
			int part = Integer.parseInt(number);
			return (part < partCount()) ? part : -1;
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	@Override
	public int partOf(int functionIndex) {
		boolean defined = functionIndex >= this.module.importedFunctionCount()
				&& functionIndex < this.module.functionCount();
		return defined ? this.emitter.group(functionIndex) : -1;
	}

	@Override
	public Part compile(int number) {
		CompiledGroup compiled = this.emitter.compile(number);
		if (this.emitter.fitsOutline(compiled)) {
			return new Compiled(compiled, compiled, false, firstFunction(number));
		}
		CompiledGroup uncut = this.emitter.compileUncut(number);
		if (!this.emitter.fitsOutline(uncut)) {
			throw new UnsupportedFeatureException(this.module.sourceName(), "functions of group " + number,
					"functions of this shape before the module has been compiled",
					"their parts pass too many values to each other; have the module compiled eagerly");
		}
		return new Compiled(compiled, uncut, true, firstFunction(number));
	}

	private int firstFunction(int part) {
		int low = this.module.importedFunctionCount();
		int high = this.module.functionCount();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (this.emitter.group(middle) < part) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	@Override
	public byte[] complete(List<? extends Part> parts) {
		List<CompiledGroup> groups = new ArrayList<>(parts.size());
		parts.forEach((part) -> groups.add(((Compiled) part).compiled));
		return this.assembly.write(this.segments, this.emitter.assemble(groups));
	}

	/// A group of functions.
	private final class Compiled implements Part {

		private final CompiledGroup compiled;

		private final Map<String, byte[]> classes = new HashMap<>();

		private final boolean forOutlineOnly;

		private final int firstFunction;

		/// @param compiled what goes into the artifact
		/// @param fitting what goes with the outline
		/// @param forOutlineOnly whether that is something else
		Compiled(CompiledGroup compiled, CompiledGroup fitting, boolean forOutlineOnly, int firstFunction) {
			this.compiled = compiled;
			this.firstFunction = firstFunction;
			this.forOutlineOnly = forOutlineOnly;
			for (GeneratedClass each : fitting.classes()) {
				this.classes.put(each.name(), each.toByteArray());
			}
		}

		@Override
		public Map<String, byte[]> classes() {
			return this.classes;
		}

		@Override
		public boolean isForOutlineOnly() {
			return this.forOutlineOnly;
		}

		@Override
		public long wasmOffset(int functionIndex, int line) {
			int[] sites = this.compiled.sites().get(functionIndex - this.firstFunction);
			boolean known = Staged.this.addressMap && line >= 1 && line <= sites.length;
			return known ? Integer.toUnsignedLong(sites[line - 1]) : AddressMap.UNKNOWN;
		}

	}

}
