package dev.graft.wast;

import dev.graft.artifact.type.NumberType;
import java.io.Serializable;
import java.util.List;

/// What a script accepts as a result.
public sealed interface ResultPattern extends Serializable {

	/// Exactly this value.
	record Exactly(ScriptValue value) implements ResultPattern {
	}

	/// `nan:canonical`: a NaN whose payload is the highest bit alone, of either sign.
	/// @param type `f32` or `f64`
	record CanonicalNan(NumberType type) implements ResultPattern {
	}

	/// `nan:arithmetic`: a NaN whose payload has the highest bit, of either sign.
	/// @param type `f32` or `f64`
	record ArithmeticNan(NumberType type) implements ResultPattern {
	}

	/// `(v128.const shape pattern*)` with at least one lane that is not exact.
	/// @param shape how to divide the vector
	/// @param lanes what is accepted in each lane
	record Vector(LaneShape shape, List<ResultPattern> lanes) implements ResultPattern {

		/// Copies the list.
		public Vector {
			lanes = List.copyOf(lanes);
		}

	}

	/// `(ref.func)`, `(ref.extern)` and their relatives: any reference of a kind that is
	/// not null.
	/// @param kind the heap type, without `ref.`; empty if any will do
	record AnyReference(String kind) implements ResultPattern {
	}

	/// `(either pattern*)`: one of these.
	record Either(List<ResultPattern> alternatives) implements ResultPattern {

		/// Copies the list.
		public Either {
			alternatives = List.copyOf(alternatives);
		}

	}

}
