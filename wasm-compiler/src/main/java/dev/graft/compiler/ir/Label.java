package dev.graft.compiler.ir;

/// A place to jump to. [Statement.Mark] says where it is.
///
/// Compared by identity.
public final class Label {

	private final int number;

	private final boolean loop;

	/// @param number tells it from the function's other labels
	/// @param loop whether it is a loop's header, the only kind that is jumped back to
	Label(int number, boolean loop) {
		this.number = number;
		this.loop = loop;
	}

	/// Tells it from the function's other labels.
	public int number() {
		return this.number;
	}

	/// Whether it is the header of a loop.
	public boolean isLoop() {
		return this.loop;
	}

	@Override
	public String toString() {
		return "L" + this.number;
	}

}
