package dev.graft.compiler;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.module.DataSegment;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.ModuleCompiler;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.plan.EmittedModule;
import dev.graft.compiler.plan.ModuleEmitter;
import dev.graft.compiler.segment.SegmentLayout;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.compiler.validate.ModuleValidator;
import java.util.List;

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
	private static final String VERSION = "0.1.0-4";

	private final MethodLimits limits;

	/// For [java.util.ServiceLoader].
	public WasmCompiler() {
		this(MethodLimits.DEFAULT);
	}

	/// A compiler that cuts functions into methods of another size than usual.
	/// @param limits how large generated methods may become
	public WasmCompiler(MethodLimits limits) {
		this.limits = limits;
	}

	@Override
	public byte[] compile(CompileRequest request) {
		ModuleModel module = ModuleInput.read(request);
		ModuleValidator.validate(module);
		SegmentLayout segments = SegmentLayout.of(module);
		List<DataSegment> data = segments.dataSegments();
		String packageName = GeneratedNames.packageName(request.sourceDigest());
		EmittedModule code = ModuleEmitter.emit(module, request.settings(), packageName,
				(segment) -> data.get(segment).inImage(), this.limits);
		return new ArtifactAssembly(request, VERSION, module).write(segments, code);
	}

	@Override
	public String version() {
		return VERSION;
	}

}
