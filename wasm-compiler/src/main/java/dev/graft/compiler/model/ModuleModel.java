package dev.graft.compiler.model;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ModuleSubtyping;
import dev.graft.artifact.type.TypeTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A module as the decoder sees it. Indices are indices of the module's index spaces, in
/// which imports come first; lists named after definitions leave the imports out.
///
/// Only what the decoder has checked holds: indices may still be out of range until the
/// module is validated.
///
/// @see <a href="https://webassembly.github.io/spec/core/syntax/modules.html">Structure,
/// "Modules"</a>
public final class ModuleModel {

	private final String sourceName;

	private final Positions positions;

	private final byte[] bytes;

	private final Set<Feature> features;

	private final TypeTable types;

	private final int typesOffset;

	private final ModuleSubtyping subtyping;

	private final List<ImportDeclaration> imports;

	private final List<ExternalType.Function> importedFunctions;

	private final List<ExternalType.Table> tableTypes;

	private final List<ExternalType.Memory> memoryTypes;

	private final List<ExternalType.Global> globalTypes;

	private final List<ExternalType.Tag> tagTypes;

	private final int[] functionTypeIndices;

	private final List<FunctionBody> bodies;

	private final List<TableDefinition> tables;

	private final List<MemoryDefinition> memories;

	private final List<GlobalDefinition> globals;

	private final List<TagDefinition> tags;

	private final List<ExportDeclaration> exports;

	private final OptionalInt startFunction;

	private final int startOffset;

	private final List<ElementDefinition> elements;

	private final OptionalInt dataCount;

	private final List<DataDefinition> data;

	private final List<CustomSection> customSections;

	private final Names names;

	private final BitSet declaredReferences;

	private ModuleModel(Builder builder) {
		this.sourceName = builder.sourceName;
		this.positions = builder.positions;
		this.bytes = builder.bytes;
		this.features = builder.features;
		this.types = builder.types;
		this.typesOffset = builder.typesOffset;
		this.subtyping = new ModuleSubtyping(builder.types);
		this.imports = List.copyOf(builder.imports);
		this.importedFunctions = imported(ExternalType.Function.class);
		this.tableTypes = join(imported(ExternalType.Table.class),
				builder.tables.stream().map(TableDefinition::type).toList());
		this.memoryTypes = join(imported(ExternalType.Memory.class),
				builder.memories.stream().map(MemoryDefinition::type).toList());
		this.globalTypes = join(imported(ExternalType.Global.class),
				builder.globals.stream().map(GlobalDefinition::type).toList());
		this.tagTypes = join(imported(ExternalType.Tag.class), builder.tags.stream().map(TagDefinition::type).toList());
		this.functionTypeIndices = builder.functionTypeIndices;
		this.bodies = List.copyOf(builder.bodies);
		this.tables = List.copyOf(builder.tables);
		this.memories = List.copyOf(builder.memories);
		this.globals = List.copyOf(builder.globals);
		this.tags = List.copyOf(builder.tags);
		this.exports = List.copyOf(builder.exports);
		this.startFunction = builder.startFunction;
		this.startOffset = builder.startOffset;
		this.elements = List.copyOf(builder.elements);
		this.dataCount = builder.dataCount;
		this.data = List.copyOf(builder.data);
		this.customSections = List.copyOf(builder.customSections);
		this.names = builder.names;
		this.declaredReferences = (BitSet) builder.declaredReferences.clone();
	}

	private <T extends ExternalType> List<T> imported(Class<T> kind) {
		return this.imports.stream().map(ImportDeclaration::type).filter(kind::isInstance).map(kind::cast).toList();
	}

	private static <T> List<T> join(List<T> imported, List<T> defined) {
		List<T> all = new ArrayList<>(imported.size() + defined.size());
		all.addAll(imported);
		all.addAll(defined);
		return List.copyOf(all);
	}

	/// Where the module comes from, for messages.
	public String sourceName() {
		return this.sourceName;
	}

	/// How to tell where something is, for messages.
	public Positions positions() {
		return this.positions;
	}

	/// The binary. Shared, not copied: nobody writes to it.
	public byte[] bytes() {
		return this.bytes;
	}

	/// The features that are on.
	public Set<Feature> features() {
		return this.features;
	}

	/// The type section.
	public TypeTable types() {
		return this.types;
	}

	/// Where the type section's contents begin.
	public int typesOffset() {
		return this.typesOffset;
	}

