package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;

import dev.graft.engine.trap.PoolExhaustedException;
import dev.graft.engine.trap.Trap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An instance that was reset, and one in a slot that another one has used, cannot be told
/// from one that was made in an engine without slots.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ResetTests {

	/// Every way to change what an instance is made of, and what it takes to see all of
	/// it.
	private static final String MODULE = """
			(module
			  (import "host" "started" (func $started))
			  (type $f (func (result i32)))
			  (memory $a (export "a") 3 40)
			  (memory $b (export "b") 1 8)
			  (memory $c (export "c") 0 8)
			  (table $t (export "t") 40 60 funcref)
			  (table $u 3000 funcref)
			  (table $x (export "x") 8 20 externref)
			  (global $g0 (mut i32) (i32.const 0))
			  (global $g1 (mut i64) (i64.const 77))
			  (global $g2 (mut f64) (f64.const 0))
			  (global $g3 (mut v128) (v128.const i64x2 0 0))
			  (global $g4 (mut funcref) (ref.func $one))
			  (global $g5 (mut externref) (ref.null extern))
			  (global $g6 (export "g6") (mut i32) (i32.const 0))
			  (global $g7 (export "g7") (mut i64) (i64.const -3))
			  (global $g8 (export "g8") (mut externref) (ref.null extern))
			  (global $starts (export "starts") (mut i32) (i32.const 0))
			  (data (memory $a) (i32.const 100) "the beginning")
			  (data (memory $a) (i32.const 131070) "across a page")
			  (data (memory $b) (i32.const 65530) "at end")
			  (data $p "passive bytes of a segment")
			  (data $q "other bytes")
			  (elem (table $t) (i32.const 3) func $one $two $one $two)
			  (elem (table $u) (i32.const 10) func $two $two $one)
			  (elem $e func $one $two $two)
			  (elem $n funcref (ref.func $two) (ref.null func) (ref.func $one))
			  (func $one (export "one") (type $f) (i32.const 1))
			  (func $two (export "two") (type $f) (i32.const 2))
			  (func $start
			    (global.set $starts (i32.add (global.get $starts) (i32.const 1)))
			    (i32.store (i32.const 20000) (i32.const 4711))
			    (table.set $t (i32.const 30) (ref.func $two))
			    (call $started))
			  (start $start)
			  (func (export "i32.store") (param i32 i32) (i32.store (local.get 0) (local.get 1)))
			  (func (export "i32.store8") (param i32 i32) (i32.store8 (local.get 0) (local.get 1)))
			  (func (export "i32.store16") (param i32 i32) (i32.store16 offset=7 (local.get 0) (local.get 1)))
			  (func (export "i64.store") (param i32 i32) (i64.store (local.get 0) (i64.extend_i32_s (local.get 1))))
			  (func (export "i64.store32") (param i32 i32) (i64.store32 (local.get 0) (i64.extend_i32_s (local.get 1))))
			  (func (export "f32.store") (param i32 i32) (f32.store (local.get 0) (f32.convert_i32_s (local.get 1))))
			  (func (export "f64.store") (param i32 i32) (f64.store (local.get 0) (f64.convert_i32_s (local.get 1))))
			  (func (export "v128.store") (param i32 i32) (v128.store (local.get 0) (i32x4.splat (local.get 1))))
			  (func (export "v128.store8_lane") (param i32 i32)
			    (v128.store8_lane 3 (local.get 0) (i32x4.splat (local.get 1))))
			  (func (export "atomic.store") (param i32 i32)
			    (i32.atomic.store (i32.and (local.get 0) (i32.const -4)) (local.get 1)))
			  (func (export "atomic.add") (param i32 i32)
			    (drop (i64.atomic.rmw.add (i32.and (local.get 0) (i32.const -8)) (i64.extend_i32_u (local.get 1)))))
			  (func (export "atomic.cmpxchg8") (param i32 i32)
			    (drop (i32.atomic.rmw8.cmpxchg_u (local.get 0) (i32.const 0) (i32.and (local.get 1) (i32.const 255)))))
			  (func (export "store in b") (param i32 i32) (i32.store $b (local.get 0) (local.get 1)))
			  (func (export "store in c") (param i32 i32) (i32.store $c (local.get 0) (local.get 1)))
			  (func (export "constant store") (param i32 i32) (i32.store (i32.const 65000) (local.get 1)))
			  (func (export "memory.fill") (param i32 i32) (memory.fill (local.get 0) (local.get 1) (i32.const 9000)))
			  (func (export "memory.copy") (param i32 i32) (memory.copy (local.get 0) (local.get 1) (i32.const 5000)))
			  (func (export "memory.copy b") (param i32 i32)
			    (memory.copy $a $b (local.get 0) (local.get 1) (i32.const 3000)))
			  (func (export "memory.init") (param i32 i32)
			    (memory.init $a $p (local.get 0) (i32.and (local.get 1) (i32.const 15)) (i32.const 9)))
			  (func (export "memory.init q") (param i32 i32)
			    (memory.init $b $q (local.get 0) (i32.const 0) (i32.const 11)))
			  (func (export "data.drop") (param i32 i32) (data.drop $p))
			  (func (export "data.drop q") (param i32 i32) (data.drop $q))
			  (func (export "memory.grow") (param i32 i32)
			    (drop (memory.grow $a (i32.rem_u (local.get 1) (i32.const 9)))))
			  (func (export "memory.grow b") (param i32 i32) (drop (memory.grow $b (i32.const 1))))
			  (func (export "memory.grow c") (param i32 i32) (drop (memory.grow $c (i32.const 1))))
			  (func (export "table.set") (param i32 i32)
			    (table.set $t (i32.rem_u (local.get 0) (i32.const 50)) (ref.func $two)))
			  (func (export "table.set null") (param i32 i32)
			    (table.set $t (i32.rem_u (local.get 0) (i32.const 50)) (ref.null func)))
			  (func (export "table.set u") (param i32 i32)
			    (table.set $u (i32.rem_u (local.get 0) (i32.const 3000)) (ref.func $one)))
			  (func (export "table.grow") (param i32 i32) (drop (table.grow $t (ref.func $one) (i32.const 3))))
			  (func (export "table.grow x") (param i32 i32) (drop (table.grow $x (ref.null extern) (i32.const 1))))
			  (func (export "table.fill") (param i32 i32)
			    (table.fill $t (i32.rem_u (local.get 0) (i32.const 40)) (ref.func $one) (i32.const 5)))
			  (func (export "table.fill all") (param i32 i32)
			    (table.fill $u (i32.const 0) (ref.func $one) (table.size $u)))
			  (func (export "table.fill all x") (param i32 i32)
			    (table.fill $x (i32.const 0) (global.get $g8) (table.size $x)))
			  (func (export "table.copy") (param i32 i32)
			    (table.copy $t $t (i32.rem_u (local.get 0) (i32.const 36)) (i32.rem_u (local.get 1) (i32.const 36))
			      (i32.const 6)))
			  (func (export "table.copy u") (param i32 i32)
			    (table.copy $u $t (i32.rem_u (local.get 0) (i32.const 36)) (i32.const 2) (i32.const 6)))
			  (func (export "table.init") (param i32 i32)
			    (table.init $t $e (i32.rem_u (local.get 0) (i32.const 40)) (i32.const 1) (i32.const 2)))
			  (func (export "table.init n") (param i32 i32)
			    (table.init $u $n (i32.rem_u (local.get 0) (i32.const 2999)) (i32.const 0) (i32.const 3)))
			  (func (export "elem.drop") (param i32 i32) (elem.drop $e))
			  (func (export "elem.drop n") (param i32 i32) (elem.drop $n))
			  (func (export "call_indirect") (param i32 i32)
			    (i32.store (i32.const 8) (call_indirect $t (type $f) (i32.rem_u (local.get 0) (i32.const 50)))))
			  (func (export "call_indirect u") (param i32 i32)
			    (i32.store (i32.const 12) (call_indirect $u (type $f) (i32.rem_u (local.get 0) (i32.const 20)))))
			  (type $m (func (param i32) (result i32)))
			  (func $inc (type $m) (i32.add (local.get 0) (i32.const 1)))
			  (func $dec (type $m) (i32.sub (local.get 0) (i32.const 1)))
			  (elem declare func $inc $dec)
			  (func (export "table.set m") (param i32 i32)
			    (table.set $t (i32.rem_u (local.get 0) (i32.const 40))
			      (select (result funcref) (ref.func $inc) (ref.func $dec) (i32.and (local.get 1) (i32.const 1)))))
			  (func (export "call_indirect m") (param i32 i32)
			    (i32.store (i32.const 16)
			      (call_indirect $t (type $m) (local.get 1) (i32.rem_u (local.get 0) (i32.const 40)))))
			  (func (export "globals") (param i32 i32)
			    (global.set $g0 (local.get 0))
			    (global.set $g1 (i64.extend_i32_s (local.get 1)))
			    (global.set $g2 (f64.convert_i32_s (local.get 0)))
			    (global.set $g3 (i32x4.splat (local.get 1)))
			    (global.set $g6 (local.get 1))
			    (global.set $g7 (i64.extend_i32_s (local.get 0))))
			  (func (export "references") (param i32 i32)
			    (global.set $g4 (ref.func $two))
			    (global.set $g5 (global.get $g8))
			    (table.set $x (i32.rem_u (local.get 0) (i32.const 8)) (global.get $g8)))
			  (func (export "see g0") (result i32) (global.get $g0))
			  (func (export "see g1") (result i64) (global.get $g1))
			  (func (export "see g2") (result f64) (global.get $g2))
			  (func (export "see g3") (result i64) (i64x2.extract_lane 0 (global.get $g3)))
			  (func (export "see g3 high") (result i64) (i64x2.extract_lane 1 (global.get $g3)))
			  (func (export "see g4") (result funcref) (global.get $g4))
			  (func (export "see g5") (result externref) (global.get $g5))
			  (func (export "see u size") (result i32) (table.size $u))
			  (func (export "see u") (param i32) (result funcref) (table.get $u (local.get 0)))
			)
			""";

	private static final String OWNER = """
			(module
			  (memory (export "m") 1 8)
			  (func (export "grow") (drop (memory.grow (i32.const 1))))
			  (func (export "see") (param i32) (result i32) (i32.load (local.get 0))))
			""";

	private static final String USER = """
			(module
			  (import "owner" "m" (memory 2))
			  (func (export "set") (param i32) (i32.store (i32.const 70000) (local.get 0)))
			  (func (export "get") (param i32) (result i32)
			    (i32.load offset=69996 (i32.and (local.get 0) (i32.const 0xff)))))
			""";

	private static final List<String> OBSERVERS = List.of("see g0", "see g1", "see g2", "see g3", "see g3 high",
			"see g5", "see u size");

	private final Engine engine = Engine.create(EngineConfig.builder()
		.poolLimits(PoolLimits.DEFAULT.withMemories(20).withWarmMemories(12).withWarmBytes(64 * 1024))
		.build());

	/// Where nothing is ever used twice.
	private final Engine reference = Engine
		.create(EngineConfig.builder().poolLimits(PoolLimits.DEFAULT.withWarmMemories(0)).build());

	private final AtomicInteger starts = new AtomicInteger();

	private final InstancePre pre = prepare(this.engine);

	private final InstancePre referencePre = prepare(this.reference);

	@AfterEach
	void close() {
		this.engine.close();
		this.reference.close();
	}

	private InstancePre prepare(Engine engine) {
		Linker linker = Linker.create(engine);
		linker.function("host", "started", Runnable.class, this.starts::incrementAndGet);
		return linker.instantiatePre(engine.load("everything", module().getBytes(StandardCharsets.UTF_8)));
	}

	/// With so many functions of one type that calls of them take the other way.
	private static String module() {
		StringBuilder text = new StringBuilder(MODULE.substring(0, MODULE.lastIndexOf(')')));
		for (int other = 0; other < 20; other++) {
			text.append("(elem declare func $m%1$d) (func $m%1$d (type $m) unreachable)".formatted(other));
		}
		return text.append(')').toString();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void anInstanceThatWasResetIsAFreshOne(long seed) {
		Random random = new Random(seed);
		try (Store used = Store.create(this.engine)) {
			Instance instance = this.pre.instantiate(used);
			for (int round = 0; round < 12; round++) {
				change(instance, random, random.nextInt(40));
				instance.reset();
				checkSameAsFresh(instance, random.nextLong());
				instance.reset();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void anInstanceInAUsedSlotIsAFreshOne(long seed) {
		Random random = new Random(seed);
		for (int round = 0; round < 12; round++) {
			try (Store store = Store.create(this.engine)) {
				change(this.pre.instantiate(store), random, random.nextInt(40));
			}
			try (Store store = Store.create(this.engine)) {
				checkSameAsFresh(this.pre.instantiate(store), random.nextLong());
			}
		}
		assertThat(this.engine.statistics().pool().reused()).isPositive();
	}

	// Not only is it the same, it goes on to do the same.
	private void checkSameAsFresh(Instance instance, long seed) {
		try (Store store = Store.create(this.reference)) {
			Instance fresh = this.referencePre.instantiate(store);
			assertThat(seen(instance)).isEqualTo(seen(fresh));
			checkMemories(instance, fresh);
			assertThat(change(instance, new Random(seed), 30)).isEqualTo(change(fresh, new Random(seed), 30));
			assertThat(seen(instance)).isEqualTo(seen(fresh));
			checkMemories(instance, fresh);
		}
	}

	private static void checkMemories(Instance instance, Instance fresh) {
		for (String name : List.of("a", "b", "c")) {
			Memory one = instance.memory(name);
			Memory other = fresh.memory(name);
			assertThat(one.pages()).isEqualTo(other.pages());
			assertThat(one.segment(0, one.sizeBytes()).mismatch(other.segment(0, other.sizeBytes()))).as(name)
				.isEqualTo(-1);
		}
	}

	/// What can be seen of an instance apart from its memories.
	private static List<Object> seen(Instance instance) {
		List<Object> seen = new ArrayList<>();
		for (String name : OBSERVERS) {
			seen.addAll(Arrays.asList(instance.func(name).call()));
		}
		seen.add(nameOf(instance.func("see g4").call()[0], instance));
		for (String name : List.of("g6", "g7", "g8", "starts")) {
			seen.add(String.valueOf(instance.global(name).get()));
		}
		for (String name : List.of("t", "x")) {
			Table table = instance.table(name);
			seen.add(table.size());
			for (long index = 0; index < table.size(); index++) {
				seen.add(nameOf(table.get(index), instance));
			}
		}
		for (int index = 0; index < 3000; index += (index < 60) ? 1 : 97) {
			seen.add(nameOf(instance.func("see u").call(index)[0], instance));
		}
		return seen;
	}

	private static String nameOf(@Nullable Object reference, Instance instance) {
		if (reference instanceof Func function) {
			return function.equals(instance.func("one")) ? "one" : function.equals(instance.func("two")) ? "two" : "?";
		}
		return String.valueOf(reference);
	}

	/// Makes random changes, of which some trap.
	/// @return what happened
	private static List<String> change(Instance instance, Random random, int count) {
		List<String> changes = instance.exports()
			.entrySet()
			.stream()
			.filter((export) -> export.getValue() instanceof Func function && function.type().parameters().size() == 2)
			.map((export) -> export.getKey())
			.toList();
		List<String> happened = new ArrayList<>();
		for (int step = 0; step < count; step++) {
			int which = random.nextInt(changes.size() + 5);
			int address = random.nextInt(4 * 65_536);
			int value = random.nextInt(65_536);
			if (which >= changes.size()) {
				happened.add(hostChanges(instance, which - changes.size(), address, value));
			}
			else {
				happened.add(changes.get(which) + call(instance.func(changes.get(which)), address, value));
			}
		}
		return happened;
	}

	private static String call(Func function, int address, int value) {
		try {
			return Arrays.toString(function.call(address, value));
		}
		catch (Trap trap) {
			return trap.code().toString();
		}
	}

	private static String hostChanges(Instance instance, int which, int address, int value) {
		switch (which) {
			case 0 -> instance.memory("a").write(address % 190_000, new byte[] { 1, 2, 3, (byte) value });
			case 1 -> instance.memory("a").segment(address % 150_000, 20_000).fill((byte) value);
			case 2 -> instance.global("g8").set("object " + value);
			case 3 -> instance.table("x").set(address % 8, "object " + value);
			default -> instance.memory("b").grow(1);
		}
		return "host " + which;
	}

	@Test
	void theStartFunctionRunsAgain() {
		try (Store store = Store.create(this.engine)) {
			Instance instance = this.pre.instantiate(store);
			assertThat(this.starts).hasValue(1);
			instance.reset();
			assertThat(this.starts).hasValue(2);
			assertThat(instance.global("starts").get()).isEqualTo(1);
		}
	}

	@Test
	void whatWasTakenFromAnInstanceGoesOnToWork() {
		try (Store store = Store.create(this.engine)) {
			Instance instance = this.pre.instantiate(store);
			Func one = instance.func("one");
			Func stored = (Func) Objects.requireNonNull(instance.table("t").get(4));
			Memory memory = instance.memory("a");
			memory.grow(5);
			instance.table("t").set(4, one);
			instance.reset();
			assertThat(one.call()).containsExactly(1);
			assertThat(stored.call()).containsExactly(2);
			assertThat(instance.table("t").get(4)).isEqualTo(stored);
			assertThat(memory.pages()).isEqualTo(3);
			assertThat(memory.readString(100, 13)).isEqualTo("the beginning");
			assertThat(store.memoryUsedBytes()).isEqualTo(4 * Memory.PAGE_BYTES);
		}
	}

	@Test
	void whatIsImportedStaysButIsInitialisedAgain() {
		try (Store store = Store.create(this.engine)) {
			Linker linker = Linker.create(this.engine);
			Instance owner = linker.instantiate(store,
					this.engine.load("owner",
							"""
									(module (memory (export "m") 1) (table (export "t") 4 funcref) (global (export "g") (mut i32) (i32.const 1)))
									"""
								.getBytes(StandardCharsets.UTF_8)));
			linker.instance("o", owner);
			Instance user = linker.instantiate(store, this.engine.load("user", """
					(module (memory (import "o" "m") 1) (table (import "o" "t") 4 funcref)
					  (global (import "o" "g") (mut i32))
					  (func $f) (data (i32.const 4) "abcd") (elem (i32.const 1) func $f))
					""".getBytes(StandardCharsets.UTF_8)));
			owner.memory("m").writeLong(0, -1);
			owner.table("t").set(1, null);
			owner.table("t").set(2, Func.create(store, Runnable.class, () -> {
			}));
			owner.global("g").set(5);
			user.reset();
			assertThat(owner.memory("m").readInt(0)).isEqualTo(-1);
			assertThat(owner.memory("m").readString(4, 4)).isEqualTo("abcd");
			assertThat(owner.table("t").get(1)).isNotNull();
			assertThat(owner.table("t").get(2)).isNotNull();
			assertThat(owner.global("g").get()).isEqualTo(5);
			owner.reset();
			assertThat(owner.table("t").get(1)).isNull();
			assertThat(owner.global("g").get()).isEqualTo(1);
		}
	}

	// Code relies on what its module has declared, so it would read and write what is not
	// the memory's any more, and what the next user of the slot finds there.
	@Test
	void aMemoryStaysAsLargeAsAnotherModuleHasDeclared() {
		Module owner = this.engine.load("owner", OWNER.getBytes(StandardCharsets.UTF_8));
		Module user = this.engine.load("user", USER.getBytes(StandardCharsets.UTF_8));
		try (Store store = Store.create(this.engine)) {
			Instance owning = Linker.create(this.engine).instantiate(store, owner);
			owning.func("grow").call();
			InstancePre prepared = Linker.create(this.engine).instance("owner", owning).instantiatePre(user);
			Instance using = prepared.instantiate(store);
			using.func("set").call(4711);
			owning.reset();
			assertThat(owning.memory("m").sizeBytes()).isEqualTo(2 * 65_536);
			assertThat(using.func("get").call(4)).containsExactly(0);
			assertThat(prepared.instantiate(store).func("get").call(4)).containsExactly(0);
			using.func("set").call(4712);
		}
		try (Store store = Store.create(this.engine)) {
			Instance next = Linker.create(this.engine).instantiate(store, owner);
			assertThat(next.memory("m").sizeBytes()).isEqualTo(65_536);
			next.func("grow").call();
			assertThat(next.func("see").call(70_000)).containsExactly(0);
		}
	}

	@Test
	void aMemoryThatThreadsShareKeepsItsSizeButNotWhatItHolds() {
		Module owner = this.engine.load("owner",
				OWNER.replace("(memory (export \"m\") 1 8)", "(memory (export \"m\") 1 8 shared)")
					.getBytes(StandardCharsets.UTF_8));
		try (Store store = Store.create(this.engine)) {
			Instance owning = Linker.create(this.engine).instantiate(store, owner);
			assertThat(owning.memory("m").type().shared()).isTrue();
			owning.func("grow").call();
			owning.memory("m").writeByte(70_000, (byte) 1);
			owning.reset();
			assertThat(owning.memory("m").sizeBytes()).isEqualTo(2 * 65_536);
			assertThat(owning.func("see").call(70_000)).containsExactly(0);
		}
	}

	@Test
	void aTableForgetsTheSegmentsThatCodeHasWrittenToIt() {
		try (Store store = Store.create(this.engine)) {
			Instance instance = Linker.create(this.engine).instantiate(store, this.engine.load("late", """
					(module (type $f (func (result i32))) (table $t (export "t") 1000 funcref)
					  (elem (i32.const 3) func $one)
					  (elem $late func $one $one)
					  (func $one (type $f) (i32.const 1))
					  (func (export "init") (table.init $t $late (i32.const 500) (i32.const 0) (i32.const 2))))
					""".getBytes(StandardCharsets.UTF_8)));
			Table table = instance.table("t");
			for (int round = 0; round < 3; round++) {
				instance.func("init").call();
				assertThat(table.get(501)).isNotNull();
				instance.reset();
				assertThat(table.get(501)).isNull();
				assertThat(table.get(3)).isNotNull();
				instance.reset();
			}
		}
	}

	@Test
	void aTableThatTheStartFunctionFillsIsFilledOnlyIfItFillsItAgain() {
		AtomicInteger first = new AtomicInteger(1);
		try (Store store = Store.create(this.engine)) {
			Linker linker = Linker.create(this.engine);
			linker.function("host", "first", IntSupplier.class, () -> first.getAndSet(0));
			Instance instance = linker.instantiate(store, this.engine.load("filling", """
					(module (import "host" "first" (func $first (result i32)))
					  (table $t (export "t") 1000 funcref)
					  (elem $late func $start $start)
					  (func $start
					    (if (call $first)
					      (then (table.init $t $late (i32.const 500) (i32.const 0) (i32.const 2)))))
					  (start $start))
					""".getBytes(StandardCharsets.UTF_8)));
			assertThat(instance.table("t").get(500)).isNotNull();
			instance.reset();
			assertThat(instance.table("t").get(500)).isNull();
			first.set(1);
			instance.reset();
			assertThat(instance.table("t").get(500)).isNotNull();
		}
	}

	@Test
	void anInstanceCannotBeResetWhileACallIsRunning() {
		try (Store store = Store.create(this.engine)) {
			List<Throwable> refused = new ArrayList<>();
			Linker linker = Linker.create(this.engine);
			Instance[] instance = new Instance[1];
			linker.function("host", "f", Runnable.class, () -> {
				try {
					instance[0].reset();
				}
				catch (StoreInUseException expected) {
					refused.add(expected);
				}
			});
			instance[0] = linker.instantiate(store, this.engine.load("calling", """
					(module (import "host" "f" (func $f)) (memory 1)
					  (func (export "run") (result i32) (i32.store (i32.const 0) (i32.const 3)) (call $f)
					    (i32.load (i32.const 0))))
					""".getBytes(StandardCharsets.UTF_8)));
			assertThat(instance[0].func("run").call()).containsExactly(3);
			assertThat(refused).hasSize(1);
			instance[0].reset();
		}
	}

	@Test
	void nothingOfAClosedStoreCanBeUsed() {
		Store store = Store.create(this.engine);
		Instance instance = this.pre.instantiate(store);
		Func one = instance.func("one");
		Memory memory = instance.memory("a");
		Table table = instance.table("t");
		Global global = instance.global("g6");
		var view = memory.segment(0, 100);
		store.close();
		try (Store next = Store.create(this.engine)) {
			Instance other = this.pre.instantiate(next);
			assertThatThrownBy(() -> one.call()).isInstanceOf(StoreClosedException.class);
			assertThatThrownBy(() -> memory.readInt(0)).isInstanceOf(StoreClosedException.class);
			assertThatThrownBy(() -> memory.writeInt(0, 1)).isInstanceOf(StoreClosedException.class);
			assertThatThrownBy(() -> table.get(0)).isInstanceOf(StoreClosedException.class);
			assertThatThrownBy(() -> global.get()).isInstanceOf(StoreClosedException.class);
			assertThatThrownBy(() -> instance.func("two")).isInstanceOf(StoreClosedException.class);
			assertThatThrownBy(instance::reset).isInstanceOf(StoreClosedException.class);
			assertThatThrownBy(() -> this.pre.instantiate(store)).isInstanceOf(StoreClosedException.class);
			assertThatThrownBy(() -> view.get(ValueLayout.JAVA_BYTE, 0)).isInstanceOf(IllegalStateException.class);
			assertThat(other.memory("a").readInt(0)).isZero();
		}
	}

	@Test
	void aStoreIsNotClosedUnderACallAndItsSlotNotGivenToAnother() throws Exception {
		CountDownLatch inside = new CountDownLatch(1);
		CountDownLatch mayLeave = new CountDownLatch(1);
		Linker linker = Linker.create(this.engine);
		linker.function("host", "wait", Runnable.class, () -> {
			inside.countDown();
			await(mayLeave);
		});
		InstancePre waiting = linker.instantiatePre(this.engine.load("waiting", """
				(module (import "host" "wait" (func $wait)) (memory 1)
				  (func (export "run") (param i32) (result i32)
				    (i32.store (i32.const 0) (local.get 0)) (call $wait) (i32.load (i32.const 0))))
				""".getBytes(StandardCharsets.UTF_8)));
		Store store = Store.create(this.engine);
		Instance instance = waiting.instantiate(store);
		try (ExecutorService other = Executors.newSingleThreadExecutor()) {
			Future<Object[]> call = other.submit(() -> instance.func("run").call(42));
			await(inside);
			assertThatThrownBy(store::close).isInstanceOf(StoreInUseException.class);
			assertThatThrownBy(instance::reset).isInstanceOf(StoreInUseException.class);
			try (Store second = Store.create(this.engine)) {
				mayLeave.countDown();
				assertThat(waiting.instantiate(second).func("run").call(7)).containsExactly(7);
			}
			assertThat(call.get()).containsExactly(42);
		}
		store.close();
	}

	@Test
	void threadsThatResetAndCloseNeverSeeEachOther() throws Exception {
		InstancePre counting = Linker.create(this.engine).instantiatePre(this.engine.load("counting", """
				(module (memory 1) (global $g (mut i32) (i32.const 0))
				  (func (export "next") (param $at i32) (result i32)
				    (i32.store (local.get $at) (i32.add (i32.load (local.get $at)) (i32.const 1)))
				    (global.set $g (i32.add (global.get $g) (i32.const 1)))
				    (i32.add (i32.load (local.get $at)) (global.get $g))))
				""".getBytes(StandardCharsets.UTF_8)));
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Integer>> wrong = new ArrayList<>();
			for (int thread = 0; thread < 4; thread++) {
				Random random = new Random(thread);
				wrong.add(threads.submit(() -> {
					int mistakes = 0;
					for (int round = 0; round < 300; round++) {
						try (Store store = Store.create(this.engine)) {
							Instance instance = counting.instantiate(store);
							IntUnaryOperator next = instance.func("next").typed(IntUnaryOperator.class).call();
							for (int reset = 0; reset < 4; reset++) {
								int at = random.nextInt(16_000) * 4;
								mistakes += (next.applyAsInt(at) == 2 && next.applyAsInt(at) == 4) ? 0 : 1;
								instance.reset();
							}
						}
					}
					return mistakes;
				}));
			}
			for (Future<Integer> each : wrong) {
				assertThat(each.get()).isZero();
			}
		}
	}

	@Test
	void instantiatingWaitsForASlotAndSaysHowManyThereAre() {
		Engine small = Engine.create(EngineConfig.builder()
			.poolLimits(PoolLimits.DEFAULT.withMemories(1).withWaitLimit(Duration.ofMillis(10)))
			.build());
		InstancePre page = Linker.create(small)
			.instantiatePre(small.load("page", "(module (memory 1))".getBytes(StandardCharsets.UTF_8)));
		Store first = Store.create(small);
		try (Store second = Store.create(small)) {
			page.instantiate(first);
			assertThatThrownBy(() -> page.instantiate(second)).isInstanceOfSatisfying(PoolExhaustedException.class,
					(exhausted) -> {
						assertThat(exhausted.slots()).isOne();
						assertThat(exhausted.inUse()).isOne();
						assertThat(exhausted).hasMessageContaining("PoolLimits");
					});
			assertThat(second.memoryUsedBytes()).isZero();
		}
		first.close();
		try (Store second = Store.create(small)) {
			page.instantiate(second);
			assertThat(small.statistics().pool().refusals()).isOne();
		}
		small.close();
	}

	@Test
	void storesThatNobodyClosedGiveBackWhatTheyHold() throws InterruptedException {
		for (int count = 0; count < 5; count++) {
			assertThat(this.pre.instantiate(Store.create(this.engine)).memory("a").pages()).isEqualTo(3);
		}
		long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (this.engine.statistics().stores() > 0 && System.nanoTime() < deadline) {
			System.gc();
			Thread.sleep(10);
		}
		EngineStatistics statistics = this.engine.statistics();
		assertThat(statistics.stores()).isZero();
		assertThat(statistics.instances()).isZero();
		assertThat(statistics.memoryUsedBytes()).isZero();
		assertThat(statistics.pool().used()).isZero();
	}

	@Test
	void aViewKeepsItsStoreFromBeingCollected() throws InterruptedException {
		var view = this.pre.instantiate(Store.create(this.engine)).memory("a").segment(100, 13);
		for (int count = 0; count < 5; count++) {
			System.gc();
			Thread.sleep(10);
		}
		byte[] bytes = view.toArray(ValueLayout.JAVA_BYTE);
		assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("the beginning");
		assertThat(this.engine.statistics().stores()).isOne();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException unexpected) {
			throw new IllegalStateException(unexpected);
		}
	}

}
