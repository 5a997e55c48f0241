package guest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.teavm.interop.Export;

/// A Java program: what its main method prints, and functions for a host to call.
public final class Orders {

	enum Status {

		OPEN, PAID, SENT

	}

	record Line(String sku, int count, BigDecimal price) {

		BigDecimal total() {
			return this.price.multiply(BigDecimal.valueOf(this.count));
		}

	}

	record Order(int id, String customer, Status status, List<Line> lines) {

		BigDecimal total() {
			return this.lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
		}

	}

	interface Expression {

		int evaluate(Map<String, Integer> variables);

	}

	record Constant(int value) implements Expression {

		@Override
		public int evaluate(Map<String, Integer> variables) {
			return this.value;
		}

	}

	record Variable(String name) implements Expression {

		@Override
		public int evaluate(Map<String, Integer> variables) {
			Integer value = variables.get(this.name);
			if (value == null) {
				throw new UnknownVariableException(this.name);
			}
			return value;
		}

	}

	record Binary(char operator, Expression left, Expression right) implements Expression {

		private static final Map<Character, IntBinaryOperator> OPERATORS = Map.of('+', (a, b) -> a + b, '-', (a, b) -> a - b, '*',
				(a, b) -> a * b, '/', Orders::divide, '%', (a, b) -> a % b);

		@Override
		public int evaluate(Map<String, Integer> variables) {
			return OPERATORS.get(this.operator).applyAsInt(this.left.evaluate(variables), this.right.evaluate(variables));
		}

	}

	static final class UnknownVariableException extends RuntimeException {

		private static final long serialVersionUID = 1;

		UnknownVariableException(String name) {
			super("unknown variable " + name);
		}

	}

	static final class ExpressionParser {

		private static final Pattern TOKEN = Pattern.compile("\\s*(?:(\\d+)|([a-z]\\w*)|([-+*/%()]))");

		private final List<String> tokens = new ArrayList<>();

		private int next;

		ExpressionParser(String text) {
			Matcher matcher = TOKEN.matcher(text);
			int end = 0;
			while (end < text.length() && matcher.find(end) && matcher.start() == end) {
				this.tokens.add(matcher.group().trim());
				end = matcher.end();
			}
			if (end < text.length()) {
				throw new IllegalArgumentException("unexpected text at " + end);
			}
		}

		Expression parse() {
			Expression expression = sum();
			if (this.next < this.tokens.size()) {
				throw new IllegalArgumentException("unexpected " + this.tokens.get(this.next));
			}
			return expression;
		}

		private Expression sum() {
			Expression left = product();
			while (at("+") || at("-")) {
				char operator = this.tokens.get(this.next++).charAt(0);
				left = new Binary(operator, left, product());
			}
			return left;
		}

		private Expression product() {
			Expression left = atom();
			while (at("*") || at("/") || at("%")) {
				char operator = this.tokens.get(this.next++).charAt(0);
				left = new Binary(operator, left, atom());
			}
			return left;
		}

		private Expression atom() {
			if (this.next >= this.tokens.size()) {
				throw new IllegalArgumentException("unexpected end");
			}
			String token = this.tokens.get(this.next++);
			if (token.equals("(")) {
				Expression inner = sum();
				if (!at(")")) {
					throw new IllegalArgumentException("missing )");
				}
				this.next++;
				return inner;
			}
			return Character.isDigit(token.charAt(0)) ? new Constant(Integer.parseInt(token)) : new Variable(token);
		}

		private boolean at(String token) {
			return this.next < this.tokens.size() && this.tokens.get(this.next).equals(token);
		}

	}

	private Orders() {
	}

	private static List<Order> orders(int count) {
		Random random = new Random(7);
		return IntStream.range(0, count)
			.mapToObj((id) -> new Order(id, "customer " + random.nextInt(10), Status.values()[random.nextInt(3)],
					IntStream.range(0, 1 + random.nextInt(4))
						.mapToObj((line) -> new Line("S" + random.nextInt(20), 1 + random.nextInt(9),
								BigDecimal.valueOf(random.nextInt(100_00), 2)))
						.collect(Collectors.toList())))
			.collect(Collectors.toList());
	}

