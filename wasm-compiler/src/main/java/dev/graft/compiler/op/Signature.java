package dev.graft.compiler.op;

import static dev.graft.artifact.type.NumberType.F32;
import static dev.graft.artifact.type.NumberType.F64;
import static dev.graft.artifact.type.NumberType.I32;
import static dev.graft.artifact.type.NumberType.I64;
import static dev.graft.artifact.type.VectorType.V128;

import dev.graft.artifact.type.ValueType;
import java.util.List;

/// What a plain operator pops and pushes. Operators whose types depend on the module or
/// on their operands have none.
// The lists are immutable, which their type does not say.
@SuppressWarnings("ImmutableEnumChecker")
public enum Signature {

	I32_TO_I32(I32, I32), I64_TO_I64(I64, I64), F32_TO_F32(F32, F32), F64_TO_F64(F64, F64),

	I32_TO_I64(I64, I32), I32_TO_F32(F32, I32), I32_TO_F64(F64, I32),

	I64_TO_I32(I32, I64), I64_TO_F32(F32, I64), I64_TO_F64(F64, I64),

	F32_TO_I32(I32, F32), F32_TO_I64(I64, F32), F32_TO_F64(F64, F32),

	F64_TO_I32(I32, F64), F64_TO_I64(I64, F64), F64_TO_F32(F32, F64),

	I32_I32_TO_I32(I32, I32, I32), I64_I64_TO_I32(I32, I64, I64), I64_I64_TO_I64(I64, I64, I64),

	F32_F32_TO_I32(I32, F32, F32), F32_F32_TO_F32(F32, F32, F32),

	F64_F64_TO_I32(I32, F64, F64), F64_F64_TO_F64(F64, F64, F64),

	V128_TO_V128(V128, V128), V128_V128_TO_V128(V128, V128, V128), V128_V128_V128_TO_V128(V128, V128, V128, V128),

	V128_TO_I32(I32, V128), V128_TO_I64(I64, V128), V128_TO_F32(F32, V128), V128_TO_F64(F64, V128),

	I32_TO_V128(V128, I32), I64_TO_V128(V128, I64), F32_TO_V128(V128, F32), F64_TO_V128(V128, F64),

	V128_I32_TO_V128(V128, V128, I32), V128_I64_TO_V128(V128, V128, I64), V128_F32_TO_V128(V128, V128, F32),
	V128_F64_TO_V128(V128, V128, F64);

	private final List<ValueType> operands;

	private final ValueType result;

	Signature(ValueType result, ValueType... operands) {
		this.operands = List.of(operands);
		this.result = result;
	}

	/// What is popped; the last one is on top of the stack.
	public List<ValueType> operands() {
		return this.operands;
	}

	/// What is pushed.
	public ValueType result() {
		return this.result;
	}

}
