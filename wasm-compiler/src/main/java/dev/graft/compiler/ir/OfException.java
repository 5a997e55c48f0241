package dev.graft.compiler.ir;

/// A step of handling exceptions: making one, or looking into one.
public final class OfException extends Expression {

	private final Aspect aspect;

	private final int tagIndex;

	private OfException(Aspect aspect, int tagIndex, Kind kind, Expression... operands) {
		super(kind, Effects.NONE, 0, operands);
		this.aspect = aspect;
		this.tagIndex = tagIndex;
	}

	/// A new exception.
	/// @param tagIndex its tag
	/// @param bits the array of numbers that it carries, null for none
	/// @param references the array of references that it carries, null for none
	public static OfException create(int tagIndex, Expression bits, Expression references) {
		return new OfException(Aspect.CREATE, tagIndex, Kind.REFERENCE, bits, references);
	}

	/// Whether an exception has a tag.
	public static OfException matches(int tagIndex, Expression exception) {
		return new OfException(Aspect.MATCHES, tagIndex, Kind.INT, exception);
	}

	/// The array of numbers that an exception carries.
	public static OfException bits(Expression exception) {
		return new OfException(Aspect.BITS, 0, Kind.BITS, exception);
	}

	/// The array of references that an exception carries.
	public static OfException references(Expression exception) {
		return new OfException(Aspect.REFERENCES, 0, Kind.REFERENCES, exception);
	}

	/// What is done.
	public Aspect aspect() {
		return this.aspect;
	}

	/// The tag that it is about.
	public int tagIndex() {
		return this.tagIndex;
	}

	@Override
	public Expression with(Expression[] operands) {
		return new OfException(this.aspect, this.tagIndex, kind(), operands);
	}

	@Override
	public String toString() {
		return "(exception " + this.aspect + " " + this.tagIndex + list(this) + ")";
	}

	/// What is done with an exception.
	public enum Aspect {

		/// It is made.
		CREATE,

		/// Its tag is compared.
		MATCHES,

		/// The numbers that it carries are looked up.
		BITS,

		/// The references that it carries are looked up.
		REFERENCES

	}

}
