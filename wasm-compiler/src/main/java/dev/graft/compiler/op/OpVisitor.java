package dev.graft.compiler.op;

/// What to do with an operator of each family.
///
/// A switch over the families reads as well. But what is done for an operator is a lot,
/// and behind a switch HotSpot compiles all of it as one method: a third of the time that
/// it took to compile the compiler went into that. Behind a virtual call each family is
/// compiled by itself.
public interface OpVisitor {

	/// A control instruction.
	void control(ControlOp op);

	/// `drop` or `select`.
	void parametric(ParametricOp op);

	/// An access to a local or global.
	void variable(VariableOp op);

	/// An instruction on tables.
	void table(TableOp op);

	/// A load or store of a number.
	void access(MemoryAccessOp op);

	/// An instruction on whole memories.
	void memory(MemoryOp op);

	/// A constant.
	void constant(ConstantOp op);

	/// Arithmetic on numbers.
	void numeric(NumericOp op);

	/// Arithmetic on vectors.
	void vector(VectorOp op);

	/// A load or store of a vector.
	void vectorAccess(VectorMemoryOp op);

	/// An instruction on references.
	void reference(ReferenceOp op);

	/// An instruction on structures, arrays and casts.
	void gc(GcOp op);

	/// An atomic access.
	void atomic(AtomicOp op);

	/// Arithmetic on pairs of numbers.
	void wideArithmetic(WideArithmeticOp op);

}
