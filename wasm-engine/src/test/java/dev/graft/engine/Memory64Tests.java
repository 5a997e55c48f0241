package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import dev.graft.engine.memory.AddressSpaceExhaustedException;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Memories and tables with 64-bit addresses, and memories whose pages are bytes, beyond
/// what the specification's suite looks at.
class Memory64Tests {

	private static final long GIBIBYTE = 1L << 30;

	private final Engine engine = Engine.create(EngineConfig.builder().features(EnumSet.allOf(Feature.class)).build());

	@AfterEach
	void close() {
		this.engine.close();
	}

	@Test
	void beginsWithDataBeyondFourGibibytes() {
		try (Store store = unlimited()) {
			Instance instance = instantiate(store, """
					(module
					  (memory (export "memory") i64 100000 120000)
					  (data (i64.const 0x12a05f200) "beyond")
					  (data $passive "passive")
					  (func (export "load") (param i64) (result i64) (i64.load8_u (local.get 0)))
					  (func (export "store") (param i64 i64) (i64.store (local.get 0) (local.get 1)))
					  (func (export "copy") (param i64 i64 i64)
					    (memory.copy (local.get 0) (local.get 1) (local.get 2)))
					  (func (export "fill") (param i64 i64) (memory.fill (local.get 0) (i32.const 7) (local.get 1)))
					  (func (export "init") (param i64)
					    (memory.init $passive (local.get 0) (i32.const 0) (i32.const 7)))
					  (func (export "grow") (param i64) (result i64) (memory.grow (local.get 0))))
					""");
			Memory memory = instance.memory("memory");
			assertThat(memory.readString(5_000_000_000L, 6)).isEqualTo("beyond");
			assertThat(instance.func("load").call(5_000_000_000L)).containsExactly((long) 'b');
			instance.func("copy").call(6 * GIBIBYTE, 5_000_000_000L, 6L);
			assertThat(memory.readString(6 * GIBIBYTE, 6)).isEqualTo("beyond");
			instance.func("fill").call(5 * GIBIBYTE, 3L);
			assertThat(memory.read(5 * GIBIBYTE - 1, 5)).containsExactly(0, 7, 7, 7, 0);
			instance.func("init").call(4 * GIBIBYTE - 3);
			assertThat(memory.readString(4 * GIBIBYTE - 3, 7)).isEqualTo("passive");
			assertThat(memory.segment(5_000_000_000L, GIBIBYTE).byteSize()).isEqualTo(GIBIBYTE);
			assertThat(instance.func("grow").call(20_000L)).containsExactly(100_000L);
			assertThat(instance.func("grow").call(1L)).containsExactly(-1L);
			assertThat(instance.func("grow").call(-1L)).containsExactly(-1L);
			assertThat(memory.pages()).isEqualTo(120_000);
			memory.writeLong(120_000 * Memory.PAGE_BYTES - 8, 1);
		}
	}

	@Test
	void trapsWhereRangesWrapAround() {
		try (Store store = unlimited()) {
			Instance instance = instantiate(store,
					"""
							(module
							  (memory $wide i64 1) (memory $narrow 1)
							  (data $data "0123456789")
							  (func (export "copy") (param i64 i64)
							    (memory.copy $wide $wide (local.get 0) (i64.const 0) (local.get 1)))
							  (func (export "from") (param i64 i64)
							    (memory.copy $wide $wide (i64.const 0) (local.get 0) (local.get 1)))
							  (func (export "fill") (param i64 i64) (memory.fill $wide (local.get 0) (i32.const 1) (local.get 1)))
							  (func (export "init") (param i64 i64)
							    (memory.init $wide $data (local.get 0) (i32.const 0) (i32.wrap_i64 (local.get 1))))
							  (func (export "widen") (param i64 i64)
							    (memory.copy $wide $narrow (local.get 0) (i32.const -1) (i32.wrap_i64 (local.get 1)))))
							""");
			for (String name : new String[] { "copy", "from", "fill", "init" }) {
				Func run = instance.func(name);
				run.call(65_536L, 0L);
				run.call(65_526L, 10L);
				assertOutOfBounds(() -> run.call(65_537L, 0L));
				assertOutOfBounds(() -> run.call(-1L, 0L));
				assertOutOfBounds(() -> run.call(-1L, 1L));
				assertOutOfBounds(() -> run.call(-5L, 10L));
				assertOutOfBounds(() -> run.call(Long.MIN_VALUE, 1L));
				assertOutOfBounds(() -> run.call(1L << 32, 1L));
			}
			for (String name : new String[] { "copy", "from", "fill" }) {
				Func run = instance.func(name);
				assertOutOfBounds(() -> run.call(8L, -8L));
				assertOutOfBounds(() -> run.call(0L, Long.MIN_VALUE));
				assertOutOfBounds(() -> run.call(0L, 1L << 32));
			}
			assertOutOfBounds(() -> instance.func("widen").call(0L, 1L));
			assertOutOfBounds(() -> instance.func("widen").call(0L, 0L));
		}
	}

