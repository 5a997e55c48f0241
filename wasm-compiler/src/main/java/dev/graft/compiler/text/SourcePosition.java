package dev.graft.compiler.text;

/// A place in a text, as editors count.
///
/// @param line the line, from 1
/// @param column the character within the line, from 1
public record SourcePosition(int line, int column) implements Comparable<SourcePosition> {

	@Override
	public int compareTo(SourcePosition other) {
		return (this.line != other.line) ? Integer.compare(this.line, other.line)
				: Integer.compare(this.column, other.column);
	}

	/// `line:column`.
	@Override
	public String toString() {
		return this.line + ":" + this.column;
	}

}
