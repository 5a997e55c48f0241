package dev.graft.artifact.sample;

import dev.graft.artifact.ArtifactWriter;
import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.module.AddressMap;
import dev.graft.artifact.module.CodeLayout;
import dev.graft.artifact.module.DataSegment;
import dev.graft.artifact.module.ElementSegment;
import dev.graft.artifact.module.Export;
import dev.graft.artifact.module.FunctionTable;
import dev.graft.artifact.module.Import;
import dev.graft.artifact.module.MemoryImage;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.module.NameTable;
import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.Limits;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.PackedType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.TypeTable;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import dev.graft.artifact.type.VectorType;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// A module with one of everything.
public final class SampleModule {

	/// The package of its classes.
	public static final String PACKAGE = "graft.wasm.m0123456789abcdef";

	/// A class with `public static int answer()`.
	public static final String FUNCTIONS = PACKAGE + ".Functions0";

	/// The contents of `.wasm.elements`.
	public static final List<Integer> ELEMENTS = List.of(1, ElementSegment.NULL_ITEM, 2);

	/// The contents of `.wasm.data`.
	public static final String DATA = "passive data";

	/// The contents of `.debug_line`.
	public static final String DEBUG_LINE = "line table";

	private SampleModule() {
	}

	/// What the artifact says that it was made from.
	public static Manifest manifest() {
		return Manifest.of("abi-1", "test-1", "interruptible=true address-map=true", Set.of("multi-value", "simd"),
				"ab".repeat(32));
	}

	/// Metadata in which every kind of everything occurs.
	public static ModuleMetadata metadata() {
		return new ModuleMetadata("sample", types(), imports(), exports(), 2,
				List.of(new ExternalType.Table(AddressType.I64, Limits.between(1, 3), ReferenceType.FUNCREF)),
				List.of(ExternalType.Memory.of(Limits.between(1, 4))),
				List.of(new ExternalType.Global(NumberType.F64, true), new ExternalType.Global(VectorType.V128, false)),
				List.of(new ExternalType.Tag(0)), OptionalInt.of(1),
				List.of(new ElementSegment(ReferenceType.FUNCREF, 3, 0),
						new ElementSegment(ReferenceType.EXTERNREF, 7, ElementSegment.COMPUTED)),
				List.of(new DataSegment(0, DATA.length(), false), new DataSegment(0, 0, true)),
				List.of(new MemoryImage(1, 0, MemoryImage.ALIGNMENT, MemoryImage.ALIGNMENT)),
				new CodeLayout(PACKAGE, PACKAGE + ".Instance", PACKAGE + ".Initializer", List.of(FUNCTIONS)));
	}

	/// A row for each of the three functions.
	public static FunctionTable functions() {
		return new FunctionTable.Builder().addImport(0, FunctionTable.NO_SLOT).add(1, 0, 0, 0).add(0, 0, 1, 1).build();
	}

	/// A name for the first and the last function.
	public static NameTable names() {
		return new NameTable.Builder().add(0, "print").add(2, "größe").build();
	}

	/// Sites of the last two functions.
	public static AddressMap addressMap() {
		return new AddressMap.Builder().add(1, new int[] { 100, 107, 103 }).add(2, new int[] { 0xFFFF_FFF0 }).build();
	}

	/// One page of memory contents.
	public static byte[] image() {
		byte[] image = new byte[MemoryImage.ALIGNMENT];
		Arrays.fill(image, 100, 200, (byte) 0x5A);
		return image;
	}

	/// The whole artifact, under another manifest if need be.
	public static byte[] artifact(Manifest manifest) {
		ByteBuffer elements = ByteBuffer.allocate(ELEMENTS.size() * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		ELEMENTS.forEach(elements::putInt);
		return new ArtifactWriter(manifest, metadata()).functions(functions())
			.names(names())
			.addressMap(addressMap())
			.addClass(PACKAGE + ".Instance", emptyClass("Instance"))
			.addClass(FUNCTIONS, classWithAnswer(42))
			.addClass(PACKAGE + ".Initializer", emptyClass("Initializer"))
			.elements(elements.array())
			.data(DATA.getBytes(StandardCharsets.UTF_8))
			.image(image())
			.addDebugSection(".debug_line", DEBUG_LINE.getBytes(StandardCharsets.UTF_8))
			.toByteArray();
	}

	/// The whole artifact.
	public static byte[] artifact() {
		return artifact(manifest());
	}

	private static TypeTable types() {
		CompositeType first = FunctionType.of(List.of(NumberType.I32, NumberType.F32), NumberType.I64);
		CompositeType second = FunctionType.of(List.of(ReferenceType.EXTERNREF),
				new ReferenceType(false, new HeapType.Concrete(1)), VectorType.V128);
		CompositeType structure = new StructType(
				List.of(FieldType.mutable(new ReferenceType(true, new HeapType.Concrete(3))),
						FieldType.immutable(PackedType.I8), FieldType.immutable(NumberType.F64)));
		CompositeType array = new ArrayType(FieldType.mutable(PackedType.I16));
		CompositeType longer = new StructType(
				List.of(FieldType.mutable(new ReferenceType(true, new HeapType.Concrete(3))),
						FieldType.immutable(PackedType.I8), FieldType.immutable(NumberType.F64),
						FieldType.mutable(ReferenceType.EXTERNREF)));
		return TypeTable
			.of(List.of(RecursiveGroup.of(first), new RecursiveGroup(List.of(new SubType(false, List.of(), second))),
					new RecursiveGroup(
							List.of(new SubType(false, List.of(), structure), new SubType(true, List.of(), array))),
					new RecursiveGroup(List.of(new SubType(true, List.of(2), longer)))));
	}

	private static List<Import> imports() {
		return List.of(new Import("env", "print", new ExternalType.Function(0)),
				new Import("env", "memory",
						new ExternalType.Memory(AddressType.I64, Limits.between(2, 1L << 40), true, 0)),
				new Import("env", "table",
						new ExternalType.Table(AddressType.I32, Limits.from(10), ReferenceType.EXTERNREF)),
				new Import("env", "limit", new ExternalType.Global(NumberType.I32, false)),
				new Import("env", "oops", new ExternalType.Tag(0)));
	}

	private static List<Export> exports() {
		return List.of(new Export("run", ExternalKind.FUNCTION, 2), new Export("memory", ExternalKind.MEMORY, 1),
				new Export("", ExternalKind.TABLE, 0), new Export("größe", ExternalKind.GLOBAL, 2),
				new Export("tag", ExternalKind.TAG, 1));
	}

	private static byte[] emptyClass(String simpleName) {
		return ClassFile.of().build(ClassDesc.of(PACKAGE, simpleName), (_) -> {
		});
	}

	private static byte[] classWithAnswer(int answer) {
		return ClassFile.of()
			.build(ClassDesc.of(FUNCTIONS),
					(type) -> type.withMethodBody("answer", MethodTypeDesc.of(ConstantDescs.CD_int),
							ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
							(code) -> code.loadConstant(answer).ireturn()));
	}

}