	@Test
	void findsNoElementByHalfOfAnIndex() {
		try (Store store = unlimited()) {
			Instance instance = instantiate(store, """
					(module
					  (type $f (func (result i32)))
					  (table $t (export "table") i64 10 20 funcref)
					  (table $n 10 funcref)
					  (elem (table $t) (i64.const 1) func $one)
					  (elem $e func $one $one)
					  (func $one (type $f) (i32.const 1))
					  (func (export "call") (param i64 i64) (call_indirect $t (type $f) (local.get 0)) (drop))
					  (func (export "get") (param i64 i64) (drop (table.get $t (local.get 0))))
					  (func (export "set") (param i64 i64) (table.set $t (local.get 0) (ref.func $one)))
					  (func (export "fill") (param i64 i64) (table.fill $t (local.get 0) (ref.func $one) (local.get 1)))
					  (func (export "copy") (param i64 i64)
					    (table.copy $t $t (local.get 0) (i64.const 0) (local.get 1)))
					  (func (export "mixed") (param i64 i64)
					    (table.copy $t $n (local.get 0) (i32.const 0) (i32.wrap_i64 (local.get 1))))
					  (func (export "init") (param i64 i64)
					    (table.init $t $e (local.get 0) (i32.const 0) (i32.wrap_i64 (local.get 1))))
					  (func (export "grow") (param i64) (result i64) (table.grow $t (ref.null func) (local.get 0)))
					  (func (export "size") (result i64) (table.size $t)))
					""");
			for (String name : new String[] { "get", "set", "fill", "copy", "mixed", "init", "call" }) {
				Func run = instance.func(name);
				run.call(1L, 1L);
				for (long index : new long[] { 10, 1L << 32, (1L << 32) + 1, Long.MIN_VALUE, Long.MIN_VALUE + 1, -1 }) {
					assertThatThrownBy(() -> run.call(index, 1L)).isInstanceOf(Trap.class);
				}
			}
			for (String name : new String[] { "fill", "copy" }) {
				Func run = instance.func(name);
				assertThatThrownBy(() -> run.call(0L, 1L << 32)).isInstanceOf(Trap.class);
				assertThatThrownBy(() -> run.call(2L, -1L)).isInstanceOf(Trap.class);
			}
			LongUnaryOperator grow = instance.func("grow").typed(LongUnaryOperator.class).call();
			assertThat(grow.applyAsLong(1L << 32)).isEqualTo(-1);
			assertThat(grow.applyAsLong(-1)).isEqualTo(-1);
			assertThat(grow.applyAsLong(11)).isEqualTo(-1);
			assertThat(grow.applyAsLong(10)).isEqualTo(10);
			assertThat(instance.func("size").call()).containsExactly(20L);
			assertThat(instance.table("table").size()).isEqualTo(20);
			assertThat(instance.table("table").type().addressType()).isEqualTo(AddressType.I64);
		}
	}

