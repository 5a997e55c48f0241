package dev.graft.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.MemoryAccessOp.Access;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Store;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A store computes its address, then its value, and only then looks whether it is in
/// bounds: with every operator, whatever the value is.
class StoreOrderTests {

	private static final int PAGE = 65_536;

	// NUMBER is the type of what is stored, ADDRESS that of addresses, OP the store.
	private static final String MODULE = """
			(module
			  (memory (export "m") ADDRESS 1 2)
			  (global $calls (export "calls") (mut i32) (i32.const 0))
			  (global $place (mut ADDRESS) (ADDRESS.const 0))
			  (func $number (result NUMBER)
			    (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
			    (NUMBER.const 1))
			  (func $grow (result NUMBER)
			    (drop (memory.grow (ADDRESS.const 1)))
			    (call $number))
			  (func $move (result NUMBER)
			    (global.set $place (ADDRESS.const 16))
			    (ADDRESS.store (ADDRESS.const 0) (ADDRESS.const 24))
			    (call $number))
			  (func $quotient (param i32) (result NUMBER)
			    (drop (i32.div_u (i32.const 1) (local.get 0)))
			    (NUMBER.const 1))
			  (func (export "divide") (param ADDRESS i32)
			    (OP (local.get 0) (NUMBER.convert (i32.div_u (i32.const 1) (local.get 1)))))
			  (func (export "divideInCall") (param ADDRESS i32)
			    (OP (local.get 0) (call $quotient (local.get 1))))
			  (func (export "divideInLoop") (param ADDRESS i32)
			    (loop
			      (OP (local.get 0) (NUMBER.convert (i32.div_u (i32.const 1) (local.get 1))))))
			  (func (export "divideAtLoaded") (param ADDRESS i32)
			    (OP (ADDRESS.load (local.get 0)) (NUMBER.convert (i32.div_u (i32.const 1) (local.get 1)))))
			  (func (export "load") (param ADDRESS i32)
			    (OP (ADDRESS.const 65536) (NUMBER.convert (i32.load (local.get 0)))))
			  (func (export "call") (param ADDRESS i32)
			    (OP (local.get 0) (call $number)))
			  (func (export "grow") (param ADDRESS i32)
			    (OP (local.get 0) (call $grow)))
			  (func (export "moveGlobal") (param ADDRESS i32)
			    (OP (global.get $place) (call $move)))
			  (func (export "moveLoaded") (param ADDRESS i32)
			    (OP offset=8 (ADDRESS.load (ADDRESS.const 0)) (call $move)))
			  (func (export "choose") (param ADDRESS i32)
			    (OP (local.get 0)
			      (select (NUMBER.const 1) (call $number) (i32.div_u (i32.const 1) (local.get 1))))))
			""";

	@ParameterizedTest
	@CsvSource({ "i32, false", "i32, true", "i64, false", "i64, true" })
	void whatTheValueDoesComesBeforeTheCheckOfTheAddress(String address, boolean inPieces) {
		MethodLimits limits = inPieces ? MethodLimits.TINY : MethodLimits.DEFAULT;
		try (Engine engine = Engine.create(EngineConfig.builder()
			.features(EnumSet.allOf(Feature.class))
			.compiler(new WasmCompiler(limits))
			.build())) {
			for (MemoryAccessOp op : MemoryAccessOp.values()) {
				if (op.access() == Access.STORE) {
					try (Store store = Store.builder(engine).deadline(null).build()) {
						Instance instance = Linker.create(engine)
							.instantiate(store, engine.load(op.mnemonic(), module(op, address)));
						new Stores(instance, op, address.equals("i64")).check();
					}
				}
			}
		}
	}

	private static byte[] module(MemoryAccessOp op, String address) {
		String convert = switch (op.type().toString()) {
			case "i32" -> "i32.popcnt";
			case "i64" -> "i64.extend_i32_u";
			case "f32" -> "f32.convert_i32_u";
			case "f64" -> "f64.convert_i32_u";
			default -> throw new IllegalArgumentException(op + " stores no number");
		};
		return MODULE.replace("NUMBER.convert", convert)
			.replace("NUMBER", op.type().toString())
			.replace("ADDRESS", address)
			.replace("OP", op.mnemonic())
			.getBytes(StandardCharsets.UTF_8);
	}

	/// The functions of an instance.
	private record Stores(Instance instance, MemoryAccessOp op, boolean wide) {

		private static final String COMPLETES = "completes";

		private static final String OUT_OF_BOUNDS = TrapCode.MEMORY_OUT_OF_BOUNDS.name();

		private static final String DIVIDES_BY_ZERO = TrapCode.INTEGER_DIVIDE_BY_ZERO.name();

		void check() {
			int last = PAGE - this.op.bytes();
			for (String form : new String[] { "divide", "divideInCall", "divideInLoop", "choose" }) {
				expect(form, last, 1, COMPLETES);
				expect(form, last + 1, 1, OUT_OF_BOUNDS);
				expect(form, last, 0, DIVIDES_BY_ZERO);
				expect(form, last + 1, 0, DIVIDES_BY_ZERO);
			}
			expect("divideAtLoaded", 0, 0, DIVIDES_BY_ZERO);
			expect("divideAtLoaded", PAGE, 0, OUT_OF_BOUNDS);
			expect("load", 0, 0, OUT_OF_BOUNDS);
			expect("load", PAGE, 0, OUT_OF_BOUNDS);
			checkCalls(last);
			checkAddresses();
			expect("grow", last + 1, 0, COMPLETES);
		}

		private void checkCalls(int last) {
			this.instance.global("calls").set(0);
			expect("call", last, 0, COMPLETES);
			expect("call", last + 1, 0, OUT_OF_BOUNDS);
			expect("call", -1, 0, OUT_OF_BOUNDS);
			assertThat(this.instance.global("calls").get()).isEqualTo(3);
		}

		private void checkAddresses() {
			byte[] zeros = new byte[40];
			this.instance.memory("m").write(0, zeros);
			expect("moveGlobal", 0, 0, COMPLETES);
			assertThat(this.instance.memory("m").read(16, 24)).as("where the address was moved to").containsOnly(0);
			this.instance.memory("m").write(0, zeros);
			expect("moveLoaded", 0, 0, COMPLETES);
			assertThat(this.instance.memory("m").read(8, this.op.bytes())).isNotEqualTo(new byte[this.op.bytes()]);
			assertThat(this.instance.memory("m").read(16, 24)).as("where the address was moved to").containsOnly(0);
		}

		private void expect(String form, int address, int divisor, String outcome) {
			assertThat(outcome(form, address, divisor)).as("%s: %s(%d, %d)", this.op, form, address, divisor)
				.isEqualTo(outcome);
		}

		private String outcome(String form, int address, int divisor) {
			try {
				this.instance.func(form).call(this.wide ? (Object) (long) address : (Object) address, divisor);
				return COMPLETES;
			}
			catch (Trap trap) {
				return trap.code().name();
			}
		}

	}

}
