package dev.graft.engine.abi;

/// Where a function comes by that has loops, if a memory of it has no page or more than
/// 1 GiB.
///
/// This class is loaded with all others, but left to be initialized by the first such
/// memory, which takes no code. Until then C2 compiles no call of its methods: it takes
/// them for a place that is never reached, whatever its profile says or is too young to
/// say.
public final class UnusualMemory {

	private UnusualMemory() {
	}

	/// The number that it is given.
	/// @param bytes the size of the memory
	public static long size(long bytes) {
		return bytes;
	}

}
