package dev.graft.compiler.validate;

import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.PackedType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StorageType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.Subtyping;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.decode.CodeReader;
import dev.graft.compiler.decode.ImplementationLimits;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.GcOp;
import org.jspecify.annotations.Nullable;

/// The rules of instructions on structures and arrays.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/valid/instructions.html#aggregate-reference-instructions">Validation,
/// "Aggregate Reference Instructions"</a>
final class AggregateOperands {

	private static final ReferenceType ANY_ARRAY = new ReferenceType(true, HeapType.Abstract.ARRAY);

	private final Subtyping subtyping;

	private final CodeReader code;

	private final CodeErrors errors;

	private final OperandStack operands;

	private final EntityOperands entities;

	AggregateOperands(ModuleModel module, CodeReader code, CodeErrors errors, OperandStack operands,
			EntityOperands entities) {
		this.subtyping = module.subtyping();
		this.code = code;
		this.errors = errors;
		this.operands = operands;
		this.entities = entities;
	}

	/// Checks an instruction.
	/// @return the type of the structure or array that it accesses; null if it makes one,
	/// or if the type is not known
	@Nullable ReferenceType check(GcOp op) {
		return switch (op) {
			case STRUCT_NEW, STRUCT_NEW_DEFAULT -> {
				newStructure(op);
				yield null;
			}
			case STRUCT_GET, STRUCT_GET_S, STRUCT_GET_U -> {
				FieldType field = field();
				checkPacking(op, field, op != GcOp.STRUCT_GET);
				ReferenceType object = popObject();
				this.operands.push(field.storage().unpacked());
				yield object;
			}
			case STRUCT_SET -> {
				FieldType field = field();
				checkMutable(field, "immutable field");
				this.operands.pop(field.storage().unpacked());
				yield popObject();
			}
			case ARRAY_NEW, ARRAY_NEW_DEFAULT, ARRAY_NEW_FIXED, ARRAY_NEW_DATA, ARRAY_NEW_ELEM -> {
				newArray(op);
				yield null;
			}
			case ARRAY_GET, ARRAY_GET_S, ARRAY_GET_U -> {
				FieldType element = element(this.code.index());
				checkPacking(op, element, op != GcOp.ARRAY_GET);
				this.operands.pop(NumberType.I32);
				ReferenceType object = popObject();
				this.operands.push(element.storage().unpacked());
				yield object;
			}
			case ARRAY_SET -> {
				FieldType element = mutableElement();
				this.operands.pop(element.storage().unpacked());
				this.operands.pop(NumberType.I32);
				yield popObject();
			}
			case ARRAY_LEN -> {
				ReferenceType object = (ReferenceType) this.operands.pop(ANY_ARRAY);
				this.operands.push(NumberType.I32);
				yield object;
			}
			case ARRAY_FILL -> {
				FieldType element = mutableElement();
				this.operands.pop(NumberType.I32);
				this.operands.pop(element.storage().unpacked());
				this.operands.pop(NumberType.I32);
				yield popObject();
			}
			case ARRAY_COPY -> copy();
			case ARRAY_INIT_DATA -> {
				checkNumeric(mutableElement());
				this.entities.dataSegment(this.code.secondIndex());
				yield popRange();
			}
			case ARRAY_INIT_ELEM -> {
				checkItems(mutableElement());
				yield popRange();
			}
			default -> throw new IllegalArgumentException(op + " is not about structures and arrays");
		};
	}

	private void newStructure(GcOp op) {
		StructType type = structure();
		for (int index = type.fields().size() - 1; index >= 0; index--) {
			FieldType field = type.fields().get(index);
			if (op == GcOp.STRUCT_NEW) {
				this.operands.pop(field.storage().unpacked());
			}
			else {
				checkDefaultable(field);
			}
		}
		pushNew();
	}

	private void newArray(GcOp op) {
		FieldType element = element(this.code.index());
		switch (op) {
			case ARRAY_NEW -> {
				this.operands.pop(NumberType.I32);
				this.operands.pop(element.storage().unpacked());
			}
			case ARRAY_NEW_DEFAULT -> {
				checkDefaultable(element);
				this.operands.pop(NumberType.I32);
			}
			case ARRAY_NEW_FIXED -> popElements(element);
			case ARRAY_NEW_DATA -> {
				checkNumeric(element);
				this.entities.dataSegment(this.code.secondIndex());
				popPair();
			}
			default -> {
				checkItems(element);
				popPair();
			}
		}
		pushNew();
	}

