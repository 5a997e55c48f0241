package dev.graft.fuzz.c;

import dev.graft.fuzz.Dice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts that can be made of symbols, as the files `src/test/fuzz/*.grammar` say.
///
/// A file and not code, since what finds mistakes is what is in it: idioms are added there
/// as people write them.
final class Grammar {

	private static final String LEAF = "_leaf";

	private static final Pattern HEADER = Pattern.compile("(\\w+)(?: depth ([\\d ]+))?");

	private static final Pattern ALTERNATIVE = Pattern.compile(" (?:(\\d+)(?: |$))?(.*)");

	private static final Pattern RANGE = Pattern.compile("(-?\\d+)\\.\\.(-?\\d+)");

	/// How often a symbol that could go on ends instead.
	private static final int ENDS = 7;

	private final Map<String, Symbol> symbols;

	private Grammar(Map<String, Symbol> symbols) {
		this.symbols = symbols;
	}

	/// @param alternatives each as often as it weighs
	/// @param depths how deep what is below it may be nested, or nothing if that is told
	/// from above
	private record Symbol(List<String> alternatives, List<Integer> depths) {
	}

	/// Reads files. What a file says replaces what those before it say.
	static Grammar of(Path... files) throws IOException {
		Map<String, Symbol> symbols = new HashMap<>();
		for (Path file : files) {
			Symbol current = new Symbol(List.of(), List.of());
			for (String line : Files.readAllLines(file)) {
				if (line.startsWith(" ")) {
					alternative(line, current.alternatives());
				}
				else if (!line.isEmpty() && !line.startsWith("#")) {
					current = symbol(line, symbols);
				}
			}
		}
		return new Grammar(symbols);
	}

	private static Symbol symbol(String line, Map<String, Symbol> symbols) {
		Matcher header = HEADER.matcher(line);
		if (!header.matches()) {
			throw new IllegalArgumentException("expected a symbol, found " + line);
		}
		List<Integer> depths = (header.group(2) != null)
				? List.of(header.group(2).split(" ")).stream().map(Integer::valueOf).toList() : List.of();
		Symbol symbol = new Symbol(new ArrayList<>(), depths);
		symbols.put(header.group(1), symbol);
		return symbol;
	}

	private static void alternative(String line, List<String> alternatives) {
		Matcher parts = ALTERNATIVE.matcher(line);
		if (!parts.matches()) {
			throw new IllegalArgumentException("expected an alternative, found " + line);
		}
		int weight = (parts.group(1) != null) ? Integer.parseInt(parts.group(1)) : 1;
		for (int i = 0; i < weight; i++) {
			alternatives.add(parts.group(2).replace("\\n", "\n"));
		}
	}

	/// The same with other alternatives of one symbol.
	Grammar with(String symbol, List<String> alternatives) {
		Map<String, Symbol> changed = new HashMap<>(this.symbols);
		changed.put(symbol, new Symbol(alternatives, List.of()));
		return new Grammar(changed);
	}

	/// A text that a symbol stands for.
	String write(String symbol, Dice dice) {
		StringBuilder out = new StringBuilder();
		new Writing(dice, out).symbol(symbol, 0);
		return out.toString();
	}

	private final class Writing {

		private final Dice dice;

		private final StringBuilder out;

		Writing(Dice dice, StringBuilder out) {
			this.dice = dice;
			this.out = out;
		}

		void symbol(String name, int depth) {
			Symbol symbol = find(name);
			boolean nests = Grammar.this.symbols.containsKey(name + LEAF);
			if (nests && (depth == 0 || this.dice.oneIn(ENDS))) {
				text(this.dice.of(find(name + LEAF).alternatives()), 0);
				return;
			}
			int below = symbol.depths().isEmpty() ? depth : this.dice.of(symbol.depths());
			text(this.dice.of(symbol.alternatives()), nests ? below - 1 : below);
		}

		private Symbol find(String name) {
			Symbol symbol = Grammar.this.symbols.get(name);
			if (symbol == null) {
				throw new IllegalArgumentException("no symbol is called " + name);
			}
			return symbol;
		}

		private void text(String text, int depth) {
			int at = 0;
			for (int next = text.indexOf('$'); next >= 0; next = text.indexOf('$', at)) {
				this.out.append(text, at, next);
				at = (text.charAt(next + 1) == '{') ? end(text, next + 2) : endOfName(text, next + 1);
				if (text.charAt(next + 1) == '{') {
					choice(text.substring(next + 2, at - 1), depth);
				}
				else {
					symbol(text.substring(next + 1, at), depth);
				}
			}
			this.out.append(text, at, text.length());
		}

		private void choice(String choices, int depth) {
			Matcher range = RANGE.matcher(choices);
			if (range.matches()) {
				this.out.append(this.dice.between(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))));
			}
			else {
				text(this.dice.of(split(choices)), depth);
			}
		}

	}

	// Behind the brace that closes one, of which the inside begins at a place.
	private static int end(String text, int begin) {
		int open = 1;
		int at = begin;
		while (open > 0) {
			open += nesting(text.charAt(at++));
		}
		return at;
	}

	private static int endOfName(String text, int begin) {
		int at = begin;
		while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
			at++;
		}
		return at;
	}

	private static List<String> split(String choices) {
		List<String> parts = new ArrayList<>();
		int open = 0;
		int begin = 0;
		for (int at = 0; at < choices.length(); at++) {
			open += nesting(choices.charAt(at));
			if (choices.charAt(at) == '|' && open == 0) {
				parts.add(choices.substring(begin, at));
				begin = at + 1;
			}
		}
		parts.add(choices.substring(begin));
		return parts;
	}

	private static int nesting(char character) {
		return (character == '{') ? 1 : (character == '}') ? -1 : 0;
	}

}
