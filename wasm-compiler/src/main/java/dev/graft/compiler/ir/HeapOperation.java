package dev.graft.compiler.ir;

import dev.graft.artifact.type.HeapType;
import dev.graft.compiler.op.GcOp;
import org.jspecify.annotations.Nullable;

/// An instruction on a structure, an array, or a reference into the heap of such
/// objects.
///
/// What its type looks like to the JVM is for who emits it to know; here is what may
/// change places with it. An object may be made early, late or not at all, as nobody
/// can tell before it is used.
public final class HeapOperation extends Expression {

	private final GcOp op;

	private final int typeIndex;

	private final int other;

	private final @Nullable HeapType target;

	private final int site;

	private final VectorPart part;

	private HeapOperation(GcOp op, int typeIndex, int other, @Nullable HeapType target, int site, VectorPart part,
			Kind kind, int effects, Expression... operands) {
		super(kind, effects, 0, operands);
		this.part = part;
		this.op = op;
		this.typeIndex = typeIndex;
		this.other = other;
		this.target = target;
		this.site = site;
	}

	/// An instruction that makes, reads or changes a structure or array.
	/// @param op the instruction
	/// @param typeIndex the type; -1 if it is not known of `array.len`
	/// @param other the field, the segment, or the type copied from
	/// @param kind what it yields
	/// @param effects what it does
	/// @param site where it is
	/// @param operands its operands
	public static HeapOperation of(GcOp op, int typeIndex, int other, Kind kind, int effects, int site,
			Expression... operands) {
		return new HeapOperation(op, typeIndex, other, null, site, VectorPart.WHOLE, kind, effects, operands);
	}

	/// The upper half of what the instruction is about, a field that is a vector. The
	/// instruction itself is for the lower half.
	/// @param operands its operands
	public HeapOperation high(Expression... operands) {
		return new HeapOperation(this.op, this.typeIndex, this.other, null, this.site, VectorPart.HIGH, kind(),
				effects(), operands);
	}

	/// Where the lower half of an element of an array of vectors is: the upper one is
	/// next to it.
	/// @param typeIndex the type of the array
	/// @param site where it is
	public static HeapOperation place(int typeIndex, int site, Expression array, Expression index) {
		return new HeapOperation(GcOp.ARRAY_GET, typeIndex, 0, null, site, VectorPart.PLACE, Kind.INT, Effects.TRAPS,
				array, index);
	}

	/// `ref.test`, of a reference that is not null, or that is not to pass.
	/// @param target what it may turn out to be
	public static HeapOperation test(HeapType target, Expression reference) {
		return new HeapOperation(GcOp.REF_TEST, 0, 0, target, 0, VectorPart.WHOLE, Kind.INT, Effects.NONE, reference);
	}

	/// `ref.cast`
	/// @param op the variant for null, which also is that for references that are
	/// never
	/// null, or the one that null does not pass
	/// @param target what it is to be
	/// @param site where it is
	public static HeapOperation cast(GcOp op, HeapType target, int site, Expression reference) {
		return new HeapOperation(op, 0, 0, target, site, VectorPart.WHOLE, Kind.REFERENCE, Effects.TRAPS, reference);
	}

	/// The instruction.
	public GcOp op() {
		return this.op;
	}

	/// The type of the structure or array; -1 if it is not known.
	public int typeIndex() {
		return this.typeIndex;
	}

	/// The field, the segment, or the type copied from.
	public int other() {
		return this.other;
	}

	/// What a test or cast looks for, null for everything else.
	public @Nullable HeapType target() {
		return this.target;
	}

	/// What of a vector it is about.
	public VectorPart part() {
		return this.part;
	}

	/// Where it is.
	public int site() {
		return this.site;
	}

	@Override
	public Expression with(Expression[] operands) {
		return new HeapOperation(this.op, this.typeIndex, this.other, this.target, this.site, this.part, kind(),
				effects(), operands);
	}

	@Override
	public String toString() {
		Object type = (this.target != null) ? this.target : this.typeIndex + " " + this.other;
		return "(" + this.op + " " + type + ((this.part != VectorPart.WHOLE) ? " " + this.part : "") + list(this) + ")";
	}

	/// What of a vector an instruction is about.
	public enum VectorPart {

		/// All, if it is no vector; its lower half, if it is one.
		WHOLE,

		/// Its upper half.
		HIGH,

		/// Where it is in the Java array.
		PLACE

	}

}
