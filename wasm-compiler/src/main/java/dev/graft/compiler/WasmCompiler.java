package dev.graft.compiler;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.mapping.ScratchFile;
import dev.graft.artifact.module.DataSegment;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.ModuleCompiler;
import dev.graft.artifact.spi.StagedCompilation;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.plan.CompiledGroup;
import dev.graft.compiler.plan.ModuleEmitter;
import dev.graft.compiler.segment.SegmentLayout;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.compiler.timing.Stage;
import dev.graft.compiler.timing.StageClock;
import dev.graft.compiler.validate.ModuleValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Compiles modules, stage by stage:
///
/// 1. [ModuleInput]: text becomes binary, the binary is decoded;
/// 2. [ModuleValidator]: everything but the function bodies is validated;
/// 3. [SegmentLayout]: memory images and segments are laid out;
/// 4. [ModuleEmitter]: function bodies are validated, lowered and emitted, in parallel;
/// 5. [ArtifactAssembly]: everything goes into one file.
public final class WasmCompiler implements ModuleCompiler {

	/// What [#version] answers. The number after the dash moves with every change to what
	/// is generated, so that caches do not serve what an older compiler has made.
	private static final String VERSION = "0.1.0-49";

	private final MethodLimits limits;

	private final StageClock clock;

	/// For [java.util.ServiceLoader].
	public WasmCompiler() {
		this(MethodLimits.DEFAULT);
	}

	/// A compiler that cuts functions into methods of another size than usual.
	/// @param limits how large generated methods may become
	public WasmCompiler(MethodLimits limits) {
		this(limits, StageClock.NONE);
	}

	/// A compiler that says where its time goes.
	/// @param clock is told when a stage ends
	public WasmCompiler(StageClock clock) {
		this(MethodLimits.DEFAULT, clock);
	}

	private WasmCompiler(MethodLimits limits, StageClock clock) {
		this.limits = limits;
		this.clock = clock;
	}

	@Override
	public byte[] compile(CompileRequest request) {
		long start = this.clock.now();
		ModuleModel module = read(request);
		SegmentLayout segments = SegmentLayout.of(module);
		ModuleEmitter emitter = emitter(request, module, segments);
		this.clock.end(Stage.READ, start);
		List<CompiledGroup> groups = emitter.compileAll();
		long compiled = this.clock.now();
		byte[] artifact = new ArtifactAssembly(request, VERSION, module).write(segments, emitter.assemble(groups));
		this.clock.end(Stage.WRITE, compiled);
		return artifact;
	}

	/// Finished classes wait in a file of their own until all are there.
	@Override
	public void compile(CompileRequest request, Path file) throws IOException {
		long start = this.clock.now();
		ModuleModel module = read(request);
		SegmentLayout segments = SegmentLayout.of(module);
		ModuleEmitter emitter = emitter(request, module, segments);
		this.clock.end(Stage.READ, start);
		Path directory = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent(),
				"a file has a directory");
		try (ScratchFile scratch = ScratchFile.in(directory)) {
			List<CompiledGroup> groups = emitter.compileAll(scratch::keep);
			long compiled = this.clock.now();
			new ArtifactAssembly(request, VERSION, module).write(segments, emitter.assemble(groups), file);
			this.clock.end(Stage.WRITE, compiled);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private static ModuleModel read(CompileRequest request) {
		ModuleModel module = ModuleInput.read(request);
		ModuleValidator.validate(module);
		return module;
	}

	private ModuleEmitter emitter(CompileRequest request, ModuleModel module, SegmentLayout segments) {
		List<DataSegment> data = segments.dataSegments();
		return ModuleEmitter.of(module, request.settings(), GeneratedNames.packageName(request.sourceDigest()),
				(segment) -> data.get(segment).inImage(), this.limits, this.clock);
	}

	/// Empty if functions leave for others in tail position: the code that goes on there
	/// has to know of all of them.
	@Override
	public Optional<StagedCompilation> begin(CompileRequest request) {
		ModuleModel module = read(request);
		SegmentLayout segments = SegmentLayout.of(module);
		ModuleEmitter emitter = emitter(request, module, segments);
		if (emitter.hasTailCalls()) {
			return Optional.empty();
		}
		return Optional.of(new Staged(module, emitter, new ArtifactAssembly(request, VERSION, module), segments,
				request.settings().addressMap()));
	}

	@Override
	public String version() {
		return VERSION;
	}

}
