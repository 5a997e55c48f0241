package dev.graft.compiler.emit;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.GeneratedTypes;
import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.PackedType;
import dev.graft.artifact.type.StorageType;
import dev.graft.artifact.type.StructType;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.HeapOperation;
import dev.graft.compiler.op.GcOp;
import org.jspecify.annotations.Nullable;

/// Emits instructions on structures and arrays: as accesses to fields of the classes that
/// stand for their types, and to Java arrays.
///
/// For the JVM's verifier every reference is an `Object` that has to be cast before it is
/// used. The cast cannot fail, as the module has been validated.
///
/// @see GeneratedTypes
final class HeapEmitter {

	private static final int BYTE_MASK = 0xFF;

	private static final int SHORT_MASK = 0xFFFF;

	/// An array of constant length is made in place up to this length: no store has a
	/// limit that is so low.
	private static final int SMALL_ARRAY = 1024;

	private final Bytecode code;

	private final CodeNames names;

	private final ExpressionEmitter expressions;

	HeapEmitter(Bytecode code, CodeNames names, ExpressionEmitter expressions) {
		this.code = code;
		this.names = names;
		this.expressions = expressions;
	}

	void emit(HeapOperation node) {
		switch (node.op()) {
			case STRUCT_NEW -> {
				operands(node, 0);
				this.code.invokeStatic(type(node), GeneratedTypes.CREATE,
						GeneratedTypes.factoryDescriptor(structure(node)));
			}
			case STRUCT_NEW_DEFAULT -> this.code.invokeStatic(type(node), GeneratedTypes.CREATE_DEFAULT,
					GeneratedTypes.CREATE_DEFAULT_DESCRIPTOR);
			case STRUCT_GET, STRUCT_GET_S, STRUCT_GET_U -> getField(node);
			case STRUCT_SET -> setField(node);
			case ARRAY_NEW, ARRAY_NEW_DEFAULT, ARRAY_NEW_FIXED, ARRAY_NEW_DATA, ARRAY_NEW_ELEM -> newArray(node);
			case ARRAY_GET, ARRAY_GET_S, ARRAY_GET_U -> getElement(node);
			case ARRAY_SET -> setElement(node);
			case ARRAY_LEN -> length(node);
			case ARRAY_FILL -> {
				operands(node, 0);
				use(node, fill(element(node)));
			}
			case ARRAY_COPY -> {
				operands(node, 0);
				use(node, AbiMethod.ARRAY_COPY);
			}
			case ARRAY_INIT_DATA -> ofSegment(node, AbiMethod.ARRAY_INIT_DATA);
			case ARRAY_INIT_ELEM -> ofSegment(node, AbiMethod.ARRAY_INIT_ELEMENTS);
			case REF_TEST, REF_TEST_NULL -> test(node);
			case REF_CAST, REF_CAST_NULL -> {
				operands(node, 0);
				cast(node);
				this.code.asObject();
			}
			case REF_I31 -> {
				operands(node, 0);
				this.code.use(AbiMethod.I31_OF);
				this.code.asObject();
			}
			case I31_GET_S, I31_GET_U -> scalar(node);
			case ANY_CONVERT_EXTERN, EXTERN_CONVERT_ANY, BR_ON_CAST, BR_ON_CAST_FAIL ->
				throw new IllegalArgumentException("nothing to emit for " + node.op());
		}
	}

	private void operands(HeapOperation node, int from) {
		for (int number = from; number < node.operandCount(); number++) {
			this.expressions.emit(node.operand(number));
		}
	}

	private void line(HeapOperation node) {
		if (node.site() != 0) {
			this.code.line(node.site());
		}
	}

	private void use(HeapOperation node, AbiMethod operator) {
		line(node);
		this.code.use(operator);
	}

	private void ofSegment(HeapOperation node, AbiMethod operator) {
		operands(node, 0);
		this.code.constant(node.other());
		this.code.loadInstance();
		use(node, operator);
	}

	private String type(HeapOperation node) {
		return this.names.typeClass(node.typeIndex());
	}

	private StructType structure(HeapOperation node) {
		return this.names.module().types().structure(node.typeIndex());
	}

