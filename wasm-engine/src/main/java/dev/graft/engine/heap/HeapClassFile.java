package dev.graft.engine.heap;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;

import dev.graft.artifact.abi.GeneratedTypes;
import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.PackedType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StorageType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.VectorType;

/// Writes the class files of structure and array types.
final class HeapClassFile {

	private static final int PUBLIC = ClassFile.ACC_PUBLIC;

	private static final int PUBLIC_STATIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;

	private static final MethodTypeDesc CREATE_DEFAULT = MethodTypeDesc
		.ofDescriptor(GeneratedTypes.CREATE_DEFAULT_DESCRIPTOR);

	private final ClassDesc self;

	private final ClassDesc superclass;

	private final boolean isFinal;

	/// @param name the internal name
	/// @param superclass the internal name of the superclass
	/// @param isFinal whether there are no subclasses
	HeapClassFile(String name, String superclass, boolean isFinal) {
		this.self = ClassDesc.ofInternalName(name);
		this.superclass = ClassDesc.ofInternalName(superclass);
		this.isFinal = isFinal;
	}

	private void declare(ClassBuilder type) {
		type.withFlags(this.isFinal ? new AccessFlag[] { AccessFlag.PUBLIC, AccessFlag.FINAL, AccessFlag.SUPER }
				: new AccessFlag[] { AccessFlag.PUBLIC, AccessFlag.SUPER });
		type.withSuperclass(this.superclass);
	}

	// Structures

	/// The class of a structure type.
	/// @param inherited how many of its fields the superclass has
	byte[] structure(StructType structure, int inherited) {
		return ClassFile.of().build(this.self, (type) -> {
			declare(type);
			for (int index = inherited; index < structure.fields().size(); index++) {
				field(type, index, structure.fields().get(index).storage());
			}
			type.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, PUBLIC,
					(code) -> code.aload(0)
						.invokespecial(this.superclass, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
						.return_());
			type.withMethodBody(GeneratedTypes.CREATE_DEFAULT, CREATE_DEFAULT, PUBLIC_STATIC,
					(code) -> newObject(code).areturn());
			if (GeneratedTypes.hasFactory(structure)) {
				type.withMethodBody(GeneratedTypes.CREATE,
						MethodTypeDesc.ofDescriptor(GeneratedTypes.factoryDescriptor(structure)), PUBLIC_STATIC,
						(code) -> create(code, structure.fields()));
			}
		});
	}

	private static void field(ClassBuilder type, int index, StorageType storage) {
		ClassDesc javaType = ClassDesc.ofDescriptor(GeneratedTypes.fieldDescriptor(storage));
		type.withField(GeneratedTypes.field(storage, index), javaType, PUBLIC);
		if (storage == VectorType.V128) {
			type.withField(GeneratedTypes.highField(index), javaType, PUBLIC);
		}
	}

	private CodeBuilder newObject(CodeBuilder code) {
		return code.new_(this.self).dup().invokespecial(this.self, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
	}

	private void create(CodeBuilder code, List<FieldType> fields) {
		newObject(code);
		int slot = 0;
		for (int index = 0; index < fields.size(); index++) {
			StorageType storage = fields.get(index).storage();
			ClassDesc javaType = ClassDesc.ofDescriptor(GeneratedTypes.fieldDescriptor(storage));
			code.dup();
			slot += load(code, storage, slot);
			code.putfield(this.self, GeneratedTypes.field(storage, index), javaType);
			if (storage == VectorType.V128) {
				code.dup().lload(slot).putfield(this.self, GeneratedTypes.highField(index), javaType);
				slot += 2;
			}
		}
		code.areturn();
	}

	/// Loads a parameter, or the low half of a vector, and says how many slots it takes.
	private static int load(CodeBuilder code, StorageType storage, int slot) {
		switch (storage) {
			case PackedType.I8 -> code.iload(slot).i2b();
			case PackedType.I16 -> code.iload(slot).i2s();
			case NumberType.I32 -> code.iload(slot);
			case NumberType.F32 -> code.fload(slot);
			case NumberType.I64 -> code.lload(slot);
			case NumberType.F64 -> code.dload(slot);
			case VectorType vector -> code.lload(slot);
			case ReferenceType reference -> code.aload(slot);
		}
		return switch (storage) {
			case NumberType.I64, NumberType.F64 -> 2;
			case VectorType vector -> 2;
			case NumberType number -> 1;
			case PackedType packed -> 1;
			case ReferenceType reference -> 1;
		};
	}

	// Arrays

	/// The class of an array type.
	byte[] array(ArrayType array) {
		ClassDesc elements = ClassDesc.ofDescriptor(GeneratedTypes.elementsDescriptor(array));
		MethodTypeDesc constructor = MethodTypeDesc.of(ConstantDescs.CD_void, elements);
		return ClassFile.of().build(this.self, (type) -> {
			declare(type);
			type.withMethodBody(ConstantDescs.INIT_NAME, constructor, PUBLIC,
					(code) -> code.aload(0)
						.aload(1)
						.invokespecial(this.superclass, ConstantDescs.INIT_NAME, constructor)
						.return_());
			type.withMethodBody(GeneratedTypes.CREATE,
					MethodTypeDesc.ofDescriptor(GeneratedTypes.factoryDescriptor(array)), PUBLIC_STATIC,
					(code) -> code.new_(this.self)
						.dup()
						.aload(0)
						.invokespecial(this.self, ConstantDescs.INIT_NAME, constructor)
						.areturn());
		});
	}

}
