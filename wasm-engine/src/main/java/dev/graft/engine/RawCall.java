package dev.graft.engine;

/// A function whose parameters and results are numbers or vectors, called by their bits:
/// for callers that learn its type when they run, and still want neither boxes nor
/// garbage. [Func#raw] makes it.
///
/// ```java
/// RawCall add = instance.func("add").raw();
/// long[] values = { 1, 2 };
/// add.call(values);
/// int sum = (int) values[0];
/// ```
@FunctionalInterface
public interface RawCall {

	/// Calls the function.
	/// @param values the arguments, which the results replace: an `i32` in the lower half
	/// (results are sign-extended), an `i64` as it is, an `f32` and `f64` as raw bits, a
	/// `v128` in two places, its lower half first. There must be room for whichever are
	/// more; what stands behind is left alone.
	/// @throws SignatureMismatchException if there is no room
	/// @throws dev.graft.engine.trap.Trap if the code traps; the array may have changed
	/// then
	void call(long[] values);

}