	/// Which of the module's types are subtypes of which, once its types are known to be
	/// valid.
	public ModuleSubtyping subtyping() {
		return this.subtyping;
	}

	/// All imports, in order.
	public List<ImportDeclaration> imports() {
		return this.imports;
	}

	/// How many functions there are, imported and defined.
	public int functionCount() {
		return this.importedFunctions.size() + this.functionTypeIndices.length;
	}

	/// How many functions are imported; the first that is defined has this index.
	public int importedFunctionCount() {
		return this.importedFunctions.size();
	}

	/// How many functions are defined.
	public int definedFunctionCount() {
		return this.functionTypeIndices.length;
	}

	/// The type index of a function.
	public int functionTypeIndex(int functionIndex) {
		int imported = this.importedFunctions.size();
		if (functionIndex < imported) {
			return this.importedFunctions.get(functionIndex).typeIndex();
		}
		return this.functionTypeIndices[functionIndex - imported];
	}

	/// The type of a function.
	public FunctionType functionType(int functionIndex) {
		return this.types.function(functionTypeIndex(functionIndex));
	}

	/// The code of a function that is defined.
	public FunctionBody body(int functionIndex) {
		return this.bodies.get(functionIndex - this.importedFunctions.size());
	}

	/// The types of all tables, imported and defined.
	public List<ExternalType.Table> tableTypes() {
		return this.tableTypes;
	}

	/// The types of all memories, imported and defined.
	public List<ExternalType.Memory> memoryTypes() {
		return this.memoryTypes;
	}

	/// The types of all globals, imported and defined.
	public List<ExternalType.Global> globalTypes() {
		return this.globalTypes;
	}

	/// The types of all tags, imported and defined.
	public List<ExternalType.Tag> tagTypes() {
		return this.tagTypes;
	}

	/// How many things of a kind are imported.
	public int importedCount(ExternalKind kind) {
		return switch (kind) {
			case FUNCTION -> this.importedFunctions.size();
			case TABLE -> this.tableTypes.size() - this.tables.size();
			case MEMORY -> this.memoryTypes.size() - this.memories.size();
			case GLOBAL -> this.globalTypes.size() - this.globals.size();
			case TAG -> this.tagTypes.size() - this.tags.size();
		};
	}

	/// How many things of a kind there are, imported and defined.
	public int count(ExternalKind kind) {
		return switch (kind) {
			case FUNCTION -> functionCount();
			case TABLE -> this.tableTypes.size();
			case MEMORY -> this.memoryTypes.size();
			case GLOBAL -> this.globalTypes.size();
			case TAG -> this.tagTypes.size();
		};
	}

	/// The tables that are defined.
	public List<TableDefinition> tables() {
		return this.tables;
	}

	/// The memories that are defined.
	public List<MemoryDefinition> memories() {
		return this.memories;
	}

	/// The globals that are defined.
	public List<GlobalDefinition> globals() {
		return this.globals;
	}

	/// The tags that are defined.
	public List<TagDefinition> tags() {
		return this.tags;
	}

	/// All exports, in order.
	public List<ExportDeclaration> exports() {
		return this.exports;
	}

	/// The index of the start function, if there is one.
	public OptionalInt startFunction() {
		return this.startFunction;
	}

	/// Where the start section's contents begin.
	public int startOffset() {
		return this.startOffset;
	}

	/// The element segments.
	public List<ElementDefinition> elements() {
		return this.elements;
	}

	/// What the data count section says, if there is one.
	public OptionalInt dataCount() {
		return this.dataCount;
	}

	/// The data segments.
	public List<DataDefinition> data() {
		return this.data;
	}

	/// The custom sections, in order.
	public List<CustomSection> customSections() {
		return this.customSections;
	}

	/// What the name section says.
	public Names names() {
		return this.names;
	}

	/// Whether a function is referred to outside of function bodies: by an export, an
	/// element segment or an initial value. Only these may become a reference.
	public boolean isDeclaredReference(int functionIndex) {
		return this.declaredReferences.get(functionIndex);
	}

	@Override
	public String toString() {
		return this.sourceName;
	}

	/// Collects the parts of a module while it is decoded.
	public static final class Builder {

		/// No module has more functions, imported and defined.
		private static final int MAXIMUM_FUNCTIONS = 2_000_000;

		private final String sourceName;

		private final Positions positions;

		private final byte[] bytes;

		private final Set<Feature> features;

		private TypeTable types = TypeTable.EMPTY;

		private int typesOffset;

		private final List<ImportDeclaration> imports = new ArrayList<>();

