package dev.graft.engine.link;

import java.util.ArrayList;
import java.util.List;

import dev.graft.artifact.module.Import;
import dev.graft.artifact.type.ExternalType;
import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.abi.FunctionReference;
import org.jspecify.annotations.Nullable;

/// The imports of a module, found and checked: by index space, in order. Shared by all
/// instances that are made with them.
///
/// @param functions the functions
/// @param memories the memories
/// @param tables the tables
/// @param globals the globals
/// @param tags the tags
/// @param home the context of the store that all of them live in, null if they live in
/// none
@SuppressWarnings("ArrayRecordComponent") // shared with generated code, which reads an
											// array; never compared
public record ResolvedImports(FunctionReference[] functions, List<ExternalInstance.Memory> memories,
		List<ExternalInstance.Table> tables, List<ExternalInstance.Global> globals, List<ExternalInstance.Tag> tags,
		@Nullable ExecutionContext home) {

	/// Looks up all imports.
	/// @param imports what the module asks for
	/// @param types the module's types
	/// @param definitions what there is
	/// @param unsatisfied collects what is missing or does not match
	/// @return the imports, usable only if nothing was collected
	/// @throws IllegalArgumentException if the imports live in more than one store
	public static ResolvedImports resolve(List<Import> imports, ModuleTypes types, Definitions definitions,
			List<Mismatch> unsatisfied) {
		List<ExternalInstance> found = new ArrayList<>();
		for (Import each : imports) {
			ImportName name = new ImportName(each.module(), each.name());
			ExternalInstance instance = definitions.get(name);
			if (instance != null && ImportMatching.matches(each.type(), types, instance)
					&& keeps(instance, each.type())) {
				found.add(instance);
			}
			else {
				unsatisfied.add(new Mismatch(each, instance));
			}
		}
		return of(found);
	}

	// A memory can be reset between now and the call of an instance.
	private static boolean keeps(ExternalInstance instance, ExternalType wanted) {
		return !(instance instanceof ExternalInstance.Memory found && wanted instanceof ExternalType.Memory memory)
				|| found.memory().keep(memory.minimumBytes());
	}

	private static ResolvedImports of(List<ExternalInstance> found) {
		FunctionReference[] functions = all(ExternalInstance.Function.class, found).stream()
			.map(ExternalInstance.Function::reference)
			.toArray(FunctionReference[]::new);
		linkHostFunctions(functions);
		return new ResolvedImports(functions, all(ExternalInstance.Memory.class, found),
				all(ExternalInstance.Table.class, found), all(ExternalInstance.Global.class, found),
				all(ExternalInstance.Tag.class, found), home(found));
	}

	private static void linkHostFunctions(FunctionReference[] functions) {
		for (FunctionReference function : functions) {
			if (function.owner == null) {
				function.handle();
			}
		}
	}

	private static <T> List<T> all(Class<T> kind, List<ExternalInstance> found) {
		return found.stream().filter(kind::isInstance).map(kind::cast).toList();
	}

	@SuppressWarnings("ReferenceEquality") // a store has one context
	private static @Nullable ExecutionContext home(List<ExternalInstance> found) {
		ExecutionContext home = null;
		for (ExternalInstance each : found) {
			ExecutionContext other = each.home();
			if (home != null && other != null && home != other) {
				throw new IllegalArgumentException("its imports live in different stores");
			}
			home = (home != null) ? home : other;
		}
		return home;
	}

	/// An import that is missing or does not match.
	/// @param wanted the import
	/// @param found what has its name, null if nothing has
	public record Mismatch(Import wanted, @Nullable ExternalInstance found) {
	}

}
