package dev.graft.wast.runner;

import dev.graft.artifact.type.NumberType;
import dev.graft.engine.ArrayRef;
import dev.graft.engine.ExnRef;
import dev.graft.engine.Func;
import dev.graft.engine.I31Ref;
import dev.graft.engine.StructRef;
import dev.graft.engine.V128;
import dev.graft.wast.LaneShape;
import dev.graft.wast.ResultPattern;
import dev.graft.wast.ScriptValue;
import org.jspecify.annotations.Nullable;

/// Compares what a script expects with what the engine's public API returns, bit by bit.
final class ResultMatcher {

	private static final int CANONICAL_NAN_32 = 0x7FC0_0000;

	private static final long CANONICAL_NAN_64 = 0x7FF8_0000_0000_0000L;

	private ResultMatcher() {
	}

	/// A value as the engine takes it. Host references are objects of this package's own,
	/// which the engine hands around without looking at them; whether they are seen as
	/// `externref` or as `anyref` makes no difference to them.
	static @Nullable Object engineValue(ScriptValue value) {
		return switch (value) {
			case ScriptValue.I32 number -> number.value();
			case ScriptValue.I64 number -> number.value();
			case ScriptValue.F32 number -> Float.intBitsToFloat(number.bits());
			case ScriptValue.F64 number -> Double.longBitsToDouble(number.bits());
			case ScriptValue.V128 vector -> new V128(vector.low(), vector.high());
			case ScriptValue.NullReference reference -> null;
			case ScriptValue.ExternReference reference -> reference;
			case ScriptValue.HostReference(int number) -> new ScriptValue.ExternReference(number);
		};
	}

	/// Whether a result is what the script accepts.
	static boolean matches(ResultPattern pattern, @Nullable Object result) {
		return switch (pattern) {
			case ResultPattern.Exactly exactly -> isExactly(exactly.value(), result);
			case ResultPattern.CanonicalNan nan -> isNan(nan.type(), result, true);
			case ResultPattern.ArithmeticNan nan -> isNan(nan.type(), result, false);
			case ResultPattern.Vector vector ->
				result instanceof V128 found && matches(vector, new ScriptValue.V128(found.low(), found.high()));
			case ResultPattern.AnyReference reference -> isReference(reference.kind(), result);
			case ResultPattern.Either either ->
				either.alternatives().stream().anyMatch((alternative) -> matches(alternative, result));
		};
	}

	private static boolean isReference(String kind, @Nullable Object result) {
		return switch (kind) {
			case "func" -> result instanceof Func;
			case "exn" -> result instanceof ExnRef;
			case "struct" -> result instanceof StructRef;
			case "array" -> result instanceof ArrayRef;
			case "i31" -> result instanceof I31Ref;
			case "eq" -> result instanceof StructRef || result instanceof ArrayRef || result instanceof I31Ref;
			default -> result != null;
		};
	}

	private static boolean isExactly(ScriptValue expected, @Nullable Object result) {
		return switch (expected) {
			case ScriptValue.I32 number -> result instanceof Integer found && found == number.value();
			case ScriptValue.I64 number -> result instanceof Long found && found == number.value();
			case ScriptValue.F32 number ->
				result instanceof Float found && Float.floatToRawIntBits(found) == number.bits();
			case ScriptValue.F64 number ->
				result instanceof Double found && Double.doubleToRawLongBits(found) == number.bits();
			case ScriptValue.V128 vector ->
				result instanceof V128 found && found.low() == vector.low() && found.high() == vector.high();
			case ScriptValue.NullReference reference -> result == null;
			case ScriptValue.ExternReference reference -> reference.equals(result);
			case ScriptValue.HostReference(int number) -> new ScriptValue.ExternReference(number).equals(result);
		};
	}

	private static boolean matches(ResultPattern.Vector pattern, ScriptValue.V128 found) {
		LaneShape shape = pattern.shape();
		for (int lane = 0; lane < shape.lanes(); lane++) {
			if (!matches(pattern.lanes().get(lane), number(shape, shape.lane(found, lane)))) {
				return false;
			}
		}
		return true;
	}

	// An expression with two branches would make a double of the float.
	private static Object number(LaneShape shape, long bits) {
		if (shape == LaneShape.F32X4) {
			return Float.intBitsToFloat((int) bits);
		}
		return Double.longBitsToDouble(bits);
	}

	private static boolean isNan(NumberType type, @Nullable Object result, boolean canonical) {
		if (type == NumberType.F32 && result instanceof Float found) {
			int bits = Float.floatToRawIntBits(found);
			return canonical ? (bits & Integer.MAX_VALUE) == CANONICAL_NAN_32
					: (bits & CANONICAL_NAN_32) == CANONICAL_NAN_32;
		}
		if (type == NumberType.F64 && result instanceof Double found) {
			long bits = Double.doubleToRawLongBits(found);
			return canonical ? (bits & Long.MAX_VALUE) == CANONICAL_NAN_64
					: (bits & CANONICAL_NAN_64) == CANONICAL_NAN_64;
		}
		return false;
	}

	/// A result for people: floating-point numbers with their bits.
	static String describe(@Nullable Object result) {
		return switch (result) {
			case null -> "null";
			case Float found -> new ScriptValue.F32(Float.floatToRawIntBits(found)).toString();
			case Double found -> new ScriptValue.F64(Double.doubleToRawLongBits(found)).toString();
			default -> result.getClass().getSimpleName() + " " + result;
		};
	}

}