		private int[] functionTypeIndices = new int[0];

		private final List<FunctionBody> bodies = new ArrayList<>();

		private final List<TableDefinition> tables = new ArrayList<>();

		private final List<MemoryDefinition> memories = new ArrayList<>();

		private final List<GlobalDefinition> globals = new ArrayList<>();

		private final List<TagDefinition> tags = new ArrayList<>();

		private final List<ExportDeclaration> exports = new ArrayList<>();

		private OptionalInt startFunction = OptionalInt.empty();

		private int startOffset;

		private final List<ElementDefinition> elements = new ArrayList<>();

		private OptionalInt dataCount = OptionalInt.empty();

		private final List<DataDefinition> data = new ArrayList<>();

		private final List<CustomSection> customSections = new ArrayList<>();

		private Names names = Names.none();

		private final BitSet declaredReferences = new BitSet();

		/// @param sourceName where the module comes from
		/// @param positions how to tell where something is, for messages
		/// @param bytes the binary, taken over
		/// @param features the features that are on
		public Builder(String sourceName, Positions positions, byte[] bytes, Set<Feature> features) {
			this.sourceName = sourceName;
			this.positions = positions;
			this.bytes = bytes;
			this.features = Collections
				.unmodifiableSet(features.isEmpty() ? EnumSet.noneOf(Feature.class) : EnumSet.copyOf(features));
		}

		/// Sets the type section.
		public void types(TypeTable types, int offset) {
			this.types = types;
			this.typesOffset = offset;
		}

		/// Adds an import.
		public void add(ImportDeclaration declaration) {
			this.imports.add(declaration);
		}

		/// Sets the function section.
		public void functionTypeIndices(int[] typeIndices) {
			this.functionTypeIndices = typeIndices.clone();
		}

		/// How many functions the function section has declared so far.
		public int definedFunctionCount() {
			return this.functionTypeIndices.length;
		}

		/// Adds the code of the next function.
		public void add(FunctionBody body) {
			this.bodies.add(body);
		}

		/// The code of the functions that the code section has defined so far.
		public List<FunctionBody> bodies() {
			return Collections.unmodifiableList(this.bodies);
		}

		/// Adds a table.
		public void add(TableDefinition table) {
			this.tables.add(table);
		}

		/// Adds a memory.
		public void add(MemoryDefinition memory) {
			this.memories.add(memory);
		}

		/// Adds a global.
		public void add(GlobalDefinition global) {
			this.globals.add(global);
		}

		/// Adds a tag.
		public void add(TagDefinition tag) {
			this.tags.add(tag);
		}

		/// Adds an export.
		public void add(ExportDeclaration declaration) {
			this.exports.add(declaration);
		}

		/// Sets the start section.
		public void start(int functionIndex, int offset) {
			this.startFunction = OptionalInt.of(functionIndex);
			this.startOffset = offset;
		}

		/// Adds an element segment.
		public void add(ElementDefinition element) {
			this.elements.add(element);
		}

		/// Sets the data count section.
		public void dataCount(int count) {
			this.dataCount = OptionalInt.of(count);
		}

		/// What the data count section has said, if it has been seen.
		public OptionalInt dataCount() {
			return this.dataCount;
		}

		/// Adds a data segment.
		public void add(DataDefinition segment) {
			this.data.add(segment);
		}

		/// How many data segments have been added so far.
		public int dataSegmentCount() {
			return this.data.size();
		}

		/// Adds a custom section.
		public void add(CustomSection section) {
			this.customSections.add(section);
		}

		/// Notes that a function is referred to outside of function bodies.
		/// @param functionIndex its index, which may be anything still
		public void declareReference(int functionIndex) {
			if (functionIndex >= 0 && functionIndex < MAXIMUM_FUNCTIONS) {
				this.declaredReferences.set(functionIndex);
			}
		}

		/// How many functions the module has so far, imported and defined.
		public int functionCount() {
			return this.functionTypeIndices.length + (int) this.imports.stream()
				.filter((declaration) -> declaration.type().kind() == ExternalKind.FUNCTION)
				.count();
		}

		/// The name section, if there is one; of several, the first.
		public Optional<CustomSection> nameSection() {
			return this.customSections.stream().filter((section) -> section.name().equals("name")).findFirst();
		}

		/// Sets what the name section says.
		public void names(Names names) {
			this.names = names;
		}

		/// The module.
		public ModuleModel build() {
			return new ModuleModel(this);
		}

	}

}
