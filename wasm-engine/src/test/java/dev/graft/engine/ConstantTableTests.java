package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;

import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables at constant places that are looked into by a byte, of which the compiler may
/// know that they lie within the memory: what is in there is found, and what is not traps,
/// however near the end of the memory they are.
class ConstantTableTests {

	private static final int PAGE = 65_536;

	/// Where a table of four bytes for each byte begins that just fits into a page.
	private static final int LAST = PAGE - 4 * 256;

	/// The bytes that are looked up, at these addresses.
	private static final byte[] BYTES = { 0, 1, (byte) 254, (byte) 255 };

	private final Engine engine = Engine.create();

	@AfterEach
	void close() {
		this.engine.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { LAST - 1, LAST, LAST + 1, LAST + 4, LAST + 8, PAGE - 4, PAGE, 2 * PAGE - 8, -8 })
	void areThereAsFarAsTheMemoryReaches(int table) {
		try (Store store = Store.create(this.engine)) {
			Instance instance = Linker.create(this.engine)
				.instantiate(store, module("(memory (export \"memory\") 1)", table));
			lookUp(instance, instance.memory("memory"), table);
			instance.memory("memory").grow(1);
			lookUp(instance, instance.memory("memory"), table);
		}
	}

	// It may have more than the module asks for.
	@ParameterizedTest
	@ValueSource(ints = { LAST, LAST + 1, PAGE, PAGE + LAST, PAGE + LAST + 4, -8 })
	void areThereAsFarAsAnImportedMemoryReaches(int table) {
		try (Store store = Store.create(this.engine)) {
			Memory memory = Memory.create(store, ExternalType.Memory.of(Limits.from(2)));
			Instance instance = Linker.create(this.engine)
				.define("host", "memory", memory)
				.instantiate(store, module("(memory (import \"host\" \"memory\") 1)", table));
			lookUp(instance, memory, table);
		}
	}

	// The other memory is large enough.
	@ParameterizedTest
	@ValueSource(ints = { LAST, LAST + 1, PAGE })
	void areLookedForInTheirMemory(int table) {
		try (Store store = Store.create(this.engine)) {
			Instance instance = Linker.create(this.engine)
				.instantiate(store, module("(memory (export \"memory\") 1) (memory 3)", table));
			lookUp(instance, instance.memory("memory"), table);
		}
	}

	private Module module(String memories, int table) {
		return this.engine.load("table.wat",
				"""
						(module
						  ${memories}
						  (func (export "read") (param $at i32) (result i32) (local $index i32)
						    (local.set $index (i32.load8_u (local.get $at)))
						    (i32.load offset=${table} (i32.shl (local.get $index) (i32.const 2))))
						  (func (export "write") (param $at i32)
						    (i32.store offset=${table} (i32.shl (i32.load8_u (local.get $at)) (i32.const 2))
						      (i32.add (local.get $at) (i32.const 77)))))
						""".replace("${memories}", memories)
					.replace("${table}", Integer.toUnsignedString(table))
					.getBytes(StandardCharsets.UTF_8));
	}

	private static void lookUp(Instance instance, Memory memory, int table) {
		memory.write(0, BYTES);
		for (int at = 0; at < BYTES.length; at++) {
			long place = Integer.toUnsignedLong(table) + 4L * Byte.toUnsignedInt(BYTES[at]);
			int argument = at;
			if (place + 4 <= memory.sizeBytes()) {
				instance.func("write").call(argument);
				assertThat(memory.readInt(place)).as("at %d", place).isEqualTo(at + 77);
				assertThat(instance.func("read").call(argument)).as("at %d", place).containsExactly(at + 77);
			}
			else {
				assertTraps(() -> instance.func("write").call(argument));
				assertTraps(() -> instance.func("read").call(argument));
			}
		}
	}

	private static void assertTraps(Runnable access) {
		assertThatExceptionOfType(Trap.class).isThrownBy(access::run)
			.satisfies((trap) -> assertThat(trap.code()).isEqualTo(TrapCode.MEMORY_OUT_OF_BOUNDS));
	}

}
