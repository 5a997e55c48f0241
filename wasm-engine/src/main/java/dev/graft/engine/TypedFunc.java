package dev.graft.engine;

/// A function bound to a functional interface.
///
/// @param <T> the functional interface
public final class TypedFunc<T> {

	private final Func func;

	private final T call;

	TypedFunc(Func func, T call) {
		this.func = func;
		this.call = call;
	}

	/// The function.
	public Func func() {
		return this.func;
	}

	/// The function as an object of the interface: call its method. Make it once, keep it
	/// as long as the instance.
	public T call() {
		return this.call;
	}

}
