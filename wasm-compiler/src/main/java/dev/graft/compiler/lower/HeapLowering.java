package dev.graft.compiler.lower;

import java.util.function.IntSupplier;

import dev.graft.artifact.abi.GeneratedTypes;
import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.VectorType;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.HeapOperation;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorOfHalves;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.GcOp;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Lowers instructions on structures and arrays.
///
/// What is known of a reference is used here: an access to an object that is certainly
/// there does not trap.
final class HeapLowering {

	/// With more elements than that, an array is made first and filled then, so that no
	/// statement is too large for a method.
	private static final int MOST_ELEMENTS_IN_PLACE = 24;

	private final ModuleModel module;

	private final OperandStack stack;

	private final IntSupplier site;

	/// @param module the module
	/// @param stack where operands come from and results go
	/// @param site tells where the instruction is
	HeapLowering(ModuleModel module, OperandStack stack, IntSupplier site) {
		this.module = module;
		this.stack = stack;
		this.site = site;
	}

	/// An instruction on a structure or array.
	/// @param object the type of the object, null if one is made
	void aggregate(GcOp op, int typeIndex, int other, @Nullable ReferenceType object) {
		int trap = (object != null && object.nullable()) ? Effects.TRAPS : Effects.NONE;
		switch (op) {
			case STRUCT_NEW -> newStructure(typeIndex);
			case STRUCT_NEW_DEFAULT -> push(op, typeIndex, 0, Kind.REFERENCE, Effects.NONE, 0);
			case STRUCT_GET, STRUCT_GET_S, STRUCT_GET_U -> getField(op, typeIndex, other, trap);
			case STRUCT_SET -> {
				Expression[] operands = this.stack.pop(2);
				setField(typeIndex, other, trap, operands[0], operands[1]);
			}
			case ARRAY_NEW -> push(op, typeIndex, 0, Kind.REFERENCE, Effects.TRAPS, 2);
			case ARRAY_NEW_DEFAULT -> push(op, typeIndex, 0, Kind.REFERENCE, Effects.TRAPS, 1);
			case ARRAY_NEW_FIXED -> newFixedArray(typeIndex, other);
			case ARRAY_NEW_DATA, ARRAY_NEW_ELEM -> push(op, typeIndex, other, Kind.REFERENCE,
					Effects.TRAPS | Effects.READS_MEMORY | Effects.READS_TABLE, 2);
			case ARRAY_GET, ARRAY_GET_S, ARRAY_GET_U -> {
				keepOrder(2, trap);
				getElement(op, typeIndex);
			}
			case ARRAY_SET -> {
				keepOrder(3, trap);
				setElement(typeIndex);
			}
			case ARRAY_LEN -> push(op, arrayType(object), 0, Kind.INT, trap, 1);
			case ARRAY_FILL -> run(op, typeIndex, 0, Effects.WRITES_HEAP | Effects.TRAPS, 4);
			case ARRAY_COPY -> run(op, typeIndex, other, Effects.WRITES_HEAP | Effects.READS_HEAP | Effects.TRAPS, 5);
			case ARRAY_INIT_DATA, ARRAY_INIT_ELEM -> run(op, typeIndex, other,
					Effects.WRITES_HEAP | Effects.READS_MEMORY | Effects.READS_TABLE | Effects.TRAPS, 4);
			default -> throw new IllegalArgumentException(op + " is not about structures and arrays");
		}
	}

	/// Whether an instruction may take as long as there are elements, so that somebody
	/// may want to stop the guest after it.
	static boolean mayTakeLong(GcOp op) {
		return switch (op) {
			case ARRAY_NEW, ARRAY_NEW_DEFAULT, ARRAY_NEW_DATA, ARRAY_NEW_ELEM, ARRAY_FILL, ARRAY_COPY, ARRAY_INIT_DATA,
					ARRAY_INIT_ELEM ->
				true;
			default -> false;
		};
	}

	// Vectors are passed by halves.
	private Expression[] operands(int count) {
		return VectorHalves.of(this.stack.pop(count));
	}

	private void push(GcOp op, int typeIndex, int other, Kind kind, int effects, int operands) {
		this.stack.push(HeapOperation.of(op, typeIndex, other, kind, effects, site(effects), operands(operands)));
	}

	private void run(GcOp op, int typeIndex, int other, int effects, int operands) {
		run(HeapOperation.of(op, typeIndex, other, Kind.VOID, effects, site(effects), operands(operands)));
	}

	private void run(HeapOperation instruction) {
		this.stack.emit(new Evaluate(instruction));
	}

	private int site(int effects) {
		return ((effects & Effects.TRAPS) != 0) ? this.site.getAsInt() : 0;
	}

	private void getField(GcOp op, int typeIndex, int field, int trap) {
		FieldType type = this.module.types().structure(typeIndex).fields().get(field);
		int effects = trap | readEffects(type);
		if (type.storage() != VectorType.V128) {
			push(op, typeIndex, field, Kind.of(type.storage().unpacked()), effects, 1);
			return;
		}
		Expression object = kept(this.stack.pop());
		HeapOperation low = HeapOperation.of(op, typeIndex, field, Kind.LONG, effects, site(effects), object);
		this.stack.push(new VectorOfHalves(low, low.high(object)));
	}

	private static int readEffects(FieldType type) {
		return type.mutable() ? Effects.READS_HEAP : Effects.NONE;
	}