	private ArrayType array(HeapOperation node) {
		return this.names.module().types().array(node.typeIndex());
	}

	private StorageType element(HeapOperation node) {
		return array(node).element().storage();
	}

	/// The object that an instruction accesses, known to the verifier as what it is.
	private void object(HeapOperation node) {
		String type = type(node);
		if (!(node.operand(0) instanceof HeapOperation made && type.equals(classOfCast(made)))) {
			this.expressions.emit(node.operand(0));
			this.code.checkCast(type);
			return;
		}
		operands(made, 0);
		cast(made);
	}

	// Structures

	private void getField(HeapOperation node) {
		StorageType storage = structure(node).fields().get(node.other()).storage();
		object(node);
		line(node);
		this.code.getField(type(node), field(node, storage), GeneratedTypes.fieldDescriptor(storage));
		mask(storage, node.op() == GcOp.STRUCT_GET_U);
	}

	private void setField(HeapOperation node) {
		StorageType storage = structure(node).fields().get(node.other()).storage();
		object(node);
		operands(node, 1);
		narrow(storage);
		line(node);
		this.code.putField(type(node), field(node, storage), GeneratedTypes.fieldDescriptor(storage));
	}

	private static String field(HeapOperation node, StorageType storage) {
		return (node.part() == HeapOperation.VectorPart.HIGH) ? GeneratedTypes.highField(node.other())
				: GeneratedTypes.field(storage, node.other());
	}

	private void mask(StorageType storage, boolean unsigned) {
		if (unsigned && storage instanceof PackedType packed) {
			this.code.constant((packed == PackedType.I8) ? BYTE_MASK : SHORT_MASK);
			this.code.add(Instruction.IAND);
		}
	}

	private void narrow(StorageType storage) {
		if (storage instanceof PackedType packed) {
			this.code.add((packed == PackedType.I8) ? Instruction.I2B : Instruction.I2S);
		}
	}

	// Arrays

	private void newArray(HeapOperation node) {
		ArrayAccess access = ArrayAccess.of(element(node));
		switch (node.op()) {
			case ARRAY_NEW_FIXED -> fixedElements(node, access);
			case ARRAY_NEW_DATA -> ofSegment(node, access.ofData());
			case ARRAY_NEW_ELEM -> ofSegment(node, AbiMethod.ARRAY_OBJECTS_OF_ELEMENTS);
			case ARRAY_NEW_DEFAULT -> defaultElements(node, access);
			default -> {
				operands(node, 0);
				this.code.loadInstance();
				use(node, access.filled());
			}
		}
		this.code.invokeStatic(type(node), GeneratedTypes.CREATE, GeneratedTypes.factoryDescriptor(array(node)));
	}

	private void defaultElements(HeapOperation node, ArrayAccess access) {
		operands(node, 0);
		boolean small = node.operand(0) instanceof Constant length && length.bits() >= 0
				&& length.bits() <= SMALL_ARRAY;
		if (small && access != ArrayAccess.VECTOR) {
			this.code.newArray(GeneratedTypes.elementsDescriptor(array(node)));
			return;
		}
		this.code.loadInstance();
		use(node, access.made());
	}

	private void fixedElements(HeapOperation node, ArrayAccess access) {
		this.code.constant(node.operandCount());
		this.code.newArray(GeneratedTypes.elementsDescriptor(array(node)));
		for (int index = 0; index < node.operandCount(); index++) {
			this.code.add(Instruction.DUP);
			this.code.constant(index);
			this.expressions.emit(node.operand(index));
			this.code.add(access.store());
		}
	}

	private void elements(HeapOperation node) {
		object(node);
		line(node);
		this.code.getField(type(node), GeneratedTypes.ELEMENTS, GeneratedTypes.elementsDescriptor(array(node)));
	}

	private void getElement(HeapOperation node) {
		if (node.part() == HeapOperation.VectorPart.PLACE) {
			operands(node, 0);
			use(node, AbiMethod.ARRAY_PLACE);
			return;
		}
		elements(node);
		operands(node, 1);
		line(node);
		this.code.add(ArrayAccess.of(element(node)).load());
		mask(element(node), node.op() == GcOp.ARRAY_GET_U);
	}