	@Test
	void reservesNoMoreThanTheStoreMayUse() {
		StringBuilder module = new StringBuilder("(module");
		for (int memory = 0; memory < 100; memory++) {
			module.append(" (memory i64 1 0x1000000000000)");
		}
		StoreLimits limits = StoreLimits.DEFAULT.withMemoryBytes(200 * Memory.PAGE_BYTES);
		try (Store store = Store.builder(this.engine).limits(limits).build()) {
			instantiate(store, module.append(")").toString());
			assertThat(this.engine.memories().reservedBytes()).isLessThanOrEqualTo(100 * limits.memoryBytes());
		}
		long warm = this.engine.memories().reservedBytes();
		try (Store store = unlimited()) {
			instantiate(store, "(module (memory i64 1 0x1000000000000))");
			assertThat(this.engine.memories().reservedBytes()).isLessThanOrEqualTo(warm + 256 * GIBIBYTE);
		}
	}

	@Test
	void refusesWhatIsTooLargeToBegin() {
		for (String memory : new String[] { "i64 0x1000000000000", "i64 0x800000000000", "i64 5000",
				"i64 0xffffffffffffffff (pagesize 1)", "i64 0x8000000000000000 (pagesize 1)" }) {
			try (Store store = Store.create(this.engine)) {
				assertThatExceptionOfType(LimitExceededException.class)
					.isThrownBy(() -> instantiate(store, "(module (memory %s))".formatted(memory)));
				assertThat(store.memoryUsedBytes()).isZero();
			}
		}
		try (Store store = unlimited()) {
			assertThatExceptionOfType(AddressSpaceExhaustedException.class)
				.isThrownBy(() -> instantiate(store, "(module (memory i64 0x1000000000000))"));
			for (String table : new String[] { "0xffffffffffffffff", "0x8000000000000000", "0x80000000" }) {
				assertThatExceptionOfType(LimitExceededException.class)
					.isThrownBy(() -> instantiate(store, "(module (table i64 %s funcref))".formatted(table)));
			}
		}
		assertThat(this.engine.statistics().memoryUsedBytes()).isZero();
	}

	@Test
	void growsTablesWhoseMaximumIsBeyondAllNumbers() {
		try (Store store = unlimited()) {
			Instance instance = instantiate(store, "(module (table (export \"t\") i64 0 0xffffffffffffffff funcref)"
					+ " (func (export \"grow\") (result i64) (table.grow (ref.null func) (i64.const 5))))");
			assertThat(instance.func("grow").call()).containsExactly(0L);
			assertThat(instance.table("t").grow(1, null)).isEqualTo(5);
		}
	}

	@Test
	void endsAMemoryOfBytesBetweenTwoPages() {
		try (Store store = unlimited()) {
			Instance instance = instantiate(store, """
					(module
					  (memory (export "memory") 20003 1000000 (pagesize 1))
					  (data (i32.const 20000) "end")
					  (func (export "load") (param i32) (result i32) (i32.load16_u (local.get 0)))
					  (func (export "add") (param i32) (result i32)
					    (i32.atomic.rmw8.add_u (local.get 0) (i32.const 1)))
					  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
					  (func (export "size") (result i32) memory.size))
					""");
			Memory memory = instance.memory("memory");
			assertThat(memory.pageBytes()).isEqualTo(1);
			assertThat(memory.pages()).isEqualTo(20_003);
			assertThat(memory.readString(20_000, 3)).isEqualTo("end");
			assertThat(instance.func("load").call(20_001)).containsExactly((int) 'n' | 'd' << 8);
			assertOutOfBounds(() -> instance.func("load").call(20_002));
			assertOutOfBounds(() -> memory.readByte(20_003));
			assertThat(instance.func("add").call(20_002)).as("the last byte, in a word that is cut off")
				.containsExactly((int) 'd');
			assertOutOfBounds(() -> instance.func("add").call(20_003));
			assertThat(instance.func("grow").call(1)).containsExactly(20_003);
			assertThat(instance.func("load").call(20_002)).containsExactly((int) 'e');
			assertThat(memory.grow(979_996)).isEqualTo(20_004);
			assertThat(memory.grow(1)).isEqualTo(-1);
			assertThat(memory.read(20_003, 979_997)).containsOnly(0);
			assertThat(instance.func("size").call()).containsExactly(1_000_000);
		}
	}

