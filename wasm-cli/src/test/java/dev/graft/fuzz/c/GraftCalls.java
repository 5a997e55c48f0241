package dev.graft.fuzz.c;

import dev.graft.engine.Engine;
import dev.graft.engine.Func;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Memory;
import dev.graft.engine.Store;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import dev.graft.fuzz.c.CallPlan.Call;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// Calls the functions of a compiled program in Graft, and tells what came of it, as
/// `programs.mjs` does in Node: for each call what is returned, or that it trapped, and a
/// checksum of what is in memory.
final class GraftCalls {

	private static final Duration DEADLINE = Duration.ofSeconds(60);

	private static final int USUAL_NAN = 0x7FC00000;

	private static final long USUAL_LONG_NAN = 0x7FF8000000000000L;

	private final CallPlan plan;

	private final Instance instance;

	private final Memory memory;

	private GraftCalls(CallPlan plan, Instance instance) {
		this.plan = plan;
		this.instance = instance;
		this.memory = instance.memory("memory");
	}

	/// Makes all calls of the program with a name. Whatever gets out of compiler or
	/// engine is what came of it.
	static List<String> run(Path directory, String name, Way way) throws IOException {
		byte[] module = Files.readAllBytes(directory.resolve(name + ".wasm"));
		CallPlan plan = CallPlan.read(directory, name);
		try (Engine engine = way.engine(); Store store = Store.builder(engine).deadline(DEADLINE).build()) {
			Instance instance = Linker.create(engine).instantiate(store, engine.load(name, module));
			return new GraftCalls(plan, instance).run();
		}
		catch (RuntimeException | Error escaped) {
			escaped.printStackTrace();
			return List.of(escaped.toString());
		}
	}

	private List<String> run() {
		List<String> lines = new ArrayList<>();
		byte[] beginning = this.memory.read(0, CallPlan.BASE);
		for (Call call : this.plan.calls()) {
			this.memory.write(0, beginning);
			this.memory.write(CallPlan.BASE, this.plan.images().get(call.image()));
			String outcome = call(call);
			lines.add("%s %s".formatted(outcome, Long.toHexString(checksum(call.fractionBytes()))));
		}
		return lines;
	}

	private String call(Call call) {
		Func function = this.instance.func(call.function());
		List<Object> arguments = new ArrayList<>();
		call.addresses().forEach((address) -> arguments.add(address(address)));
		arguments.addAll(call.numbers());
		try {
			return String.valueOf(function.call(arguments.toArray())[0]);
		}
		catch (Trap trap) {
			return (trap.code() == TrapCode.MEMORY_OUT_OF_BOUNDS) ? "memory" : trap.code().text();
		}
	}

	private Object address(int address) {
		if (this.plan.is64()) {
			return Integer.toUnsignedLong(address);
		}
		return address;
	}

	private long checksum(int fractionBytes) {
		byte[] bytes = this.memory.read(CallPlan.BASE, CallPlan.IMAGE_BYTES);
		ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		for (int at = 0; fractionBytes > 0 && at < bytes.length; at += fractionBytes) {
			if (fractionBytes == Float.BYTES && Float.isNaN(numbers.getFloat(at))) {
				numbers.putInt(at, USUAL_NAN);
			}
			if (fractionBytes == Double.BYTES && Double.isNaN(numbers.getDouble(at))) {
				numbers.putLong(at, USUAL_LONG_NAN);
			}
		}
		CRC32 sum = new CRC32();
		sum.update(bytes);
		return sum.getValue();
	}

}