	private static void streams() {
		List<Order> orders = orders(200);
		System.out.println(orders.get(0));
		System.out.println(orders.stream().map(Order::total).reduce(BigDecimal.ZERO, BigDecimal::add));
		Map<Status, List<Order>> byStatus = orders.stream().collect(Collectors.groupingBy(Order::status, TreeMap::new, Collectors.toList()));
		byStatus.forEach((status, some) -> System.out.println(status + " " + some.size() + " " + some.get(0).customer()));
		Map<String, BigDecimal> revenue = new TreeMap<>();
		orders.forEach((order) -> revenue.merge(order.customer(), order.total(), BigDecimal::add));
		revenue.entrySet()
			.stream()
			.sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
			.limit(3)
			.forEach((entry) -> System.out.println(entry.getKey() + ": " + entry.getValue().setScale(1, RoundingMode.HALF_EVEN)));
		TreeSet<String> articles = orders.stream().flatMap((order) -> order.lines().stream()).map(Line::sku).collect(Collectors.toCollection(TreeSet::new));
		System.out.println(articles);
	}

	private static void collections() {
		PriorityQueue<String> queue = new PriorityQueue<>(Comparator.comparing(String::length).thenComparing(Comparator.reverseOrder()));
		queue.addAll(Arrays.asList("pear", "fig", "banana", "kiwi", "apple", "date"));
		StringBuilder drained = new StringBuilder();
		while (!queue.isEmpty()) {
			drained.append(queue.poll()).append(' ');
		}
		System.out.println(drained);
		ArrayDeque<Integer> deque = new ArrayDeque<>();
		for (int i = 0; i < 50; i++) {
			if (i % 3 == 0) {
				deque.addFirst(i);
			}
			else if (i % 7 == 0) {
				deque.pollLast();
			}
			else {
				deque.addLast(i);
			}
		}
		System.out.println(deque);
		Map<Integer, String> recent = new LinkedHashMap<>(16, 0.75f, true);
		for (int i = 0; i < 8; i++) {
			recent.put(i, "v" + i);
		}
		recent.get(2);
		recent.get(5);
		System.out.println(recent.keySet());
		BitSet sieve = new BitSet(1000);
		sieve.set(2, 1000);
		for (int i = 2; i * i < 1000; i++) {
			if (sieve.get(i)) {
				for (int j = i * i; j < 1000; j += i) {
					sieve.clear(j);
				}
			}
		}
		System.out.println(sieve.cardinality() + " " + sieve.previousSetBit(999));
		Map<String, Integer> counts = new HashMap<>();
		for (int i = 0; i < 20_000; i++) {
			counts.merge("k" + (i * 31 % 509), i, Integer::sum);
		}
		System.out.println(counts.size() + " " + counts.values().stream().mapToLong(Integer::longValue).sum());
		Iterator<Map.Entry<String, Integer>> entries = counts.entrySet().iterator();
		while (entries.hasNext()) {
			if (entries.next().getValue() % 2 == 0) {
				entries.remove();
			}
		}
		System.out.println(counts.size() + " " + Objects.hash(1, "a", 2.5));
	}

	private static void numbers() {
		System.out.println(BigInteger.valueOf(2).pow(521).subtract(BigInteger.ONE).toString().substring(0, 40));
		System.out.println(new BigInteger("123456789012345678901234567890").modPow(new BigInteger("65537"), BigInteger.TEN.pow(30).add(BigInteger.valueOf(57))));
		System.out.println(BigDecimal.ONE.divide(BigDecimal.valueOf(7), 40, RoundingMode.HALF_UP));
		System.out.println(Integer.MIN_VALUE / -1 + " " + Long.MIN_VALUE / -1 + " " + (-7 >> 1) + " " + (-7 >>> 29) + " " + (-7 % 3) + " " + (1 << 33));
		System.out.println((int) 1e20 + " " + (long) Double.NaN + " " + (byte) 300 + " " + (char) 66 + " " + (short) 70000 + " " + (int) -3.9f);
		System.out.println(0.1 + 0.2 + " " + 1e21 + " " + 1.0f / 3 + " " + -0.0 + " " + 100.0 + " " + Double.MIN_VALUE + " " + 0.0 / 0);
		System.out.println(Long.toHexString(-255L) + " " + Integer.toBinaryString(42) + " " + Long.parseLong("-zz", 36) + " " + Integer.bitCount(0xF0F0) + " "
				+ Long.numberOfTrailingZeros(1L << 40));
		System.out.println(Math.floorMod(-7, 3) + " " + Math.round(2.5) + " " + Math.round(-2.5) + " " + Math.sqrt(2) + " " + Math.hypot(3, 4));
	}

