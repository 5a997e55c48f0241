package dev.graft.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.MemoryAccessOp.Access;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.Func;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Memory;
import dev.graft.engine.Store;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every load and store, with addresses and offsets around all the numbers where
/// arithmetic of 64 bits could go wrong, in each of the forms in which it is compiled:
/// whether it traps is a matter of adding numbers without limits.
class Memory64BoundsTests {

	private static final BigInteger NUMBERS = BigInteger.TWO.pow(64);

	/// Bytes of a memory: an odd number where pages are bytes.
	private static final int ODD_SIZE = 70_001;

	private static final int PAGE = 65_536;

	@ParameterizedTest
	@CsvSource({ "I64, 16, false", "I64, 16, true", "I64, 0, false", "I64, 0, true", "I32, 16, false", "I32, 0, false",
			"I32, 0, true" })
	void trapsExactlyWhereTheMemoryEnds(String addressType, int pageSizeLog2, boolean inPieces) {
		int size = (pageSizeLog2 == 0) ? ODD_SIZE : PAGE;
		try (Engine engine = engine(inPieces); Store store = Store.builder(engine).deadline(null).build()) {
			for (MemoryAccessOp op : MemoryAccessOp.values()) {
				Forms forms = new Forms(op, addressType.equals("I64"), pageSizeLog2, size);
				Instance instance = Linker.create(engine)
					.instantiate(store, engine.load(op.mnemonic(), forms.module().getBytes(StandardCharsets.UTF_8)));
				forms.check(instance);
			}
		}
	}

	private static Engine engine(boolean inPieces) {
		MethodLimits limits = inPieces ? MethodLimits.TINY : MethodLimits.DEFAULT;
		return Engine.create(EngineConfig.builder()
			.features(EnumSet.allOf(Feature.class))
			.compiler(new WasmCompiler(limits))
			.build());
	}

	/// An operator with all offsets, in all forms.
	private record Forms(MemoryAccessOp op, boolean wide, int pageSizeLog2, int size) {

		/// With another access, the memory's size is held in a variable.
		private static final String ANOTHER_ACCESS = "(drop (i32.load8_u (ADDRESS.const 0)))";

		private static final List<String> FORMS = List.of("place", "variable", "computed", "loop");

		String module() {
			String type = this.wide ? "i64" : "i32";
			StringBuilder module = new StringBuilder("(module (memory (export \"m\") %s %d (pagesize %d))"
				.formatted(type, this.size >>> this.pageSizeLog2, 1 << this.pageSizeLog2));
			module.append("\n(func $address (param %1$s) (result %1$s) (local.get 0))".formatted(type));
			module.append("\n(func $value (result %1$s) (%1$s.const 0))".formatted(this.op.type()));
			for (long offset : offsets()) {
				String address = "(local.get 0)";
				function(module, "place", offset, type, "", address, "");
				function(module, "variable", offset, type, ANOTHER_ACCESS.replace("ADDRESS", type), address, "");
				function(module, "computed", offset, type, "", "(call $address (local.get 0))", "");
				function(module, "loop", offset, type, "(loop ", address, ")");
			}
			for (long constant : addresses()) {
				for (long offset : List.of(offsets().getFirst(), offsets().getLast())) {
					String number = this.wide ? Long.toString(constant) : Integer.toString((int) constant);
					function(module, "constant" + constant + "_", offset, type, "",
							"(%s.const %s)".formatted(type, number), "");
				}
			}
			return module.append(")").toString();
		}

		private void function(StringBuilder module, String form, long offset, String type, String before,
				String address, String after) {
			boolean load = this.op.access() == Access.LOAD;
			String access = "%s offset=%s %s".formatted(this.op.mnemonic(), Long.toUnsignedString(offset), address);
			String zero = form.equals("computed") ? "(call $value)" : "(%s.const 0)".formatted(this.op.type());
			module.append("\n(func (export \"%s%d\") (param %s) ".formatted(form, offset, type))
				.append(before)
				.append(load ? "(drop (" + access + "))" : "(" + access + " " + zero + ")")
				.append(after)
				.append(')');
		}

		void check(Instance instance) {
			Memory memory = instance.memory("m");
			byte[] ones = new byte[this.size];
			Arrays.fill(ones, (byte) -1);
			memory.write(0, ones);
			for (long offset : offsets()) {
				for (long address : addresses()) {
					for (String form : FORMS) {
						check(memory, instance.func(form + offset), address, offset);
					}
				}
			}
			for (long address : addresses()) {
				for (long offset : List.of(offsets().getFirst(), offsets().getLast())) {
					check(memory, instance.func("constant" + address + "_" + offset), address, offset);
				}
			}
			assertThat(Arrays.mismatch(memory.read(0, this.size), ones)).as("bytes that nothing was to write")
				.isEqualTo(-1);
		}

		private void check(Memory memory, Func function, long address, long offset) {
			BigInteger start = unsigned(this.wide ? address : address & 0xFFFF_FFFFL).add(unsigned(offset));
			BigInteger end = start.add(BigInteger.valueOf(this.op.bytes()));
			boolean inside = end.compareTo(BigInteger.valueOf(this.size)) <= 0;
			assertThat(completes(function, address)).as("%s %d+%d", function, address, offset).isEqualTo(inside);
			if (inside && this.op.access() == Access.STORE) {
				assertThat(memory.read(start.longValueExact(), this.op.bytes())).containsOnly(0);
				byte[] ones = new byte[this.op.bytes()];
				Arrays.fill(ones, (byte) -1);
				memory.write(start.longValueExact(), ones);
			}
		}

		private boolean completes(Func function, long address) {
			try {
				function.call(this.wide ? (Object) address : (Object) (int) address);
				return true;
			}
			catch (Trap trap) {
				assertThat(trap.code()).isEqualTo(TrapCode.MEMORY_OUT_OF_BOUNDS);
				return false;
			}
		}

		private List<Long> offsets() {
			List<Long> offsets = new ArrayList<>(
					List.of(0L, 1L, (long) this.size - this.op.bytes(), (long) this.size, 0x7FFF_FFFFL, 0xFFFF_FFFFL));
			if (this.wide) {
				offsets.addAll(List.of(1L << 32, (1L << 47) - 1, 1L << 47, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE,
						(long) -this.size, -8L, -1L));
			}
			return offsets;
		}

		private List<Long> addresses() {
			Set<Long> addresses = new TreeSet<>();
			long[] corners = { 0, this.size, 1L << 31, 1L << 32, 1L << 47, 1L << 62, Long.MIN_VALUE, -(1L << 47),
					-this.size };
			for (long corner : corners) {
				addresses.addAll(List.of(corner, corner - 1, corner + 1, corner - this.op.bytes(),
						corner - this.op.bytes() + 1));
			}
			return this.wide ? List.copyOf(addresses)
					: addresses.stream().map((address) -> address & 0xFFFF_FFFFL).distinct().toList();
		}

		private static BigInteger unsigned(long number) {
			return BigInteger.valueOf(number).mod(NUMBERS);
		}

	}

}
