package dev.graft.compiler.ir;

import org.jspecify.annotations.Nullable;

/// A named value of a function: a parameter, a local, or what the lowering needs to keep.
///
/// Compared by identity. The index counts the variables of one function and of the pieces
/// cut off it.
public final class Variable {

	private final int index;

	private final Kind kind;

	private final boolean temporary;

	private @Nullable Read read;

	/// @param index its place in its function
	/// @param kind what it holds
	/// @param temporary whether it is assigned by a single statement
	Variable(int index, Kind kind, boolean temporary) {
		this.index = index;
		this.kind = kind;
		this.temporary = temporary;
	}

	/// Its place among the variables of its function.
	public int index() {
		return this.index;
	}

	/// What it holds.
	public Kind kind() {
		return this.kind;
	}

	/// Whether it is assigned by a single statement, so that reading it early or late
	/// makes no difference.
	public boolean isTemporary() {
		return this.temporary;
	}

	/// What reads it.
	Read read() {
		Read known = this.read;
		if (known == null) {
			known = new Read(this);
			this.read = known;
		}
		return known;
	}

	/// A bit that stands for it in [Expression#reads].
	long bit() {
		return 1L << this.index;
	}

	@Override
	public String toString() {
		return "v" + this.index;
	}

}
