package dev.graft.engine.load;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.ArtifactWriter;
import dev.graft.artifact.abi.AbiVersion;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.module.AddressMap;
import dev.graft.artifact.module.CodeLayout;
import dev.graft.artifact.module.FunctionTable;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.module.NameTable;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.TypeTable;
import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.abi.FunctionReference;
import dev.graft.engine.abi.GlobalCell;
import dev.graft.engine.abi.InstanceSeed;
import dev.graft.engine.abi.LinearMemory;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.abi.RuntimeType;
import dev.graft.engine.abi.TableInstance;
import dev.graft.engine.abi.TagInstance;
import dev.graft.engine.abi.TrapException;
import dev.graft.engine.abi.TrapOps;

/// An artifact as the compiler makes them, written by hand so that it can be made wrong
/// in every way.
///
/// Its functions, all of type `[i32 i32] -> [i32]`: 0 `add`; 1 `fail`, which calls 2 in a
/// piece of its own; 2 `stop`, unreachable; 3 `endless`, which calls itself; 4, which
/// divides and has no name.
public final class SampleCode {

	/// The package of the classes.
	public static final String PACKAGE = GeneratedNames.packageName("0123456789abcdef" + "00".repeat(24));

	/// The class of the instance.
	public static final ClassDesc INSTANCE = ClassDesc.of(PACKAGE, GeneratedNames.INSTANCE);

	/// The class of the functions.
	public static final ClassDesc FUNCTIONS = ClassDesc.of(PACKAGE, GeneratedNames.functions(0));

	/// The Java type of the functions.
	public static final MethodTypeDesc FUNCTION = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int,
			ConstantDescs.CD_int, INSTANCE);

	private static final int PUBLIC_STATIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;

	private static final List<String> NAMES = List.of("add", "fail", "stop", "endless");

	private final Map<String, byte[]> classes = new LinkedHashMap<>();

	/// A sound artifact.
	public SampleCode() {
		putClass(INSTANCE, SampleCode::instance);
		putClass(FUNCTIONS, SampleCode::functions);
	}

	/// Replaces a class.
	public SampleCode putClass(ClassDesc name, Consumer<ClassBuilder> contents) {
		return putClass(name, ClassFile.of().build(name, contents));
	}

	/// Replaces a class.
	public SampleCode putClass(ClassDesc name, byte[] classFile) {
		this.classes.put(name.packageName() + "." + name.displayName(), classFile);
		return this;
	}

	/// What an instance class has.
	public static void instance(ClassBuilder type) {
		ClassDesc superclass = describe(ModuleInstance.class);
		MethodTypeDesc constructor = MethodTypeDesc.of(ConstantDescs.CD_void, describe(InstanceSeed.class));
		type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
		type.withSuperclass(superclass);
		type.withField("g0", ConstantDescs.CD_int, ClassFile.ACC_PUBLIC);
		type.withMethodBody(ConstantDescs.INIT_NAME, constructor, ClassFile.ACC_PUBLIC,
				(code) -> code.aload(0)
					.aload(1)
					.invokespecial(superclass, ConstantDescs.INIT_NAME, constructor)
					.return_());
	}

	/// What a class of functions has.
	public static void functions(ClassBuilder type) {
		type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
		function(type, "add#0", (code) -> code.iload(0).iload(1).iadd().ireturn());
		function(type, "fail#1",
				(code) -> code.lineNumber(1)
					.iload(0)
					.iload(1)
					.aload(2)
					.invokestatic(FUNCTIONS, "fail#1$1", FUNCTION)
					.ireturn());
		function(type, "fail#1$1",
				(code) -> code.lineNumber(2)
					.iload(0)
					.iload(1)
					.aload(2)
					.invokestatic(FUNCTIONS, "stop#2", FUNCTION)
					.ireturn());
		function(type, "stop#2",
				(code) -> code.lineNumber(1)
					.invokestatic(describe(TrapOps.class), "unreachable",
							MethodTypeDesc.of(describe(TrapException.class)))
					.athrow());
		function(type, "endless#3",
				(code) -> code.lineNumber(1)
					.iload(0)
					.iload(1)
					.aload(2)
					.invokestatic(FUNCTIONS, "endless#3", FUNCTION)
					.ireturn());
		function(type, "f#4", (code) -> code.lineNumber(1).iload(0).iload(1).idiv().ireturn());
	}

	/// Adds a method that looks like a function.
	public static void function(ClassBuilder type, String name, Consumer<CodeBuilder> code) {
		type.withMethodBody(name, FUNCTION, PUBLIC_STATIC, code);
	}

	/// The artifact.
	public Artifact artifact() {
		TypeTable types = TypeTable.of(List
			.of(TypeTable.RecursiveGroup.of(FunctionType.of(List.of(NumberType.I32, NumberType.I32), NumberType.I32))));
		CodeLayout layout = new CodeLayout(PACKAGE, PACKAGE + "." + GeneratedNames.INSTANCE, null,
				List.of(PACKAGE + "." + GeneratedNames.functions(0)));
		ModuleMetadata metadata = new ModuleMetadata("sample", types, List.of(), List.of(), NAMES.size() + 1, List.of(),
				List.of(), List.of(), List.of(), OptionalInt.empty(), List.of(), List.of(), List.of(), layout);
		ArtifactWriter writer = new ArtifactWriter(manifest(), metadata);
		FunctionTable.Builder functions = new FunctionTable.Builder();
		NameTable.Builder names = new NameTable.Builder();
		AddressMap.Builder addresses = new AddressMap.Builder();
		for (int index = 0; index <= NAMES.size(); index++) {
			functions.add(0, 0, index, 0);
			addresses.add(index, new int[] { 100 * index + 10, 100 * index + 20 });
		}
		for (int index = 0; index < NAMES.size(); index++) {
			names.add(index, NAMES.get(index));
		}
		writer.functions(functions.build()).names(names.build()).addressMap(addresses.build());
		this.classes.forEach(writer::addClass);
		return Artifact.of("sample.artifact", writer.toByteArray());
	}

	/// The artifact, loaded.
	public LoadedModule load() {
		try (Artifact artifact = artifact()) {
			return LoadedModule.load("sample.wasm", artifact, List.of(new RuntimeType(null) {
			}), MemoryAccess.FOREIGN);
		}
	}

	/// A new instance.
	public static ModuleInstance instantiate(LoadedModule module) {
		return module.newInstance(new InstanceSeed(module, new ExecutionContext(), new FunctionReference[0],
				new LinearMemory[0], new TableInstance[0], new TagInstance[0], new GlobalCell[0]));
	}

	/// Calls a function.
	public static int call(ModuleInstance instance, int function, int left, int right) throws Throwable {
		return (int) instance.functionReference(function).handle().invokeExact(left, right, (ModuleInstance) null);
	}

	private static Manifest manifest() {
		return Manifest.of(AbiVersion.CURRENT, "test", "", Set.of(), "0123456789abcdef" + "00".repeat(24));
	}

	/// The description of a class of the engine.
	public static ClassDesc describe(Class<?> type) {
		return type.describeConstable().orElseThrow();
	}

}
