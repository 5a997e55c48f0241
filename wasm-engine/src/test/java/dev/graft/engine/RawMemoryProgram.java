package dev.graft.engine;

import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import dev.graft.artifact.abi.RawMemoryMember;
import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.engine.trap.Trap;

/// Compares what loads and stores do with and without raw memory access. A program of its
/// own, because Java has to be started for it.
final class RawMemoryProgram {

	private static final List<String> LOADS = List.of("i32.load", "i32.load8_s", "i32.load8_u", "i32.load16_s",
			"i32.load16_u", "i64.load", "i64.load8_s", "i64.load8_u", "i64.load16_s", "i64.load16_u", "i64.load32_s",
			"i64.load32_u", "f32.load", "f64.load");

	private static final List<String> STORES = List.of("i32.store", "i32.store8", "i32.store16", "i64.store",
			"i64.store8", "i64.store16", "i64.store32", "f32.store", "f64.store");

	private static final List<String> OFFSETS = List.of("0", "1", "65535", "4294967295");

	private RawMemoryProgram() {
	}

	/// Prints how many accesses agree.
	public static void main(String[] arguments) throws ReflectiveOperationException {
		for (RawMemoryMember member : RawMemoryMember.values()) {
			Class<?> owner = Class.forName(member.owner().replace('/', '.'));
			MethodType type = MethodType.fromMethodDescriptorString(member.descriptor(), null);
			owner.getMethod(member.memberName(), type.parameterArray());
		}
		int agreeing = 0;
		for (String address : List.of("i32", "i64")) {
			List<Object> usual = run(module(address), MemoryAccess.FOREIGN);
			List<Object> raw = run(module(address), MemoryAccess.RAW);
			for (int index = 0; index < raw.size(); index++) {
				if (!usual.get(index).equals(raw.get(index))) {
					throw new AssertionError("call " + index + ": " + usual.get(index) + ", raw: " + raw.get(index));
				}
			}
			agreeing += raw.size();
		}
		System.out.println(agreeing + " agree");
	}

	private static List<Object> run(String module, MemoryAccess access) {
		EngineConfig config = EngineConfig.builder().memoryAccess(access).build();
		List<Object> results = new ArrayList<>();
		try (Engine engine = Engine.create(config)) {
			byte[] artifact = engine.precompile("test.wat", module.getBytes(StandardCharsets.UTF_8));
			boolean used = new String(artifact, StandardCharsets.ISO_8859_1).contains(RawMemoryMember.OWNER);
			if (used != (access == MemoryAccess.RAW)) {
				throw new AssertionError("raw access is used: " + used);
			}
			try (Store store = Store.create(engine)) {
				Instance instance = Linker.create(engine).instantiate(store, engine.load("test.wat", artifact));
				Random random = new Random(7);
				for (int round = 0; round < 3000; round++) {
					long address = (round % 3 == 0) ? random.nextInt(70_000) : 65_536 - random.nextInt(24);
					results.add(call(instance, "l" + random.nextInt(LOADS.size() * OFFSETS.size()), address));
					results.add(call(instance, "s" + random.nextInt(STORES.size() * OFFSETS.size()), address,
							random.nextLong()));
				}

				results.add(Arrays.hashCode(instance.memory("memory").read(0, 65_536)));
			}
		}
		return results;
	}

	private static Object call(Instance instance, String name, long... arguments) {
		Func function = instance.func(name);
		Object[] values = new Object[arguments.length];
		for (int index = 0; index < values.length; index++) {
			boolean narrow = function.type().parameters().get(index).toString().equals("i32");
			values[index] = narrow ? (Object) (int) arguments[index] : (Object) arguments[index];
		}
		try {
			return Arrays.toString(function.call(values));
		}
		catch (Trap trap) {
			return trap.code();
		}
	}

	private static String module(String address) {
		StringBuilder text = new StringBuilder("(module (memory (export \"memory\") %s 1)".formatted(address));
		int number = 0;
		for (String load : LOADS) {
			for (String offset : OFFSETS) {
				text.append("(func (export \"l%d\") (param %s) (result i64) (%s))".formatted(number++, address,
						asBits(load, "(%s offset=%s (local.get 0))".formatted(load, offset))));
			}
		}
		number = 0;
		for (String store : STORES) {
			for (String offset : OFFSETS) {
				text.append("(func (export \"s%d\") (param %s i64) (%s offset=%s (local.get 0) %s))".formatted(number++,
						address, store, offset, ofBits(store.substring(0, 3))));
			}
		}
		return text.append(')').toString();
	}

	private static String asBits(String load, String value) {
		return switch (load.substring(0, 3)) {
			case "i32" -> "i64.extend_i32_u " + value;
			case "f32" -> "i64.extend_i32_u (i32.reinterpret_f32 " + value + ")";
			case "f64" -> "i64.reinterpret_f64 " + value;
			default -> "i64.add (i64.const 0) " + value;
		};
	}

	private static String ofBits(String type) {
		return switch (type) {
			case "i32" -> "(i32.wrap_i64 (local.get 1))";
			case "f32" -> "(f32.reinterpret_i32 (i32.wrap_i64 (local.get 1)))";
			case "f64" -> "(f64.reinterpret_i64 (local.get 1))";
			default -> "(local.get 1)";
		};
	}

}
