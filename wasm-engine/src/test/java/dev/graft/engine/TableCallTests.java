package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntUnaryOperator;

import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a call through a table calls is what stands there when it happens, whoever has
/// written it and whatever was called there before. A model in Java goes along.
class TableCallTests {

	private static final int SIZE = 24;

	private static final int STEPS = 3_000;

	/// Functions by number, from 1: the type of each. The last two are another
	/// instance's and the host's.
	private static final List<String> TYPES = List.of("t", "t", "t", "pair", "pair", "base", "sub", "t", "t");

	private static final List<String> CALLS = List.of("t", "pair", "base", "sub");

	private final Engine engine = Engine.create();

	private final Store store = Store.builder(this.engine).deadline(null).build();

	private final Linker linker = Linker.create(this.engine);

	private final List<Integer> model = new ArrayList<>(Arrays.asList(new Integer[SIZE]));

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	private Instance instance(String text) {
		return this.linker.instantiate(this.store, this.engine.load("m", text.getBytes(StandardCharsets.UTF_8)));
	}

	// As many more functions of each type: with many, they are called in another way.
	private Instance owner(int others) {
		StringBuilder text = new StringBuilder("""
				(module
				  (type $t (func (param i32) (result i32)))
				  (type $pair (func (param i32) (result i32 i32)))
				  (type $base (sub (func (param i64) (result i32))))
				  (type $sub (sub $base (func (param i64) (result i32))))
				  (import "other" "f" (func $other (type $t)))
				  (import "host" "f" (func $host (type $t)))
				  (table $own (export "own") 24 200 funcref)
				  (table $all funcref (elem $f1 $f2 $f3 $f4 $f5 $f6 $f7 $other $host))
				  (elem $segment func $f1 $f2 $f3 $f4 $f5 $f6 $f7)
				  (func $f1 (type $t) (i32.add (local.get 0) (i32.const 1)))
				  (func $f2 (type $t) (i32.add (local.get 0) (i32.const 2)))
				  (func $f3 (type $t) (i32.add (local.get 0) (i32.const 3)))
				  (func $f4 (type $pair) (i32.add (local.get 0) (i32.const 4)) (i32.const 0))
				  (func $f5 (type $pair) (i32.add (local.get 0) (i32.const 5)) (i32.const 0))
				  (func $f6 (type $base) (i32.add (i32.wrap_i64 (local.get 0)) (i32.const 6)))
				  (func $f7 (type $sub) (i32.add (i32.wrap_i64 (local.get 0)) (i32.const 7)))
				  (func $which (param i32) (result funcref)
				    (if (result funcref) (local.get 0)
				      (then (table.get $all (i32.sub (local.get 0) (i32.const 1))))
				      (else (ref.null func))))
				  (func (export "set") (param i32 i32) (table.set $own (local.get 0) (call $which (local.get 1))))
				  (func (export "fill") (param i32 i32 i32)
				    (table.fill $own (local.get 0) (call $which (local.get 1)) (local.get 2)))
				  (func (export "copy") (param i32 i32 i32)
				    (table.copy $own $own (local.get 0) (local.get 1) (local.get 2)))
				  (func (export "init") (param i32 i32 i32)
				    (table.init $own $segment (local.get 0) (local.get 1) (local.get 2)))
				  (func (export "grow") (param i32 i32) (result i32)
				    (table.grow $own (call $which (local.get 0)) (local.get 1)))
				""");
		for (String type : CALLS) {
			boolean isLong = type.equals("base") || type.equals("sub");
			text.append("""
					(func (export "call %1$s") (param i32) (result i32)
					  (call_indirect $own (type $%1$s) (%2$s.const 100) (local.get 0)) %3$s)
					""".formatted(type, isLong ? "i64" : "i32", type.equals("pair") ? "drop" : ""));
			for (int other = 0; other < others; other++) {
				text.append("(elem declare func $%1$s%2$d) (func $%1$s%2$d (type $%1$s) unreachable)".formatted(type,
						other));
			}
		}
		return instance(text.append(')').toString());
	}

	private static int call(Instance instance, String function, Object... arguments) {
		return (int) Objects.requireNonNull(instance.func(function).call(arguments)[0]);
	}

	/// What happens: a result, or the name of a trap.
	private static String happens(Instance instance, String type, int index) {
		try {
			return String.valueOf(call(instance, "call " + type, index));
		}
		catch (Trap trap) {
			return trap.code().name();
		}
	}

	private String expected(String type, int index) {
		if (index >= this.model.size()) {
			return TrapCode.UNDEFINED_ELEMENT.name();
		}
		Integer function = this.model.get(index);
		if (function == null) {
			return TrapCode.UNINITIALIZED_ELEMENT.name();
		}
		String found = TYPES.get(function - 1);
		boolean fits = found.equals(type) || found.equals("sub") && type.equals("base");
		return fits ? String.valueOf(100 + function) : TrapCode.INDIRECT_CALL_TYPE_MISMATCH.name();
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "0, 2", "0, 3", "30, 4", "30, 5", "30, 6" })
	void callsFindWhatStandsInTheTable(int others, long seed) {
		Random random = new Random(seed);
		this.linker.instance("other", instance("""
				(module (type $t (func (param i32) (result i32)))
				  (func (export "f") (type $t) (i32.add (local.get 0) (i32.const 8))))
				"""));
		this.linker.function("host", "f", IntUnaryOperator.class, (number) -> number + 9);
		Instance owner = owner(others);
		this.linker.instance("owner", owner);
		Instance writer = instance("""
				(module
				  (import "owner" "own" (table $own 24 200 funcref))
				  (func (export "move") (param i32 i32)
				    (table.set $own (local.get 0) (table.get $own (local.get 1)))))
				""");
		for (int step = 0; step < STEPS; step++) {
			if (random.nextInt(4) == 0) {
				write(owner, writer, random);
			}
			String type = CALLS.get(random.nextInt(CALLS.size()));
			int index = random.nextInt(this.model.size() + 2);
			assertThat(happens(owner, type, index)).as("step %d: %s at %d", step, type, index)
				.isEqualTo(expected(type, index));
		}
	}

	private void write(Instance owner, Instance writer, Random random) {
		int size = this.model.size();
		int function = random.nextInt(TYPES.size() + 1);
		Integer written = (function == 0) ? null : function;
		int count = 1 + random.nextInt(6);
		int start = random.nextInt(size - 6);
		int from = random.nextInt(size - 6);
		switch (random.nextInt(7)) {
			case 0 -> {
				owner.func("set").call(start, function);
				this.model.set(start, written);
			}
			case 1 -> {
				owner.func("fill").call(start, function, count);
				this.model.subList(start, start + count).replaceAll((_) -> written);
			}
			case 2 -> {
				owner.func("copy").call(start, from, count);
				List<Integer> copied = new ArrayList<>(this.model.subList(from, from + count));
				for (int index = 0; index < count; index++) {
					this.model.set(start + index, copied.get(index));
				}
			}
			case 3 -> {
				owner.func("init").call(start, 1, count);
				for (int index = 0; index < count; index++) {
					this.model.set(start + index, index + 2);
				}
			}
			case 4 -> {
				if (size < 100) {
					assertThat(call(owner, "grow", function, count)).isEqualTo(size);
					this.model.addAll(Collections.nCopies(count, written));
				}
			}
			case 5 -> {
				writer.func("move").call(start, from);
				this.model.set(start, this.model.get(from));
			}
			default -> {
				owner.table("own").set(start, owner.table("own").get(from));
				this.model.set(start, this.model.get(from));
			}
		}
	}

}
