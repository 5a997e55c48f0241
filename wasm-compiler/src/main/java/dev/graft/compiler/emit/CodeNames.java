package dev.graft.compiler.emit;

import java.util.BitSet;
import java.util.Map;
import java.util.Objects;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.CallTargets;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.abi.GeneratedTypes;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.TypeDigests;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.model.ExportDeclaration;
import dev.graft.compiler.model.ModuleModel;
import org.jspecify.annotations.Nullable;

/// What the generated classes, methods and fields of a module are called, where each
/// function is, and by which members memories are reached. Thread-safe; nothing that it
/// answers changes.
public final class CodeNames {

	/// The descriptor of a memory's field.
	public static final String MEMORY = "L" + AbiMethod.PACKAGE + "LinearMemory;";

	/// The descriptor of a table's field.
	public static final String TABLE = "L" + AbiMethod.PACKAGE + "TableInstance;";

	/// The internal name of the class of references to functions.
	public static final String FUNCTION_REFERENCE = AbiMethod.PACKAGE + "FunctionReference";

	/// The internal name of the superclass of instances.
	public static final String MODULE_INSTANCE = AbiMethod.PACKAGE + "ModuleInstance";

	/// So many functions' methods are kept: a power of two.
	private static final int CALLEES = 1 << 11;

	private final ModuleModel module;

	private final boolean debugNames;

	private final MemoryAccess memoryAccess;

	private final String packagePath;

	private final String instance;

	private final String sourceFile;

	private final int[] groups;

	private final int[] canonicalTypes;

	private final Map<Integer, FewFunctions> fewFunctions;

	/// Null if there are no types but those of functions.
	private final @Nullable TypeDigests digests;

	private final BitSet cells = new BitSet();

	private final FarGlobals farGlobals;

	/// The functions that have been called lately, each at the place that its index ends
	/// with. Threads may overwrite each other's.
	private final @Nullable Callee[] callees = new @Nullable Callee[CALLEES];

	/// @param module the module
	/// @param packageName the package of its classes
	/// @param settings whether methods carry the names of the name section, and by which
	/// means they reach memories
	/// @param groups the group that each defined function belongs to
	/// @param canonicalTypes for each type the first one that is equal to it
	/// @param fewFunctions the functions of types, of those that are equal the first, of
	/// which there are so few that a method with a switch over them calls them
	public CodeNames(ModuleModel module, String packageName, CompilerSettings settings, int[] groups,
			int[] canonicalTypes, Map<Integer, FewFunctions> fewFunctions) {
		this.module = module;
		this.debugNames = settings.debugNames();
		this.memoryAccess = settings.memoryAccess();
		this.packagePath = packageName.replace('.', '/') + "/";
		this.instance = internalName(GeneratedNames.INSTANCE);
		this.sourceFile = GeneratedNames.sourceFile(this.debugNames ? module.names().moduleName() : null, packageName);
		this.groups = groups;
		this.canonicalTypes = canonicalTypes;
		this.fewFunctions = fewFunctions;
		this.digests = module.types().isPlain() ? null : TypeDigests.of(module.types());
		this.cells.set(0, module.importedCount(ExternalKind.GLOBAL));
		for (ExportDeclaration export : module.exports()) {
			if (export.kind() == ExternalKind.GLOBAL) {
				this.cells.set(export.index());
			}
		}
		this.farGlobals = new FarGlobals(module, this.cells);
	}

	/// The module.
	public ModuleModel module() {
		return this.module;
	}

	/// How many bytes the code of all functions takes in the module.
	int codeBytes() {
		int first = this.module.importedFunctionCount();
		int last = this.module.functionCount() - 1;
		return (first > last) ? 0 : this.module.body(last).endOffset() - this.module.body(first).offset();
	}

	/// By which means code reaches memories.
	public MemoryAccess memoryAccess() {
		return this.memoryAccess;
	}