	private void setElement(HeapOperation node) {
		elements(node);
		operands(node, 1);
		line(node);
		this.code.add(ArrayAccess.of(element(node)).store());
	}

	private void length(HeapOperation node) {
		if (node.typeIndex() >= 0 && ArrayAccess.of(element(node)) != ArrayAccess.VECTOR) {
			elements(node);
			this.code.add(Instruction.ARRAYLENGTH);
			return;
		}
		operands(node, 0);
		use(node, AbiMethod.ARRAY_LENGTH);
	}

	private static AbiMethod fill(StorageType element) {
		return ArrayAccess.of(element).fill();
	}

	// Scalars

	private void scalar(HeapOperation node) {
		operands(node, 0);
		this.code.checkCast(AbiMethod.I31_VALUE.owner());
		use(node, AbiMethod.I31_VALUE);
		if (node.op() == GcOp.I31_GET_U) {
			this.code.constant(Integer.MAX_VALUE);
			this.code.add(Instruction.IAND);
		}
	}

	// Tests and casts

	/// The class that a cast casts to, null if that is not what it does.
	private @Nullable String classOfCast(HeapOperation node) {
		return (node.op() == GcOp.REF_CAST || node.op() == GcOp.REF_CAST_NULL) ? classOf(node.target()) : null;
	}

	/// The class of a structure or array type.
	private @Nullable String classOf(@Nullable HeapType type) {
		return (type instanceof HeapType.Concrete concrete && !isFunction(concrete))
				? this.names.typeClass(concrete.typeIndex()) : null;
	}

	private boolean isFunction(HeapType.Concrete type) {
		return this.names.module().types().types().get(type.typeIndex()).composite() instanceof FunctionType;
	}

	private void test(HeapOperation node) {
		operands(node, 0);
		String type = classOf(node.target());
		if (type != null) {
			this.code.instanceOf(type);
			return;
		}
		switch (node.target()) {
			case HeapType.Concrete function -> {
				this.code.constant(function.typeIndex());
				this.code.loadInstance();
				this.code.use(AbiMethod.IS_FUNCTION);
			}
			case HeapType.Abstract.EQ -> this.code.use(AbiMethod.IS_EQ);
			case HeapType.Abstract.I31 -> this.code.use(AbiMethod.IS_I31);
			case HeapType.Abstract.STRUCT -> this.code.use(AbiMethod.IS_STRUCT);
			case HeapType.Abstract.ARRAY -> this.code.use(AbiMethod.IS_ARRAY);
			case null, default -> throw new IllegalArgumentException("a test for " + node.target() + " is none");
		}
	}

	private void cast(HeapOperation node) {
		line(node);
		if (node.op() == GcOp.REF_CAST) {
			this.code.use(AbiMethod.CAST_NOT_NULL);
		}
		String type = classOf(node.target());
		if (type != null) {
			this.code.checkCast(type);
			return;
		}
		switch (node.target()) {
			case HeapType.Concrete function -> {
				this.code.constant(function.typeIndex());
				this.code.loadInstance();
				this.code.use(AbiMethod.CAST_FUNCTION);
			}
			case HeapType.Abstract.EQ -> this.code.use(AbiMethod.CAST_EQ);
			case HeapType.Abstract.I31 -> this.code.use(AbiMethod.CAST_I31);
			case HeapType.Abstract.STRUCT -> this.code.use(AbiMethod.CAST_STRUCT);
			case HeapType.Abstract.ARRAY -> this.code.use(AbiMethod.CAST_ARRAY);
			case HeapType.Abstract.NONE, HeapType.Abstract.NOFUNC, HeapType.Abstract.NOEXTERN,
					HeapType.Abstract.NOEXN ->
				this.code.use(AbiMethod.CAST_ONLY_NULL);
			case HeapType.Abstract.ANY, HeapType.Abstract.FUNC, HeapType.Abstract.EXTERN, HeapType.Abstract.EXN -> {
				// Everything but null is one.
			}
			case null, default -> throw new IllegalArgumentException("a cast to " + node.target() + " is none");
		}
	}

}
