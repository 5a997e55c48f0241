package dev.graft.compiler.ir;

/// Who makes sure that a load or store lies within its memory.
public sealed interface Check {

	/// The load or store itself.
	///
	/// @param end up to where the memory has to reach, from the address: to the end of
	/// the access, or further, on behalf of accesses behind it
	record Own(long end) implements Check {
	}

	/// Another.
	enum ByOther implements Check {

		/// What has given the address, as a number of 64 bits: [CheckedAddress], or the
		/// beginning of a strip of a loop.
		GIVEN_ADDRESS,

		/// An access that comes before it on every way, at the same address; or nobody,
		/// as all that the address may be lies within the memory.
		BEFORE

	}

}