	/// What stack traces show as the source.
	public String sourceFile() {
		return this.sourceFile;
	}

	/// The internal name of a class of the module.
	public String internalName(String simpleName) {
		return this.packagePath + simpleName;
	}

	/// The internal name of the instance class.
	public String instance() {
		return this.instance;
	}

	/// The number of the group that a defined function belongs to.
	public int group(int functionIndex) {
		return this.groups[functionIndex - this.module.importedFunctionCount()];
	}

	/// The internal name of the class that holds a defined function.
	public String functionOwner(int functionIndex) {
		return internalName(GeneratedNames.functions(group(functionIndex)));
	}

	/// The method of a defined function.
	public String functionName(int functionIndex) {
		return GeneratedNames.function(functionIndex,
				this.debugNames ? this.module.names().functionName(functionIndex) : null);
	}

	/// What calls a defined function.
	Callee callee(int functionIndex) {
		int place = functionIndex & CALLEES - 1;
		Callee known = this.callees[place];
		if (known == null || known.functionIndex != functionIndex) {
			known = new Callee(functionIndex, functionOwner(functionIndex), functionName(functionIndex),
					functionDescriptor(this.module.functionType(functionIndex)));
			this.callees[place] = known;
		}
		return known;
	}

	/// The internal name of the class of a structure or array type.
	public String typeClass(int typeIndex) {
		return GeneratedTypes.className(this.module.types().types().get(typeIndex).composite(),
				Objects.requireNonNull(this.digests).get(typeIndex));
	}

	/// The descriptor of a function's method.
	public String functionDescriptor(FunctionType type) {
		return GeneratedSignatures.descriptor(type, instance());
	}

	/// The descriptor of the method handle of a function.
	public static String handleDescriptor(FunctionType type) {
		return GeneratedSignatures.descriptor(type, MODULE_INSTANCE);
	}

	/// The internal name of the class of what is called, where that is known only when
	/// the call happens.
	public String targetOwner(FunctionType type) {
		return internalName(CallTargets.className(type));
	}

	/// Whether the functions of a type are called by a method with a switch over them,
	/// and not by one that finds what is to be called.
	public boolean isSwitched(int typeIndex) {
		return this.fewFunctions.containsKey(this.canonicalTypes[typeIndex]);
	}

	/// The functions of a type of which there are few.
	FewFunctions fewFunctions(int typeIndex) {
		return Objects.requireNonNull(this.fewFunctions.get(this.canonicalTypes[typeIndex]));
	}

	/// Whether what is called is found, or called, by a method beside the call, and not
	/// by one for all calls of the type.
	public boolean isFoundInPlace(Target.Indirect target) {
		int type = target.typeIndex();
		return target.tableIndex() == Target.Indirect.REFERENCE
				&& (!isSwitched(type) || fewFunctions(type).areSeveral());
	}

	/// The descriptor of the method that calls, or finds, a function of a type: the index
	/// in the table, or the reference, comes first.
	/// @param tableIndex the table, or [Target.Indirect#REFERENCE]
	public String dispatcherDescriptor(int typeIndex, int tableIndex) {
		FunctionType type = this.module.types().function(typeIndex);
		Kind operand = (tableIndex == Target.Indirect.REFERENCE) ? Kind.REFERENCE : Kind.INT;
		return "(" + operand.descriptor() + (isSwitched(typeIndex) ? functionDescriptor(type).substring(1)
				: "L" + instance() + ";)L" + targetOwner(type) + ";");
	}

	/// The internal name of the class that holds the dispatchers of a type. A class for
	/// each type, so that only those of types that are called are loaded.
	public String dispatcherOwner(int typeIndex) {
		return internalName(GeneratedNames.dispatch(this.canonicalTypes[typeIndex]));
	}

