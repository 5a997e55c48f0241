package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.NumberType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Modules with more globals than an instance has fields for. They behave like others.
class ManyGlobalsTests {

	/// More than there are fields.
	private static final int MANY = 10_050;

	private static final String EVERY_TYPE = """
			(type $f (func (result i32)))
			(func $one (type $f) (i32.const 1))
			(func $two (type $f) (i32.const 2))
			(elem declare func $one $two)
			(global $i (mut i32) (i32.const -3))
			(global $j (mut i64) (i64.const 0x123456789abcdef0))
			(global $v (mut v128) (v128.const i64x2 5 6))
			(global $f (mut f32) (f32.const nan:0x200001))
			(global $d (mut f64) (f64.const -0.5))
			(global $r (mut funcref) (ref.func $one))
			(global $x (mut externref) (ref.null extern))
			(global $c i32 (i32.const 77))
			(global $k (export "k") (mut i64) (i64.const 10))
			(global $y (export "y") (mut externref) (ref.null extern))
			(global $w (export "w") (mut v128) (v128.const i64x2 7 8))
			(table $t 1 funcref)
			(func (export "i") (result i32) (global.get $i))
			(func (export "j") (result i64) (global.get $j))
			(func (export "v") (result i64) (i64x2.extract_lane 1 (global.get $v)))
			(func (export "f") (result i32) (i32.reinterpret_f32 (global.get $f)))
			(func (export "d") (result f64) (global.get $d))
			(func (export "r") (result i32)
				(table.set $t (i32.const 0) (global.get $r))
				(call_indirect $t (type $f) (i32.const 0)))
			(func (export "x") (result externref) (global.get $x))
			(func (export "c") (result i32) (global.get $c))
			(func (export "k+1") (result i64)
				(global.set $k (i64.add (global.get $k) (i64.const 1)))
				(global.get $k))
			(func (export "y of x") (global.set $y (global.get $x)))
			(func (export "w+w") (result i64)
				(global.set $w (i64x2.add (global.get $w) (global.get $w)))
				(i64x2.extract_lane 1 (global.get $w)))
			(func (export "change") (param externref)
				(global.set $i (i32.const 4))
				(global.set $j (i64.const -1))
				(global.set $v (i64x2.add (global.get $v) (global.get $v)))
				(global.set $f (f32.const 1))
				(global.set $d (f64.mul (global.get $d) (global.get $d)))
				(global.set $r (ref.func $two))
				(global.set $x (local.get 0)))
			""";

	private final Engine engine = Engine.create();

	private final Store store = Store.create(this.engine);

	private final Linker linker = Linker.create(this.engine);

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@Test
	void globalsOfEveryTypeBeginAsTheModuleSaysAndKeepWhatIsSet() {
		Instance instance = instantiate(defined() + EVERY_TYPE);
		assertBeginning(instance);
		instance.func("change").call("other");
		assertThat(result(instance, "i")).isEqualTo(4);
		assertThat(result(instance, "j")).isEqualTo(-1L);
		assertThat(result(instance, "v")).isEqualTo(12L);
		assertThat(result(instance, "f")).isEqualTo(Float.floatToRawIntBits(1));
		assertThat(result(instance, "d")).isEqualTo(0.25);
		assertThat(result(instance, "r")).isEqualTo(2);
		assertThat(result(instance, "x")).isEqualTo("other");
	}

	@Test
	void instancesDoNotShareTheirGlobals() {
		Instance one = instantiate(defined() + EVERY_TYPE);
		Instance other = this.linker.instantiate(this.store, one.module());
		one.func("change").call("mine");
		one.func("k+1").call();
		assertBeginning(other);
		assertThat(other.global("k").get()).isEqualTo(10L);
	}

	@Test
	void aResetMakesThemWhatTheyWere() {
		Instance instance = instantiate(defined() + EVERY_TYPE);
		instance.func("change").call("before");
		instance.func("k+1").call();
		instance.reset();
		assertBeginning(instance);
		assertThat(instance.global("k").get()).isEqualTo(10L);
	}

	@Test
	void theHostAndTheGuestSeeTheSameExportedGlobal() {
		Instance instance = instantiate(defined() + EVERY_TYPE);
		instance.global("k").set(41L);
		assertThat(result(instance, "k+1")).isEqualTo(42L);
		assertThat(instance.global("k").get()).isEqualTo(42L);
		instance.func("change").call("shared");
		instance.func("y of x").call();
		assertThat(instance.global("y").get()).isEqualTo("shared");
		assertThat(result(instance, "w+w")).isEqualTo(16L);
	}

	@Test
	void manyGlobalsCanBeImported() {
		Global shared = Global.create(this.store, new ExternalType.Global(NumberType.I32, true), 5);
		this.linker.define("env", "g", shared);
		Instance instance = instantiate("(import \"env\" \"g\" (global (mut i32)))\n".repeat(MANY) + """
				(global $last (mut i64) (i64.const 6))
				(func (export "double") (result i64)
					(global.set 10040 (i32.mul (global.get 10041) (i32.const 2)))
					(global.set $last (i64.extend_i32_s (global.get 3)))
					(global.get $last))
				""");
		assertThat(result(instance, "double")).isEqualTo(10L);
		assertThat(shared.get()).isEqualTo(10);
	}

	@Test
	void aGlobalCanBeginWithAnEarlierOne() {
		Instance instance = instantiate(defined() + """
				(global $a i32 (i32.const 20))
				(global $b (mut i32) (i32.add (global.get $a) (global.get 1)))
				(func (export "b") (result i32) (global.get $b))
				""");
		assertThat(result(instance, "b")).isEqualTo(21);
	}

	private static void assertBeginning(Instance instance) {
		assertThat(result(instance, "i")).isEqualTo(-3);
		assertThat(result(instance, "j")).isEqualTo(0x1234_5678_9abc_def0L);
		assertThat(result(instance, "v")).isEqualTo(6L);
		assertThat(result(instance, "f")).isEqualTo(0x7fa0_0001);
		assertThat(result(instance, "d")).isEqualTo(-0.5);
		assertThat(result(instance, "r")).isEqualTo(1);
		assertThat(instance.func("x").call()).containsExactly((Object) null);
		assertThat(result(instance, "c")).isEqualTo(77);
	}

	private static @Nullable Object result(Instance instance, String function) {
		return instance.func(function).call()[0];
	}

	private static String defined() {
		return "(global i32 (i32.const 1))\n".repeat(MANY);
	}

	private Instance instantiate(String fields) {
		byte[] text = ("(module\n" + fields + ")").getBytes(StandardCharsets.UTF_8);
		return this.linker.instantiate(this.store, this.engine.load("globals.wat", text));
	}

}
