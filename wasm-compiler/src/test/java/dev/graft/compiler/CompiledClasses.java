package dev.graft.compiler;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.compiler.split.MethodLimits;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The class files that the compiler makes of modules.
public final class CompiledClasses {

	private CompiledClasses() {
	}

	/// Compiles a module.
	/// @return the class files by their names, in the artifact's order
	public static Map<String, byte[]> of(CompileRequest request, MethodLimits limits) {
		Map<String, byte[]> classes = new LinkedHashMap<>();
		byte[] compiled = new WasmCompiler(limits).compile(request);
		try (Artifact artifact = Artifact.of(request.sourceName(), compiled)) {
			for (String name : artifact.classNames()) {
				ByteBuffer classFile = Objects.requireNonNull(artifact.classBytes(name));
				byte[] bytes = new byte[classFile.remaining()];
				classFile.get(bytes);
				classes.put(name, bytes);
			}
		}
		return Collections.unmodifiableMap(classes);
	}

	/// Compiles a module.
	/// @return the methods of all classes, in the artifact's order
	public static Stream<MethodModel> methods(CompileRequest request, MethodLimits limits) {
		return of(request, limits).values()
			.stream()
			.flatMap((classFile) -> ClassFile.of().parse(classFile).methods().stream());
	}

}
