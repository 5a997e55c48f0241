package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.Limits;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Memories, tables and globals that the host makes and uses.
class MemoryTableGlobalTests {

	private final Engine engine = Engine.create();

	private final Store store = Store.create(this.engine);

	@AfterEach
	void close() {
		this.store.close();
		this.engine.close();
	}

	@Test
	void readsWhatWasWritten() {
		Memory memory = memory(1);
		memory.writeByte(0, (byte) -1);
		memory.writeShort(1, (short) -2);
		memory.writeInt(3, -3);
		memory.writeLong(7, -4);
		memory.writeFloat(15, 5.5f);
		memory.writeDouble(19, 6.5);
		memory.write(27, "grün".getBytes(StandardCharsets.UTF_8));
		assertThat(memory.readByte(0)).isEqualTo((byte) -1);
		assertThat(memory.readShort(1)).isEqualTo((short) -2);
		assertThat(memory.readInt(3)).isEqualTo(-3);
		assertThat(memory.readLong(7)).isEqualTo(-4);
		assertThat(memory.readFloat(15)).isEqualTo(5.5f);
		assertThat(memory.readDouble(19)).isEqualTo(6.5);
		assertThat(memory.readString(27, 5)).isEqualTo("grün");
		assertThat(memory.read(3, 4)).containsExactly(0xFD, 0xFF, 0xFF, 0xFF);
	}

	@Test
	void trapsOutsideOfTheMemory() {
		Memory memory = memory(1);
		long size = Memory.PAGE_BYTES;
		memory.writeInt(size - 4, 1);
		assertOutOfBounds(() -> memory.readInt(size - 3));
		assertOutOfBounds(() -> memory.readByte(size));
		assertOutOfBounds(() -> memory.readByte(-1));
		assertOutOfBounds(() -> memory.writeLong(Long.MAX_VALUE, 1));
		assertOutOfBounds(() -> memory.read(0, (int) size + 1));
		assertOutOfBounds(() -> memory.read(0, -1));
		assertOutOfBounds(() -> memory.write(size - 1, new byte[2]));
		assertOutOfBounds(() -> memory.segment(1, size));
		assertThat(memory.read(size, 0)).isEmpty();
	}

	@Test
	void tellsWhereAnAccessLeftTheMemory() {
		assertThatThrownBy(() -> memory(1).readInt(0x10000)).isInstanceOf(Trap.class)
			.hasMessage("wasm trap: out of bounds memory access (4 bytes at 0x10000, the memory has 0x10000)");
	}

	@Test
	void growsWithinItsMaximumAndTheLimitsOfTheStore() {
		Memory memory = Memory.create(this.store, ExternalType.Memory.of(Limits.between(1, 3)));
		assertThat(memory.grow(2)).isEqualTo(1);
		assertThat(memory.pages()).isEqualTo(3);
		assertThat(memory.grow(1)).isEqualTo(-1);
		assertThat(memory.type().limits()).isEqualTo(Limits.between(3, 3));
		StoreLimits limits = StoreLimits.DEFAULT.withMemoryBytes(2 * Memory.PAGE_BYTES);
		try (Store small = Store.builder(this.engine).limits(limits).build()) {
			Memory other = Memory.create(small, ExternalType.Memory.of(Limits.from(1)));
			assertThat(other.grow(1)).isEqualTo(1);
			assertThat(other.grow(1)).isEqualTo(-1);
			assertThatThrownBy(() -> Memory.create(small, ExternalType.Memory.of(Limits.from(1))))
				.isInstanceOfSatisfying(LimitExceededException.class, (exceeded) -> {
					assertThat(exceeded.limit()).isEqualTo("totalMemoryBytes");
					assertThat(exceeded.allowed()).isEqualTo(2 * Memory.PAGE_BYTES);
					assertThat(exceeded.requested()).isEqualTo(3 * Memory.PAGE_BYTES);
				});
		}
	}

	@Test
	void endsViewsWithTheStore() {
		Memory memory = memory(1);
		MemorySegment view = memory.segment(8, 4);
		view.set(ValueLayout.JAVA_BYTE, 0, (byte) 42);
		assertThat(memory.readByte(8)).isEqualTo((byte) 42);
		this.store.close();
		assertThatThrownBy(() -> view.get(ValueLayout.JAVA_BYTE, 0)).isInstanceOf(IllegalStateException.class);
	}

	@Test
	void keepsFunctionsInTables() {
		Func function = Func.create(this.store, FunctionType.of(List.of()), (caller, arguments) -> null);
		Table table = Table.create(this.store, table(ReferenceType.FUNCREF, Limits.between(2, 4)), null);
		assertThat(table.get(0)).isNull();
		table.set(1, function);
		assertThat(table.get(1)).isEqualTo(function);
		assertThat(table.grow(2, function)).isEqualTo(2);
		assertThat(table.get(3)).isEqualTo(function);
		assertThat(table.grow(1, null)).isEqualTo(-1);
		assertThatThrownBy(() -> table.set(0, "text")).isInstanceOf(SignatureMismatchException.class);
		assertThatThrownBy(() -> table.get(4)).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.TABLE_OUT_OF_BOUNDS));
	}

	@Test
	void limitsTables() {
		StoreLimits limits = StoreLimits.DEFAULT.withTableElements(10);
		try (Store small = Store.builder(this.engine).limits(limits).build()) {
			Table table = Table.create(small, table(ReferenceType.EXTERNREF, Limits.from(8)), "x");
			assertThat(table.grow(2, null)).isEqualTo(8);
			assertThat(table.grow(1, null)).isEqualTo(-1);
			assertThatThrownBy(() -> Table.create(small, table(ReferenceType.EXTERNREF, Limits.from(1L << 31)), null))
				.isInstanceOf(LimitExceededException.class);
		}
	}

	@Test
	void keepsValuesInGlobals() {
		Global counter = global(NumberType.I64, true, 1L);
		counter.set(2L);
		assertThat(counter.get()).isEqualTo(2L);
		assertThatThrownBy(() -> counter.set(2)).isInstanceOf(SignatureMismatchException.class)
			.hasMessage("value 0: expected i64, found java.lang.Integer");
		Global constant = global(NumberType.F32, false, 1.5f);
		assertThat(constant.get()).isEqualTo(1.5f);
		assertThatThrownBy(() -> constant.set(2.5f)).isInstanceOf(SignatureMismatchException.class)
			.hasMessageContaining("immutable");
		assertThat(global(ReferenceType.EXTERNREF, true, "object").get()).isEqualTo("object");
	}

	private Memory memory(long pages) {
		return Memory.create(this.store, ExternalType.Memory.of(Limits.from(pages)));
	}

	private Global global(ValueType type, boolean mutable, Object value) {
		return Global.create(this.store, new ExternalType.Global(type, mutable), value);
	}

	private static ExternalType.Table table(ReferenceType type, Limits limits) {
		return new ExternalType.Table(AddressType.I32, limits, type);
	}

	private static void assertOutOfBounds(org.assertj.core.api.ThrowableAssert.ThrowingCallable access) {
		assertThatThrownBy(access).isInstanceOfSatisfying(Trap.class,
				(trap) -> assertThat(trap.code()).isEqualTo(TrapCode.MEMORY_OUT_OF_BOUNDS));
	}

}
