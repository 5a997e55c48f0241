package dev.graft.engine;

import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import org.jspecify.annotations.Nullable;

/// A value together with its type, for hosts that learn at run time what a function
/// takes: tools, bridges to other languages. Immutable; numbers and vectors are equal if
/// their bits are.
///
/// ```java
/// List<Val> results = function.call(List.of(new Val.I32(2), Val.of(NumberType.I64, 3L)));
/// switch (results.getFirst()) {
/// 	case Val.I32(int number) -> System.out.println(number);
/// 	case Val.Ref reference -> System.out.println(reference.value());
/// 	default -> System.out.println(results.getFirst().type());
/// }
/// ```
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#values">Execution,
/// Runtime Structure, "Values"</a>
public sealed interface Val {

	/// Its type.
	ValueType type();

	/// The value alone, boxed as for [Func#call(Object...)].
	@Nullable Object boxed();

	/// The value of a type.
	/// @param boxed the value, boxed as for [Func#call(Object...)]
	/// @throws SignatureMismatchException if it is a number or vector of another type, or
	/// null where the type has no null
	static Val of(ValueType type, @Nullable Object boxed) {
		@Nullable Val value = switch (boxed) {
			case Integer number -> new I32(number);
			case Long number -> new I64(number);
			case Float number -> new F32(number);
			case Double number -> new F64(number);
			case dev.graft.engine.V128 bits -> new V128(bits);
			case null, default -> null;
		};
		if (type instanceof ReferenceType reference && (boxed != null || reference.nullable())) {
			return new Ref(reference, boxed);
		}
		if (value == null || !value.type().equals(type)) {
			throw HostReferences.mismatch("value", type, boxed);
		}
		return value;
	}

	/// An `i32`.
	/// @param value the number
	record I32(int value) implements Val {

		@Override
		public ValueType type() {
			return NumberType.I32;
		}

		@Override
		public Object boxed() {
			return this.value;
		}

	}

	/// An `i64`.
	/// @param value the number
	record I64(long value) implements Val {

		@Override
		public ValueType type() {
			return NumberType.I64;
		}

		@Override
		public Object boxed() {
			return this.value;
		}

	}

	/// An `f32`.
	/// @param value the number
	record F32(float value) implements Val {

		@Override
		public ValueType type() {
			return NumberType.F32;
		}

		@Override
		public Object boxed() {
			return this.value;
		}

	}

	/// An `f64`.
	/// @param value the number
	record F64(double value) implements Val {

		@Override
		public ValueType type() {
			return NumberType.F64;
		}

		@Override
		public Object boxed() {
			return this.value;
		}

	}

	/// A `v128`.
	/// @param value the vector
	record V128(dev.graft.engine.V128 value) implements Val {

		@Override
		public ValueType type() {
			return VectorType.V128;
		}

		@Override
		public Object boxed() {
			return this.value;
		}

	}

	/// A reference.
	/// @param type its type; what it refers to may be of a subtype
	/// @param value a [Func], [StructRef], [ArrayRef], [I31Ref] or [ExnRef], any object
	/// of the host, or null
	record Ref(ReferenceType type, @Nullable Object value) implements Val {

		@Override
		public @Nullable Object boxed() {
			return this.value;
		}

	}

}
