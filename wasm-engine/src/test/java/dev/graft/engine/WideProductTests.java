package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Products that are put together from products of halves, for which the compiler
/// multiplies once: both halves are what they are, and what only looks like such a product
/// is what it was.
class WideProductTests {

	private static final long[] CORNERS = { 0, 1, 2, 0xFFFF, 0x1_0000, 0x1_0001, 0xFFFE_FFFFL, 0xFFFF_0000L,
			0xFFFF_FFFFL, 0x1_0000_0000L, 0x1_0000_0001L, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFE_FFFF_FFFFL,
			0xFFFF_FFFF_0000_0000L, 0xFFFF_0000_FFFF_0000L, 0x8000_0000_0000_0000L, 0x7FFF_FFFF_FFFF_FFFFL, -1, -2 };

	private final Engine engine = Engine.create();

	@AfterEach
	void close() {
		this.engine.close();
	}

	/// How the halves are found from the four products.
	enum Way {

		/// The carry of the sum that has the upper half of the lowest product in it. The
		/// variable of a factor is used again, as compilers do.
		CARRY("""
				(local.set $u (add (add ${x} ${y}) (shr_u ${low} ${h})))
				(local.set $upper (add (select (add ${high} ${bit}) ${high} (lt_u (local.get $u) ${y}))
				  (shr_u (local.get $u) ${h})))
				(local.set $lower (add (shl (local.get $u) ${h}) (and ${low} ${m})))"""),

		/// The same in other terms: something else is added to both halves.
		CARRY_IN_SUM("""
				(local.set $t (add ${y} (add (shr_u ${low} ${h}) ${x})))
				(local.set $upper (add (local.get $more) (add (add (shr_u (local.get $t) ${h}) ${high})
				  (select ${bit} (const 0) (gt_u ${x} (local.get $t))))))
				(local.set $lower (add (and ${low} ${m}) (add (local.get $more) (shl (local.get $t) ${h}))))
				(local.set $upper (sub (local.get $upper) (local.get $more)))
				(local.set $lower (sub (local.get $lower) (local.get $more)))"""),

		/// Two carries.
		TWO_CARRIES(
				"""
						(local.set $t (add ${x} ${y}))
						(local.set $lower (add ${low} (shl (local.get $t) ${h})))
						(local.set $upper (add (add ${high} (or (shl ${less:(local.get $t);${x}} ${h}) (shr_u (local.get $t) ${h})))
						  ${less:(local.get $lower);${low}}))"""),

		/// No carries, one product after the other.
		LADDER("""
				(local.set $t (add ${x} (shr_u ${low} ${h})))
				(local.set $v (add ${y} (and (local.get $t) ${m})))
				(local.set $upper (add (add ${high} (shr_u (local.get $t) ${h})) (shr_u (local.get $v) ${h})))
				(local.set $lower (or (shl (local.get $v) ${h}) (and ${low} ${m})))"""),

		/// No carries, half of a product.
		CROSS("""
				(local.set $t (add (add (and ${x} ${m}) (shr_u ${low} ${h})) ${y}))
				(local.set $upper (add (add ${high} (shr_u (local.get $t) ${h})) (shr_u ${x} ${h})))
				(local.set $lower (or (shl (local.get $t) ${h}) (and ${low} ${m})))"""),

		/// No carries, halves of both.
		HALVES("""
				(local.set $t (add (add (and ${x} ${m}) (shr_u ${low} ${h})) (and ${y} ${m})))
				(local.set $upper (add (add (shr_u ${y} ${h}) (add ${high} (shr_u (local.get $t) ${h}))) (shr_u ${x} ${h})))
				(local.set $lower (or (shl (local.get $t) ${h}) (and ${low} ${m})))"""),

		/// The carries of the lower half.
		WHOLE("""
				(local.set $t (add ${low} (shl ${x} ${h})))
				(local.set $lower (add (local.get $t) (shl ${y} ${h})))
				(local.set $upper (add (add (add ${high} (shr_u ${x} ${h})) (add (shr_u ${y} ${h})
				  ${less:(local.get $t);${low}})) ${less:(local.get $lower);(local.get $t)}))""");

		private final String text;

		Way(String text) {
			this.text = text;
		}

	}

	@ParameterizedTest
	@EnumSource
	void findBothHalves(Way way) {
		compare(way.text, true);
	}

	// The carry is that of another sum, part of a product is left out, a half is not
	// masked or is another factor's.
	@ParameterizedTest
	@EnumSource
	void leaveAloneWhatIsAnotherNumber(Way way) {
		for (String[] change : new String[][] { { "${y}))\n", "${low}))\n" }, { "(and ${x} ${m})", "${x}" },
				{ "(shr_u ${low} ${h})", "(shr_u ${low} (const 15))" }, { "(and ${low} ${m})", "${low}" },
				{ "(and (local.get $t) ${m})", "(local.get $t)" }, { "(shr_u ${x} ${h})", "(shr_u ${y} ${h})" },
				{ "less:(local.get $t)", "less:(local.get $more)" }, { "${high}", "${x}" } }) {
			compare(way.text.replace(change[0], change[1]), false);
		}
	}

