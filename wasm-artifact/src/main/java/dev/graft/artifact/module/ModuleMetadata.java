package dev.graft.artifact.module;

import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.TypeTable;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Everything about a module that linking and instantiation need, except what there is
/// one of per function.
///
/// Index spaces begin with the imports; `tables`, `memories`, `globals` and `tags` are
/// the ones that the module defines.
///
/// @param name the module's name from its name section
/// @param types the type section
/// @param imports the imports, in order
/// @param exports the exports, in order
/// @param definedFunctionCount how many functions the module defines
/// @param tables the tables that the module defines
/// @param memories the memories that the module defines
/// @param globals the globals that the module defines
/// @param tags the tags that the module defines
/// @param startFunction the function to call at the end of instantiation
/// @param elementSegments the element segments, by index
/// @param dataSegments the data segments, by index
/// @param memoryImages the initial contents of memories
/// @param code the generated classes
/// @see <a href="https://webassembly.github.io/spec/core/syntax/modules.html">Structure,
/// "Modules"</a>
public record ModuleMetadata(@Nullable String name, TypeTable types, List<Import> imports, List<Export> exports,
		int definedFunctionCount, List<ExternalType.Table> tables, List<ExternalType.Memory> memories,
		List<ExternalType.Global> globals, List<ExternalType.Tag> tags, OptionalInt startFunction,
		List<ElementSegment> elementSegments, List<DataSegment> dataSegments, List<MemoryImage> memoryImages,
		CodeLayout code) {

	/// Copies the lists.
	public ModuleMetadata {
		imports = List.copyOf(imports);
		exports = List.copyOf(exports);
		tables = List.copyOf(tables);
		memories = List.copyOf(memories);
		globals = List.copyOf(globals);
		tags = List.copyOf(tags);
		elementSegments = List.copyOf(elementSegments);
		dataSegments = List.copyOf(dataSegments);
		memoryImages = List.copyOf(memoryImages);
	}

	/// How many imports are of a kind: the index of the first definition of that kind.
	public int importedCount(ExternalKind kind) {
		int count = 0;
		for (Import each : this.imports) {
			if (each.type().kind() == kind) {
				count++;
			}
		}
		return count;
	}

	/// The size of the function index space.
	public int functionCount() {
		return importedCount(ExternalKind.FUNCTION) + this.definedFunctionCount;
	}

}