	private static void exceptions() {
		List<String> trail = new ArrayList<>();
		Map<String, Integer> variables = Map.of("x", 6, "y", 0);
		for (String text : List.of("1 + 2 * 3", "(x - 1) * (x + 1) % 7", "x / y", "z + 1", "2 * (3", "4 $ 5", "")) {
			try {
				trail.add(text + " = " + new ExpressionParser(text).parse().evaluate(variables));
			}
			catch (ArithmeticException | UnknownVariableException ex) {
				trail.add(text + ": " + ex.getClass().getSimpleName());
			}
			catch (IllegalArgumentException ex) {
				trail.add(text + ": " + ex.getMessage());
			}
			finally {
				trail.add(";");
			}
		}
		System.out.println(String.join(" ", trail));
		List<Function<Object, Object>> wrong = List.of((o) -> ((String) o).length(), (o) -> ((Object[]) o).length,
				(o) -> List.of(1).get((Integer) o), (o) -> { throw new IllegalStateException("state", new RuntimeException("cause")); });
		for (Function<Object, Object> function : wrong) {
			try {
				System.out.println(function.apply(-1));
			}
			catch (RuntimeException ex) {
				System.out.println(ex.getClass().getName() + (ex.getCause() != null ? " by " + ex.getCause().getMessage() : ""));
			}
		}
		int caught = 0;
		for (int i = 0; i < 2_000; i++) {
			try {
				if (i % 4 == 0) {
					throw new UnknownVariableException("v" + i);
				}
			}
			catch (UnknownVariableException ex) {
				caught += ex.getMessage().length();
			}
		}
		System.out.println(caught);
	}

	private static void strings() {
		System.out.println("Größe 日本".toUpperCase() + " " + "a,b,,c".split(",").length + " " + "x".repeat(5) + " " + "Kotlin".chars().sum() + " " + "hello".hashCode());
		System.out.println(String.format("%5d|%-6s|%08.3f|%x|%,d", 42, "ab", Math.PI, 255, 1234567));
		System.out.println("The year 1999 and 2026, not 12345".replaceAll("\\b(\\d{2})(\\d{2})\\b", "$2-$1"));
		System.out.println(new StringBuilder("reverse").reverse().insert(0, '<').append('>').deleteCharAt(1));
		System.out.println(Arrays.stream("one two three".split(" ")).map((line) -> line.indexOf("two") + line.lastIndexOf('e')).collect(Collectors.toList()));
	}

	// Division by zero traps here: no exception can be caught.
	private static int divide(int dividend, int divisor) {
		if (divisor == 0) {
			throw new ArithmeticException("division by zero");
		}
		return dividend / divisor;
	}

	/// Counts the ways to place n queens.
	@Export(name = "queens")
	public static int queens(int n) {
		return place(n, 0, 0, 0, 0);
	}

	private static int place(int n, int row, int columns, int left, int right) {
		if (row == n) {
			return 1;
		}
		int count = 0;
		for (int free = ((1 << n) - 1) & ~(columns | left | right); free != 0; free &= free - 1) {
			int bit = free & -free;
			count += place(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1);
		}
		return count;
	}

	/// Sorts made-up records by two keys and hashes the order.
	@Export(name = "sorted")
	public static long sorted(int count) {
		List<Order> orders = new ArrayList<>(orders(count));
		orders.sort(Comparator.comparing(Order::total).thenComparing(Order::customer));
		long hash = 0;
		for (Order order : orders) {
			hash = hash * 31 + order.id();
		}
		return hash;
	}

	/// Builds and walks trees, to have something to collect.
	@Export(name = "trees")
	public static double trees(int depth, double scale) {
		return walk(tree(depth)) * scale;
	}

	private static Object[] tree(int depth) {
		return depth == 0 ? new Object[] { 1 } : new Object[] { depth, tree(depth - 1), tree(depth - 1) };
	}

	private static int walk(Object[] tree) {
		int sum = (Integer) tree[0];
		for (int i = 1; i < tree.length; i++) {
			sum += walk((Object[]) tree[i]);
		}
		return sum;
	}

	public static void main(String[] args) {
		run();
	}

	/// Runs the program.
	@Export(name = "run")
	public static void run() {
		streams();
		collections();
		numbers();
		exceptions();
		strings();
		System.out.println(queens(8) + " " + sorted(50) + " " + trees(8, 0.5));
	}

}