	private void setField(int typeIndex, int field, int trap, Expression object, Expression value) {
		int effects = Effects.WRITES_HEAP | trap;
		if (value.kind() != Kind.VECTOR) {
			run(HeapOperation.of(GcOp.STRUCT_SET, typeIndex, field, Kind.VOID, effects, site(effects), object, value));
			return;
		}
		Expression kept = kept(object);
		HeapOperation low = HeapOperation.of(GcOp.STRUCT_SET, typeIndex, field, Kind.VOID, effects, site(effects), kept,
				Vector.half(0, value));
		run(low);
		run(low.high(kept, Vector.half(1, value)));
	}

	private void getElement(GcOp op, int typeIndex) {
		FieldType type = element(typeIndex);
		int effects = Effects.TRAPS | readEffects(type);
		if (type.storage() != VectorType.V128) {
			push(op, typeIndex, 0, Kind.of(type.storage().unpacked()), effects, 2);
			return;
		}
		Expression[] operands = this.stack.pop(2);
		Expression array = kept(operands[0]);
		Expression place = place(typeIndex, array, operands[1]);
		this.stack.push(new VectorOfHalves(half(typeIndex, readEffects(type), array, place),
				half(typeIndex, readEffects(type), array, next(place))));
	}

	private static HeapOperation half(int typeIndex, int effects, Expression array, Expression place) {
		return HeapOperation.of(GcOp.ARRAY_GET, typeIndex, 0, Kind.LONG, effects, 0, array, place);
	}

	private void setElement(int typeIndex) {
		if (element(typeIndex).storage() != VectorType.V128) {
			run(GcOp.ARRAY_SET, typeIndex, 0, Effects.WRITES_HEAP | Effects.TRAPS, 3);
			return;
		}
		Expression[] operands = this.stack.pop(3);
		Expression array = kept(operands[0]);
		setHalves(typeIndex, array, place(typeIndex, array, operands[1]), operands[2]);
	}

	private void setHalves(int typeIndex, Expression array, Expression place, Expression vector) {
		setElement(typeIndex, array, place, Vector.half(0, vector));
		setElement(typeIndex, array, next(place), Vector.half(1, vector));
	}

	// Of an array that is certainly there and long enough.
	private void setElement(int typeIndex, Expression array, Expression index, Expression value) {
		run(HeapOperation.of(GcOp.ARRAY_SET, typeIndex, 0, Kind.VOID, Effects.WRITES_HEAP, 0, array, index, value));
	}

	private Expression place(int typeIndex, Expression array, Expression index) {
		return this.stack.emitToTemporary(HeapOperation.place(typeIndex, this.site.getAsInt(), array, index));
	}

	private static Expression next(Expression place) {
		return (place instanceof Constant constant) ? Constant.ofInt((int) constant.bits() + 1)
				: new Numeric(NumericOp.I32_ADD, 0, place, Constant.ofInt(1));
	}

	private Expression kept(Expression value) {
		return value.isStable() ? value : this.stack.emitToTemporary(value);
	}

	/// The JVM finds out that an array is null before it computes the index, and the
	/// value. Where that could be noticed, all are computed before.
	private void keepOrder(int operands, int trap) {
		boolean noticed = false;
		for (int fromTop = 0; fromTop < operands - 1; fromTop++) {
			noticed |= Effects.conflict(this.stack.peek(fromTop).effects(), trap);
		}
		if (noticed) {
			this.stack.settleAll();
		}
	}

	private void newStructure(int typeIndex) {
		StructType type = this.module.types().structure(typeIndex);
		int count = type.fields().size();
		if (GeneratedTypes.hasFactory(type)) {
			push(GcOp.STRUCT_NEW, typeIndex, 0, Kind.REFERENCE, Effects.NONE, count);
			return;
		}
		this.stack.settleUnder(count);
		Expression[] values = this.stack.pop(count);
		Expression object = this.stack
			.emitToTemporary(HeapOperation.of(GcOp.STRUCT_NEW_DEFAULT, typeIndex, 0, Kind.REFERENCE, Effects.NONE, 0));
		for (int field = 0; field < count; field++) {
			setField(typeIndex, field, Effects.NONE, object, values[field]);
		}
		this.stack.push(object);
	}

	private void newFixedArray(int typeIndex, int count) {
		if (count <= MOST_ELEMENTS_IN_PLACE) {
			push(GcOp.ARRAY_NEW_FIXED, typeIndex, 0, Kind.REFERENCE, Effects.NONE, count);
			return;
		}
		// Each is computed when it is stored: thousands of variables could not be cut
		// apart.
		this.stack.settleUnder(count);
		Expression[] values = this.stack.pop(count);
		Expression array = this.stack.emitToTemporary(HeapOperation.of(GcOp.ARRAY_NEW_DEFAULT, typeIndex, 0,
				Kind.REFERENCE, Effects.TRAPS, this.site.getAsInt(), Constant.ofInt(count)));
		for (int index = 0; index < count; index++) {
			if (values[index].kind() == Kind.VECTOR) {
				setHalves(typeIndex, array, Constant.ofInt(2 * index), values[index]);
			}
			else {
				setElement(typeIndex, array, Constant.ofInt(index), values[index]);
			}
		}
		this.stack.push(array);
	}

	private FieldType element(int typeIndex) {
		return this.module.types().array(typeIndex).element();
	}

	private int arrayType(@Nullable ReferenceType object) {
		return (object != null && object.heapType() instanceof HeapType.Concrete concrete
				&& this.module.types().types().get(concrete.typeIndex()).composite() instanceof ArrayType)
						? concrete.typeIndex() : -1;
	}

}
