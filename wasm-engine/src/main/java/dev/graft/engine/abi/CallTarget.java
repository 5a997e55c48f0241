package dev.graft.engine.abi;

/// A function as those see it who call it without knowing before which one it is: an
/// object whose method `call` is the function. There is a class for each function that is
/// called so, hence HotSpot, which counts at each call the classes that it meets there,
/// can inline functions at such calls as it does those of Java's objects.
///
/// It holds no instance: the method takes the caller's, and who looks for a target finds
/// out first which instance the function belongs to.
///
/// @see dev.graft.artifact.abi.CallTargets
public abstract class CallTarget {

	/// For the classes that the engine makes.
	@EngineSide
	protected CallTarget() {
	}

}