	/// The method that calls, or finds, a function of a type.
	/// @param tableIndex the table, or [Target.Indirect#REFERENCE]
	public String dispatcherName(int typeIndex, int tableIndex) {
		int type = this.canonicalTypes[typeIndex];
		return (tableIndex == Target.Indirect.REFERENCE) ? GeneratedNames.referenceDispatcher(type)
				: GeneratedNames.dispatcher(type, tableIndex);
	}

	/// The internal name of the class that leaves the arguments of a type in the context.
	public String tailArgumentsOwner(int typeIndex) {
		return internalName(GeneratedNames.tailArguments(this.canonicalTypes[typeIndex]));
	}

	/// The descriptor of the method that leaves the arguments of a type in the context.
	public String tailArgumentsDescriptor(FunctionType type) {
		String descriptor = functionDescriptor(type);
		return descriptor.substring(0, descriptor.indexOf(')') + 1) + "V";
	}

	/// The globals that are no fields of the instance.
	public FarGlobals farGlobals() {
		return this.farGlobals;
	}

	/// Whether a global is visible outside and so in a cell of its own.
	public boolean isCell(int globalIndex) {
		return this.cells.get(globalIndex);
	}

	/// What a global holds.
	public Kind globalKind(int globalIndex) {
		return Kind.of(this.module.globalTypes().get(globalIndex).valueType());
	}

	/// The descriptor of a global's field.
	public String globalDescriptor(int globalIndex) {
		Kind kind = globalKind(globalIndex);
		return isCell(globalIndex) ? "L" + cellType(kind) + ";"
				: ((kind == Kind.VECTOR) ? Kind.LONG : kind).descriptor();
	}

	/// The internal name of the class of cells of a kind.
	public static String cellType(Kind kind) {
		return cellValue(kind, false).owner();
	}

	/// The value of a cell of a kind.
	/// @param high whether it is the upper half of a vector
	public static AbiMethod cellValue(Kind kind, boolean high) {
		return switch (kind) {
			case INT -> AbiMethod.INT_CELL_VALUE;
			case LONG -> AbiMethod.LONG_CELL_VALUE;
			case FLOAT -> AbiMethod.FLOAT_CELL_VALUE;
			case DOUBLE -> AbiMethod.DOUBLE_CELL_VALUE;
			case VECTOR -> high ? AbiMethod.VECTOR_CELL_HIGH : AbiMethod.VECTOR_CELL_LOW;
			case REFERENCE -> AbiMethod.REFERENCE_CELL_VALUE;
			case REGISTER, SHORT_REGISTER, INT_REGISTER, LONG_REGISTER, FLOAT_REGISTER, DOUBLE_REGISTER, BITS,
					REFERENCES, FRAME, VOID ->
				throw new IllegalArgumentException("no global holds " + kind);
		};
	}

	/// The field of the instance in which a variable lives.
	public static String home(Kind kind, int index) {
		return "home" + kind.descriptor() + index;
	}

	/// The field of the instance through which pieces of a function pass a value.
	public static String transfer(Kind kind, int index) {
		return switch (kind) {
			case INT -> "transferI";
			case LONG -> "transferJ";
			case FLOAT -> "transferF";
			case DOUBLE -> "transferD";
			case REFERENCE -> "transferL";
			case REGISTER -> "transferV";
			case SHORT_REGISTER -> "transferShorts";
			case INT_REGISTER -> "transferInts";
			case LONG_REGISTER -> "transferLongs";
			case FLOAT_REGISTER -> "transferFloats";
			case DOUBLE_REGISTER -> "transferDoubles";
			case BITS -> "transferBits";
			case REFERENCES -> "transferReferences";
			case FRAME -> "transferFrame";
			case VECTOR, VOID -> throw new IllegalArgumentException("no value to pass is " + kind);
		} + index;
	}

	/// The method of a defined function.
	///
	/// @param functionIndex the function
	/// @param owner the internal name of its class
	/// @param name its name
	/// @param descriptor its type
	record Callee(int functionIndex, String owner, String name, String descriptor) {
	}

}
