package dev.graft.spring.plugin;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.engine.ExportType;
import dev.graft.engine.ExternType;
import dev.graft.engine.Module;
import dev.graft.spring.canonical.CanonicalSignature;
import dev.graft.spring.canonical.GuestMemory;
import dev.graft.spring.plugin.WasmPluginMismatchException.Mismatch;
import org.jspecify.annotations.Nullable;

/// Finds the export behind each method of an interface, and tells all that does not fit.
final class InterfaceBinder {

	private static final FunctionType ALLOCATOR_TYPE = FunctionType
		.of(List.of(NumberType.I32, NumberType.I32, NumberType.I32, NumberType.I32), NumberType.I32);

	private final Module module;

	private final PluginVersion version;

	private final int resultLimitBytes;

	private final List<Mismatch> mismatches = new ArrayList<>();

	private final Map<Method, BoundMethod> bound = new HashMap<>();

	InterfaceBinder(Module module, PluginVersion version, int resultLimitBytes) {
		this.module = module;
		this.version = version;
		this.resultLimitBytes = resultLimitBytes;
	}

	/// Binds all methods of an interface.
	void bind(PluginInterface type) {
		type.methods().forEach(this::bind);
	}

	/// All that does not fit.
	List<Mismatch> mismatches() {
		return this.mismatches;
	}

	/// What does.
	Map<Method, BoundMethod> bound() {
		return this.bound;
	}

	private void bind(PluginMethod method) {
		CanonicalSignature signature = method.signature();
		if (signature == null) {
			report(method, String.valueOf(method.problem()), "");
			return;
		}
		Optional<String> export = method.exports().stream().filter((name) -> function(name) != null).findFirst();
		if (export.isPresent()) {
			bind(method, signature, export.get());
		}
		else {
			reportMissing(method, signature);
		}
	}

	private void bind(PluginMethod method, CanonicalSignature signature, String export) {
		FunctionType found = function(export);
		if (!signature.exportType().equals(found)) {
			report(method,
					"the export '%s' is expected to be %s, found %s".formatted(export, signature.exportType(), found),
					"%s crosses as %s".formatted(signature, signature.exportType()));
			return;
		}
		checkMemory(method, signature);
		this.bound.put(method.method(), new BoundMethod(this.version.plugin(), export,
				postReturn(method, signature, export), signature, this.resultLimitBytes));
	}

	private void reportMissing(PluginMethod method, CanonicalSignature signature) {
		String tried = String.join("', '", method.exports());
		List<String> near = NearNames.of(method.exports().getFirst(), functionNames());
		report(method, "the module exports no function '%s' of type %s".formatted(tried, signature.exportType()),
				near.isEmpty() ? "it exports " + listed(functionNames())
						: "did you mean '%s'? Name it with @WasmExport".formatted(String.join("' or '", near)));
	}

	private static String listed(List<String> names) {
		return names.isEmpty() ? "no functions at all" : "'" + String.join("', '", names) + "'";
	}

	private void checkMemory(PluginMethod method, CanonicalSignature signature) {
		boolean memory = signature.passesMemory() || signature.returnsMemory();
		if (memory && !(this.module.export(GuestMemory.MEMORY).orElse(null) instanceof ExternType.Memory)) {
			report(method, "text and bytes travel through memory, but the module exports no memory '"
					+ GuestMemory.MEMORY + "'", "");
		}
		FunctionType allocator = function(GuestMemory.ALLOCATOR);
		if (signature.passesMemory() && !ALLOCATOR_TYPE.equals(allocator)) {
			report(method, "parameters in memory need the export '%s' of type %s, found %s"
				.formatted(GuestMemory.ALLOCATOR, ALLOCATOR_TYPE, (allocator != null) ? allocator : "none"), "");
		}
	}

	/// What is to be called when a result has been read, if the module exports it.
	private @Nullable String postReturn(PluginMethod method, CanonicalSignature signature, String export) {
		String name = "cabi_post_" + export;
		FunctionType expected = new FunctionType(signature.exportType().results(), List.of());
		FunctionType found = function(name);
		if (found == null) {
			return null;
		}
		if (!found.equals(expected)) {
			report(method, "the export '%s' is expected to be %s, found %s".formatted(name, expected, found), "");
		}
		return name;
	}

	private @Nullable FunctionType function(String name) {
		return (this.module.export(name).orElse(null) instanceof ExternType.Function function) ? function.type() : null;
	}

	private List<String> functionNames() {
		return this.module.exports()
			.stream()
			.filter((export) -> export.type() instanceof ExternType.Function)
			.map(ExportType::name)
			.filter((name) -> !name.startsWith("cabi_"))
			.toList();
	}

	private void report(PluginMethod method, String problem, String suggestion) {
		this.mismatches
			.add(new Mismatch(this.version.plugin(), this.version.origin(), method.describe(), problem, suggestion));
	}

}