	@Test
	void countsBytesAgainstTheLimits() {
		StoreLimits limits = StoreLimits.DEFAULT.withMemoryBytes(100_001);
		try (Store store = Store.builder(this.engine).limits(limits).build()) {
			ExternalType.Memory type = new ExternalType.Memory(AddressType.I64, Limits.from(1), false, 0);
			Memory memory = Memory.create(store, type);
			assertThat(memory.grow(100_000)).isEqualTo(1);
			assertThat(memory.grow(1)).isEqualTo(-1);
			assertThat(store.memoryUsedBytes()).isEqualTo(100_001);
		}
	}

	@Test
	void multipliesAndAddsInLoopsWithoutGarbage() {
		try (Store store = unlimited()) {
			Instance instance = instantiate(store, """
					(module
					  (func (export "factorial") (param $n i64) (param $high i64) (result i64)
					    (local $low i64) (local $h i64)
					    (local.set $low (i64.const 1))
					    (loop $again
					      (i64.add128 (i64.const 0) (i64.mul (local.get $h) (local.get $n))
					        (i64.mul_wide_u (local.get $low) (local.get $n)))
					      (local.set $h)
					      (local.set $low)
					      (local.set $n (i64.sub (local.get $n) (i64.const 1)))
					      (br_if $again (i64.ne (local.get $n) (i64.const 0))))
					    (select (local.get $h) (local.get $low) (i32.wrap_i64 (local.get $high)))))
					""");
			LongBinaryOperator factorial = instance.func("factorial").typed(LongBinaryOperator.class).call();
			assertThat(factorial.applyAsLong(30, 0)).isEqualTo(-8764578968847253504L);
			assertThat(factorial.applyAsLong(30, 1)).isEqualTo(14379386343318L);
		}
	}

	@Test
	void trapsInLoopsAtOffsetsThatNoMemoryHasRoomFor() {
		try (Store store = unlimited()) {
			Instance instance = instantiate(store, """
					(module
					  (memory i64 1)
					  (func (export "sum") (param $at i64) (param $end i64) (result i64) (local $sum i64)
					    (loop $next
					      (local.set $sum (i64.xor (local.get $sum) (i64.load (local.get $at))))
					      (local.set $sum (i64.xor (local.get $sum)
					        (i64.load offset=0xffff_ffff_ffff_ffff (i64.add (local.get $at) (i64.const 8)))))
					      (local.set $at (i64.add (local.get $at) (i64.const 8)))
					      (br_if $next (i64.ne (local.get $at) (local.get $end))))
					    (local.get $sum)))
					""");
			assertOutOfBounds(() -> instance.func("sum").call(0L, 4096L));
		}
	}

	@Test
	void trapsAtOffsetsUpToTheLastAddressBesidesAddressesOf32BitsCheckedOnce() {
		try (Store store = unlimited()) {
			Instance instance = instantiate(store, """
					(module
					  (memory $wide i64 1)
					  (memory $narrow 1)
					  (func (export "sum") (param $wide i64) (param $narrow i32) (result i64)
					    (i64.store $narrow (local.get $narrow) (i64.const 1))
					    (i64.store $narrow (local.get $narrow) (i64.const 2))
					    (i64.load $wide offset=0xffff_ffff_ffff_fff8 (local.get $wide))))
					""");
			assertOutOfBounds(() -> instance.func("sum").call(0L, 0));
			assertOutOfBounds(() -> instance.func("sum").call(8L, 0));
		}
	}

	private Store unlimited() {
		return Store.builder(this.engine).limits(StoreLimits.UNLIMITED).deadline(null).build();
	}

	private Instance instantiate(Store store, String text) {
		Module module = this.engine.load("m.wat", text.getBytes(StandardCharsets.UTF_8));
		return Linker.create(this.engine).instantiate(store, module);
	}

	private static void assertOutOfBounds(Runnable action) {
		assertThatThrownBy(action::run).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.MEMORY_OUT_OF_BOUNDS));
	}

}
