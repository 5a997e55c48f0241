package dev.graft.differential;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The events of a recording, read one after the other. Their grammar is told in
/// `src/test/npm/recorder.mjs`.
final class Trace {

	private final List<String> lines;

	private int next;

	Trace(List<String> lines) {
		this.lines = lines;
	}

	boolean hasNext() {
		return this.next < this.lines.size();
	}

	Event next() {
		return new Event(++this.next, this.lines.get(this.next - 1));
	}

	/// An event.
	///
	/// @param number the number of its line
	/// @param text the line
	record Event(int number, String text) {

		String kind() {
			return word(0);
		}

		String word(int index) {
			return this.text.split(" ", -1)[index];
		}

		String name(int index) {
			return URLDecoder.decode(word(index), StandardCharsets.UTF_8);
		}

		/// The words from one on.
		List<String> words(int from) {
			String[] words = this.text.split(" ", -1);
			return Arrays.asList(words).subList(from, words.length);
		}

	}

}
