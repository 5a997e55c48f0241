package dev.graft.artifact.abi;

import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import java.util.List;

/// Where the values are that an exception carries: numbers in one array, as their bits,
/// references in another, each in the order of the tag's parameters.
///
/// ```
///   (tag (param i32 externref f64 v128))      bits: i32, f64, v128 low, v128 high      references: externref
/// ```
public final class PayloadLayout {

	private final int[] places;

	private final int bits;

	private final int references;

	private PayloadLayout(List<ValueType> types) {
		this.places = new int[types.size()];
		int numbers = 0;
		int others = 0;
		for (int index = 0; index < this.places.length; index++) {
			ValueType type = types.get(index);
			if (type.isReference()) {
				this.places[index] = others++;
			}
			else {
				this.places[index] = numbers;
				numbers += (type instanceof VectorType) ? 2 : 1;
			}
		}
		this.bits = numbers;
		this.references = others;
	}

	/// The layout of exceptions that carry values of these types.
	public static PayloadLayout of(List<ValueType> types) {
		return new PayloadLayout(types);
	}

	/// Where in its array a value begins.
	public int place(int index) {
		return this.places[index];
	}

	/// How many elements the array of numbers has; without any there is no array.
	public int bits() {
		return this.bits;
	}

	/// How many elements the array of references has; without any there is no array.
	public int references() {
		return this.references;
	}

}
