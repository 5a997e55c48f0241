package dev.graft.compiler.validate;

import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.Subtyping;
import dev.graft.artifact.type.TypeDigest;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.decode.ImplementationLimits;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The types of the operands, as the specification's validation algorithm keeps them.
///
/// After an instruction from which control does not go on, the operands of the innermost
/// block are whatever is needed: the stack is polymorphic, and popping from it beyond the
/// block's height gives the unknown type, which is written null here.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/appendix/algorithm.html#data-structures">Appendix,
/// Validation Algorithm, "Data Structures"</a>
final class OperandStack {

	private static final int INITIAL_CAPACITY = 64;

	/// A reference that is not null, of which nothing else is known.
	private static final ReferenceType UNKNOWN_REFERENCE = new ReferenceType(false, UnknownHeapType.UNKNOWN);

	private @Nullable ValueType[] types = new @Nullable ValueType[INITIAL_CAPACITY];

	private int size;

	private int base;

	private boolean polymorphic;

	private final CodeErrors errors;

	private final Subtyping subtyping;

	OperandStack(CodeErrors errors, Subtyping subtyping) {
		this.errors = errors;
		this.subtyping = subtyping;
	}

	int size() {
		return this.size;
	}

	boolean isPolymorphic() {
		return this.polymorphic;
	}

	/// Begins a block whose operands begin here, or goes back to an outer one.
	/// @param base the height of the stack at the beginning of the block, which it cannot
	/// pop beyond
	/// @param polymorphic whether the block's operands are whatever is needed
	void scope(int base, boolean polymorphic) {
		this.base = base;
		this.polymorphic = polymorphic;
	}

	/// Control does not go on from here.
	void unreachable() {
		this.size = this.base;
		this.polymorphic = true;
	}

	void push(@Nullable ValueType type) {
		if (this.size == this.types.length) {
			grow();
		}
		this.types[this.size++] = type;
	}

	void push(List<ValueType> pushed) {
		for (ValueType type : pushed) {
			push(type);
		}
	}

	private void grow() {
		if (this.size >= ImplementationLimits.OPERANDS) {
			throw this.errors.unsupported("an operand stack of more than " + ImplementationLimits.OPERANDS,
					"the function pushes more");
		}
		this.types = Arrays.copyOf(this.types, this.size * 2);
	}

	/// Pops an operand of any type.
	/// @return its type, null if unknown
	@Nullable ValueType pop() {
		if (this.size == this.base) {
			if (this.polymorphic) {
				return null;
			}
			throw this.errors.mismatch("an operand", "nothing on the stack of the block");
		}
		return this.types[--this.size];
	}

	/// Pops a reference.
	/// @return its type, null if unknown
	@Nullable ReferenceType popReference() {
		ValueType type = pop();
		if (type == null || UNKNOWN_REFERENCE.equals(type)) {
			return null;
		}
		if (type instanceof ReferenceType reference) {
			return reference;
		}
		throw this.errors.mismatch("a reference", type.toString());
	}

	/// Pushes a reference that is not null.
	/// @param like what it is apart from that, null if unknown
	void pushNonNull(@Nullable ReferenceType like) {
		push((like != null) ? new ReferenceType(false, like.heapType()) : UNKNOWN_REFERENCE);
	}

	/// Pops an operand of a type.
	/// @return its type, null if unknown
	@Nullable ValueType pop(ValueType expected) {
		if (this.size == this.base) {
			if (this.polymorphic) {
				return null;
			}
			throw this.errors.mismatch(expected.toString(), "nothing on the stack of the block");
		}
		ValueType actual = this.types[--this.size];
		if (!matches(actual, expected)) {
			throw this.errors.mismatch(expected.toString(), String.valueOf(actual));
		}
		return actual;
	}

	/// Pops operands of these types; the last one is on top.
	void pop(List<ValueType> expected) {
		for (int i = expected.size() - 1; i >= 0; i--) {
			pop(expected.get(i));
		}
	}

	/// Checks that operands of these types could be popped.
	void check(List<ValueType> expected) {
		int at = this.size;
		for (int i = expected.size() - 1; i >= 0; i--) {
			if (at > this.base) {
				at--;
				if (!matches(this.types[at], expected.get(i))) {
					throw this.errors.mismatch(CodeErrors.list(expected), describe(expected.size()));
				}
			}
			else if (!this.polymorphic) {
				throw this.errors.mismatch(CodeErrors.list(expected), describe(expected.size()));
			}
		}
	}

	/// Whether an operand may stand where a type is expected.
	/// @param actual the operand's type, null if it is whatever is needed
	private boolean matches(@Nullable ValueType actual, ValueType expected) {
		if (actual == null || UNKNOWN_REFERENCE.equals(actual)) {
			return actual == null || expected.isReference();
		}
		return this.subtyping.matches(actual, expected);
	}

	/// Checks that the block has no operands left.
	/// @param results what the block has given
	void checkEmpty(List<ValueType> results) {
		if (this.size != this.base) {
			throw this.errors.mismatch(CodeErrors.list(results),
					"%d more operands below".formatted(this.size - this.base));
		}
	}

	private String describe(int count) {
		int from = Math.max(this.base, this.size - count);
		return CodeErrors.list(Arrays.asList(this.types).subList(from, this.size));
	}

	/// The heap type of references in code that cannot be reached.
	private enum UnknownHeapType implements HeapType.Resolved {

		UNKNOWN;

		@Override
		public TypeDigest digest() {
			throw new IllegalStateException("nothing is known about the type");
		}

		@Override
		public String definition() {
			return toString();
		}

		@Override
		public String toString() {
			return "any type";
		}

	}

}
