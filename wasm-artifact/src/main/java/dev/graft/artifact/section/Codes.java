package dev.graft.artifact.section;

import dev.graft.artifact.format.SectionInput;
import dev.graft.artifact.format.SectionOutput;
import java.util.List;

/// Constants that are written as one byte, their position in this list: part of the
/// format, whatever becomes of the enum.
///
/// @param what what they are, for messages
/// @param constants the constants in the order of their codes
record Codes<T>(String what, List<T> constants) {

	/// Copies the list.
	Codes {
		constants = List.copyOf(constants);
	}

	int size() {
		return this.constants.size();
	}

	void write(SectionOutput output, T constant) {
		output.u8(this.constants.indexOf(constant));
	}

	T read(SectionInput input) {
		return get(input.choice(this.what, size()));
	}

	T get(int code) {
		return this.constants.get(code);
	}

}