	private void popElements(FieldType element) {
		int count = this.code.secondIndex();
		if (Integer.compareUnsigned(count, ImplementationLimits.FIXED_ELEMENTS) > 0) {
			throw this.errors.unsupported(
					"array.new_fixed with more than %d operands".formatted(ImplementationLimits.FIXED_ELEMENTS),
					"it has " + Integer.toUnsignedString(count));
		}
		for (int number = 0; number < count; number++) {
			this.operands.pop(element.storage().unpacked());
		}
	}

	private void popPair() {
		this.operands.pop(NumberType.I32);
		this.operands.pop(NumberType.I32);
	}

	private @Nullable ReferenceType popRange() {
		this.operands.pop(NumberType.I32);
		popPair();
		return popObject();
	}

	private @Nullable ReferenceType copy() {
		FieldType to = mutableElement();
		FieldType from = element(this.code.secondIndex());
		if (!this.subtyping.matches(FieldType.immutable(from.storage()), FieldType.immutable(to.storage()))) {
			throw this.errors.invalid("array types do not match",
					"elements are to become %s, they are %s".formatted(to.storage(), from.storage()));
		}
		popPair();
		this.operands.pop(reference(this.code.secondIndex()));
		this.operands.pop(NumberType.I32);
		return popObject();
	}

	// ---- types

	private StructType structure() {
		CompositeType type = this.entities.defined(this.code.index());
		if (type instanceof StructType structure) {
			return structure;
		}
		throw this.errors.mismatch("a structure type", "type %d is %s".formatted(this.code.index(), type));
	}

	private FieldType field() {
		StructType type = structure();
		int index = this.code.secondIndex();
		if (Integer.compareUnsigned(index, type.fields().size()) >= 0) {
			throw this.errors.unknown("field", index, type.fields().size());
		}
		return type.fields().get(index);
	}

	private FieldType element(int typeIndex) {
		CompositeType type = this.entities.defined(typeIndex);
		if (type instanceof ArrayType array) {
			return array.element();
		}
		throw this.errors.mismatch("an array type", "type %d is %s".formatted(typeIndex, type));
	}

	private FieldType mutableElement() {
		FieldType element = element(this.code.index());
		checkMutable(element, "immutable array");
		return element;
	}

	private void checkMutable(FieldType field, String what) {
		if (!field.mutable()) {
			throw this.errors.invalid(what, "type %d cannot be changed there".formatted(this.code.index()));
		}
	}

	private void checkPacking(GcOp op, FieldType field, boolean extending) {
		boolean packed = field.storage() instanceof PackedType;
		if (packed != extending) {
			throw this.errors.invalid(packed ? "field is packed" : "field is unpacked",
					"%s reads %s".formatted(op, field.storage()));
		}
	}

	private void checkDefaultable(FieldType field) {
		if (!field.storage().unpacked().isDefaultable()) {
			throw this.errors.invalid("field type is not defaultable", field.storage() + " has no default value");
		}
	}

	private void checkNumeric(FieldType element) {
		StorageType storage = element.storage();
		if (storage instanceof ReferenceType) {
			throw this.errors.invalid("array type is not numeric or vector", "its elements are " + storage);
		}
	}

	private void checkItems(FieldType element) {
		ReferenceType items = this.entities.elementType(this.code.secondIndex());
		if (!(element.storage() instanceof ReferenceType type) || !this.subtyping.matches(items, type)) {
			throw this.errors.mismatch("elements of type " + element.storage(), items.toString());
		}
	}

	// ---- operands

	private void pushNew() {
		this.operands.push(new ReferenceType(false, new HeapType.Concrete(this.code.index())));
	}

	private @Nullable ReferenceType popObject() {
		return (ReferenceType) this.operands.pop(reference(this.code.index()));
	}

	private static ValueType reference(int typeIndex) {
		return new ReferenceType(true, new HeapType.Concrete(typeIndex));
	}

}
