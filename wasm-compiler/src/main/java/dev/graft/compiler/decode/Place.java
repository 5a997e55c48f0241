package dev.graft.compiler.decode;

/// Which part of a module something is in, for messages: what comes after `@0x1f3`.
public sealed interface Place {

	/// Before the first section or between sections.
	record InModule() implements Place {

		@Override
		public String toString() {
			return "";
		}

	}

	/// In a section.
	/// @param section which one
	record InSection(Section section) implements Place {

		@Override
		public String toString() {
			return " in the " + this.section + " section";
		}

	}

	/// In the body of a function.
	/// @param functionIndex which one
	record InFunction(int functionIndex) implements Place {

		@Override
		public String toString() {
			return " in function " + this.functionIndex;
		}

	}

}