	private void compare(String way, boolean isProduct) {
		for (boolean wide : new boolean[] { false, true }) {
			for (boolean known : new boolean[] { true, false }) {
				String name = "%s %s %s".formatted(wide, known, way);
				Module module = this.engine.load("product.wat", text(way, wide, true, known));
				Module reference = this.engine.load("reference.wat", text(way, wide, false, known));
				try (Store store = Store.builder(this.engine).deadline(null).build()) {
					Func one = Linker.create(this.engine).instantiate(store, module).func("run");
					Func other = Linker.create(this.engine).instantiate(store, reference).func("run");
					for (long[] pair : pairs()) {
						List<Object> halves = call(one, pair, wide);
						assertThat(halves).as(name).isEqualTo(call(other, pair, wide));
						if (isProduct && known) {
							assertThat(halves).as(name).isEqualTo(product(pair, wide));
						}
					}
				}
			}
		}
	}

	private static List<long[]> pairs() {
		Random random = new Random(17);
		List<long[]> pairs = new ArrayList<>();
		for (long one : CORNERS) {
			for (long other : CORNERS) {
				pairs.add(new long[] { one, other, random.nextLong() });
			}
			pairs.add(new long[] { random.nextLong(), random.nextLong() >>> random.nextInt(64), one });
		}
		return pairs;
	}

	private static List<Object> call(Func function, long[] pair, boolean wide) {
		Object[] arguments = new Object[pair.length];
		for (int number = 0; number < arguments.length; number++) {
			arguments[number] = wide ? (Object) pair[number] : (Object) (int) pair[number];
		}
		return List.of(function.call(arguments));
	}

	private static List<Object> product(long[] pair, boolean wide) {
		if (wide) {
			return List.of(Math.unsignedMultiplyHigh(pair[0], pair[1]), pair[0] * pair[1]);
		}
		long product = (pair[0] & 0xFFFF_FFFFL) * (pair[1] & 0xFFFF_FFFFL);
		return List.of((int) (product >>> 32), (int) product);
	}

	// In the reference something is added to a product of which nothing is known. Halves
	// of which nothing is known are not masked.
	private static byte[] text(String way, boolean wide, boolean plain, boolean known) {
		String code = """
				(module
				  (global $zero (mut ${t}) (const 0))
				  (func (export "run") (param $u ${t}) (param $v ${t}) (param $more ${t}) (result ${t} ${t})
				    (local $ul ${t}) (local $uh ${t}) (local $vl ${t}) (local $vh ${t})
				    (local $t ${t}) (local $low ${t}) (local $x ${t}) (local $y ${t}) (local $high ${t})
				    (local $upper ${t}) (local $lower ${t})
				    (local.set $ul ${masked})
				    (local.set $uh (shr_u (local.get $u) ${h}))
				    (local.set $vl (and (local.get $v) ${m}))
				    (local.set $vh (shr_u (local.get $v) ${h}))
				    (local.set $low (mul (local.get $ul) (local.get $vl)))
				    (local.set $x (mul (local.get $vl) (local.get $uh)))
				    (local.set $y (mul (local.get $ul) (local.get $vh)))
				    (local.set $high (mul (local.get $vh) (local.get $uh)))
				    ${open}
				    ${way}
				    (local.get $upper)
				    (local.get $lower)))
				""".replace("${way}", way)
			.replace("${open}", plain ? "" : "(local.set $x (add (local.get $x) (global.get $zero)))")
			.replace("${masked}", known ? "(and (local.get $u) ${m})" : "(local.get $u)")
			.replaceAll("\\$\\{(low|x|y|high)}", "(local.get \\$$1)")
			.replaceAll("\\$\\{less:(.*?);(.*?)}", wide ? "(i64.extend_i32_u (lt_u $1 $2))" : "(lt_u $1 $2)")
			.replace("${h}", wide ? "(const 32)" : "(const 16)")
			.replace("${m}", wide ? "(const 0xffffffff)" : "(const 0xffff)")
			.replace("${bit}", wide ? "(const 0x100000000)" : "(const 0x10000)")
			.replace("${t}", wide ? "i64" : "i32");
		return code.replaceAll("\\((add|sub|mul|and|or|shl|shr_u|lt_u|gt_u|const)\\b", wide ? "(i64.$1" : "(i32.$1")
			.getBytes(StandardCharsets.UTF_8);
	}

}
