package dev.graft.fuzz;

import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.OpTable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Damages modules in the text format, token by token and form by form.
final class TextMutator {

	private static final Pattern TOKEN = Pattern
		.compile("\"(?:\\\\.|[^\"\\\\])*+\"|;;[^\\n]*|\\(;|;\\)|[()]|[^\\s()\";]+|\\s+|.", Pattern.DOTALL);

	private static final List<String> NUMBERS = List.of("0", "-1", "1", "0x", "0x1p", "0xffffffff", "4294967295",
			"4294967296", "-2147483649", "18446744073709551615", "18446744073709551616", "1_000", "1__0", "nan",
			"nan:0x1", "nan:canonical", "inf", "-inf", "0x1p1024", "1e999", "0x0.0000000001p-1070",
			"99999999999999999999");

	private static final List<String> WORDS = List.of("(", ")", "$x", "$\"y\"", "$", "(;", ";)", ";;", "\"", "\"\\00\"",
			"\"\\u{110000}\"", "\"\\ff\"", "(param", "(result", "(type 0)", "(type 99)", "(local i32)", "(then)",
			"(else)", "(ref null 0)", "(ref any)", "(ref $t)", "(mut i32)", "(field i8)", "(sub final)", "(rec)",
			"(@a b)", "(@", "offset=0", "offset=-1", "align=3", "align=4", "i64", "shared", "(pagesize 1)", "(item)",
			"(export \"e\")", "(import \"m\" \"n\")", "funcref", "externref", "v128", "i8x16", "end", "else",
			"(table 0 1)", "(memory 0)", "(start 0)", "(elem 0)", "(data \"x\")", "(tag)", "(catch_all 0)", "(on 0)",
			"\u00e9", "\u0000");

	private final Dice dice;

	private final List<Op> ops = OpTable.all();

	TextMutator(Dice dice) {
		this.dice = dice;
	}

	/// A damaged copy.
	String damage(String text) {
		List<String> tokens = tokens(text);
		int changes = this.dice.oneIn(3) ? this.dice.between(2, 6) : 1;
		for (int i = 0; i < changes && !tokens.isEmpty(); i++) {
			change(tokens);
		}
		return String.join("", tokens);
	}

	static List<String> tokens(String text) {
		List<String> tokens = new ArrayList<>();
		Matcher matcher = TOKEN.matcher(text);
		while (matcher.find()) {
			tokens.add(matcher.group());
		}
		return tokens;
	}

	private void change(List<String> tokens) {
		int at = this.dice.below(tokens.size());
		switch (this.dice.below(11)) {
			case 0 -> tokens.remove(at);
			case 1 -> tokens.add(at, tokens.get(this.dice.below(tokens.size())));
			case 2 -> tokens.set(at, tokens.get(this.dice.below(tokens.size())));
			case 3 -> tokens.set(at, " " + this.dice.of(NUMBERS) + " ");
			case 4 -> tokens.add(at, " " + this.dice.of(WORDS) + " ");
			case 5 -> tokens.set(at, " " + this.dice.of(this.ops).mnemonic() + " ");
			case 6 -> tokens.addAll(at, form(tokens));
			case 7 -> removeForm(tokens, at);
			case 8 -> swap(tokens, at);
			case 9 -> tokens.subList(at, tokens.size()).clear();
			default -> character(tokens, at);
		}
	}

	private void swap(List<String> tokens, int at) {
		int other = this.dice.below(tokens.size());
		String token = tokens.get(at);
		tokens.set(at, tokens.get(other));
		tokens.set(other, token);
	}

	private void character(List<String> tokens, int at) {
		StringBuilder token = new StringBuilder(tokens.get(at));
		token.setCharAt(this.dice.below(token.length()), (char) this.dice.below(0x180));
		tokens.set(at, token.toString());
	}

	private List<String> form(List<String> tokens) {
		int from = this.dice.below(tokens.size());
		return List.copyOf(tokens.subList(from, end(tokens, from)));
	}

	private static void removeForm(List<String> tokens, int at) {
		tokens.subList(at, end(tokens, at)).clear();
	}

	/// Where the form ends that begins at a token, which may be a single token.
	private static int end(List<String> tokens, int from) {
		int depth = 0;
		for (int i = from; i < tokens.size(); i++) {
			depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
			if (depth <= 0) {
				return i + 1;
			}
		}
		return tokens.size();
	}

}
