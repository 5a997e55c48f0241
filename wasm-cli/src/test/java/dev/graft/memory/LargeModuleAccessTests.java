package dev.graft.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.MemoryAccessOp.Access;
import dev.graft.compiler.text.WatParser;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Store;
import dev.graft.engine.trap.Trap;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Loads and stores of a module with much code, whose operators check addresses, do what
/// they do in one with little, where that is done in place.
class LargeModuleAccessTests {

	private static final int PAGE = 65_536;

	private static final int MUCH_CODE = 4_000_000;

	private static final int CODE_SECTION = 10;

	/// The last body of a code section, without locals and without instructions.
	private static final byte[] EMPTY_BODY = { 2, 0, 0x0b };

	private static final List<Long> OFFSETS = List.of(0L, 1L, 65_528L, 65_536L, 0x7FFF_FFFFL, 0xFFFF_FFFFL);

	private static final int[] ADDRESSES = { 0, 1, 7, PAGE - 8, PAGE - 7, PAGE - 4, PAGE - 3, PAGE - 2, PAGE - 1, PAGE,
			Integer.MAX_VALUE, Integer.MIN_VALUE, -8, -1 };

	private static final String DATA = """
			(data (i32.const 65526) "\\81\\02\\83\\04\\85\\06\\87\\08\\89\\0a")
			""";

	/// Module, function and offset; the latter moves with the size of a section.
	private static final Pattern PLACE = Pattern.compile("\\w+(!function\\[\\d+\\]) \\(@0x\\w+\\)");

	@Test
	void loadAndStoreAndTrapAsInASmallModule() {
		byte[] small = module();
		try (Engine engine = Engine.create(EngineConfig.builder().compiler(new WasmCompiler()).build());
				Store store = Store.builder(engine).deadline(null).build()) {
			Instance inPlace = Linker.create(engine).instantiate(store, engine.load("small", small));
			Instance checking = Linker.create(engine).instantiate(store, engine.load("large", withMuchCode(small)));
			for (MemoryAccessOp op : MemoryAccessOp.values()) {
				for (long offset : OFFSETS) {
					for (int address : ADDRESSES) {
						String function = name(op, offset);
						assertThat(call(checking, function, address)).as("%s of %d", function, address)
							.isEqualTo(call(inPlace, function, address));
					}
				}
			}
		}
	}

	// A trap in words, with the function it was in.
	private static Object call(Instance instance, String function, int address) {
		try {
			return Objects.requireNonNull(instance.func(function).call(address)[0]);
		}
		catch (Trap trap) {
			return PLACE.matcher(trap.getMessage()).replaceAll("$1");
		}
	}

	private static byte[] module() {
		StringBuilder functions = new StringBuilder();
		for (MemoryAccessOp op : MemoryAccessOp.values()) {
			for (long offset : OFFSETS) {
				functions.append(function(op, offset));
			}
		}
		return WatParser.parse("module", "(module (memory 1) " + DATA + functions + "(func $nothing))").binary();
	}

	// A store tells what is then there, some bytes before the end of the memory. Memories
	// do not keep their size in functions that call.
	private static String function(MemoryAccessOp op, long offset) {
		String type = op.type().toString();
		String access = "%s offset=%d".formatted(op.mnemonic(), offset);
		String beginning = "(func (export \"%s\") (param i32) ".formatted(name(op, offset));
		String call = "(call $nothing) ";
		return (op.access() == Access.LOAD)
				? beginning + "(result %s) %s (%s (local.get 0)))".formatted(type, call, access)
				: beginning + "(result i64) %s (%s (local.get 0) (%s.const -3)) (i64.load (i32.const 65528)))"
					.formatted(call, access, type);
	}

	private static String name(MemoryAccessOp op, long offset) {
		return op.mnemonic() + "+" + offset;
	}

	/// The same module; its last function does nothing at length.
	private static byte[] withMuchCode(byte[] module) {
		ByteArrayOutputStream result = new ByteArrayOutputStream();
		int position = 8;
		result.write(module, 0, position);
		while (position < module.length) {
			int id = module[position];
			int[] size = unsigned(module, position + 1);
			int end = size[1] + size[0];
			if (id == CODE_SECTION) {
				assertThat(Arrays.copyOfRange(module, end - EMPTY_BODY.length, end)).isEqualTo(EMPTY_BODY);
				ByteArrayOutputStream code = new ByteArrayOutputStream();
				code.write(module, size[1], size[0] - EMPTY_BODY.length);
				writeUnsigned(code, MUCH_CODE + 2);
				byte[] body = new byte[MUCH_CODE + 2];
				Arrays.fill(body, 1, MUCH_CODE + 1, (byte) 1);
				body[MUCH_CODE + 1] = 0x0b;
				code.writeBytes(body);
				result.write(id);
				writeUnsigned(result, code.size());
				result.writeBytes(code.toByteArray());
			}
			else {
				result.write(module, position, end - position);
			}
			position = end;
		}
		return result.toByteArray();
	}

	// A number and where it ends.
	private static int[] unsigned(byte[] bytes, int start) {
		int value = 0;
		int position = start;
		int shift = 0;
		do {
			value |= (bytes[position] & 0x7f) << shift;
			shift += 7;
		}
		while (bytes[position++] < 0);
		return new int[] { value, position };
	}

	private static void writeUnsigned(ByteArrayOutputStream out, int value) {
		int rest = value;
		while (rest > 0x7f) {
			out.write(rest & 0x7f | 0x80);
			rest >>>= 7;
		}
		out.write(rest);
	}

}
