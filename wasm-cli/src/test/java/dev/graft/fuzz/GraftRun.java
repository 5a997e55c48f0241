package dev.graft.fuzz;

import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.Limits;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.engine.Engine;
import dev.graft.engine.Func;
import dev.graft.engine.Global;
import dev.graft.engine.HostFunction;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Memory;
import dev.graft.engine.Module;
import dev.graft.engine.Store;
import dev.graft.engine.Table;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.WasmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Does with a module what a [Plan] says, in Graft, and tells what came of it: two lines
/// for the instantiation and for each call, as `run.mjs` does in Node.
///
///     trap memory
///     state fuel=497 sum… g0=42 g1=-7 m0=65536/5ab3 t0=8/..f..... host=1829
final class GraftRun implements AutoCloseable {

	/// The line of a call that took all of the stack. How deep it is differs, so that
	/// nothing after it can be compared.
	static final String EXHAUSTED = "trap stack";

	private static final Duration DEADLINE = Duration.ofSeconds(20);

	private final Plan plan;

	private final Store store;

	private final List<String> lines = new ArrayList<>();

	private int log = 1;

	private GraftRun(Engine engine, Plan plan) {
		this.plan = plan;
		this.store = Store.builder(engine).deadline(DEADLINE).build();
	}

	/// Runs a module.
	static List<String> run(Engine engine, Module module, Plan plan) {
		return run(engine, null, module, plan);
	}

	/// Runs a module.
	/// @param first the module that it imports from, if there is one
	static List<String> run(Engine engine, @Nullable Module first, Module module, Plan plan) {
		try (GraftRun run = new GraftRun(engine, plan)) {
			run.run(first, module);
			return List.copyOf(run.lines);
		}
	}

	@Override
	public void close() {
		this.store.close();
	}

	private void run(@Nullable Module first, Module module) {
		Instance instance;
		try {
			Linker linker = linker(module.engine());
			if (first != null) {
				linker.instance(ModuleGenerator.FIRST, linker.instantiate(this.store, first));
			}
			instance = linker.instantiate(this.store, module);
		}
		catch (WasmException ex) {
			this.lines.add("instance " + outcome(ex));
			return;
		}
		this.lines.add("instance ok");
		this.lines.add(state(instance));
		for (List<String> call : this.plan.calls()) {
			String outcome = call(instance, call);
			this.lines.add(outcome);
			if (outcome.equals(EXHAUSTED)) {
				return;
			}
			this.lines.add(state(instance));
		}
	}

	private String call(Instance instance, List<String> words) {
		instance.global("fuel").set(Integer.valueOf(this.plan.words("fuel").getFirst()));
		Func function = instance.func(words.getFirst());
		try {
			StringBuilder line = new StringBuilder("return");
			for (@Nullable
			Object result : function.call(words.stream().skip(2).map(GraftRun::argument).toArray())) {
				line.append(' ').append(text(result));
			}
			return line.toString();
		}
		catch (WasmException ex) {
			return outcome(ex);
		}
	}

	private static String outcome(WasmException thrown) {
		return (thrown instanceof Trap trap) ? "trap " + kind(trap) : "exception";
	}

	/// What engines agree upon about a trap.
	private static String kind(Trap trap) {
		return switch (trap.code()) {
			case MEMORY_OUT_OF_BOUNDS -> "memory";
			case TABLE_OUT_OF_BOUNDS, UNDEFINED_ELEMENT -> "table";
			case UNINITIALIZED_ELEMENT, INDIRECT_CALL_TYPE_MISMATCH -> "signature";
			case INTEGER_DIVIDE_BY_ZERO -> "divide";
			case INTEGER_OVERFLOW, INVALID_CONVERSION_TO_INTEGER -> "range";
			case STACK_EXHAUSTED -> "stack";
			default -> trap.code().text().replaceFirst("^null .* reference$", "null reference");
		};
	}

	private static @Nullable Object argument(String word) {
		String kind = word.substring(0, word.indexOf(':'));
		String text = word.substring(word.indexOf(':') + 1);
		return switch (kind) {
			case "i32" -> Integer.valueOf(text);
			case "i64" -> Long.valueOf(text);
			case "f32" -> Float.intBitsToFloat(Integer.parseUnsignedInt(text, 16));
			case "f64" -> Double.longBitsToDouble(Long.parseUnsignedLong(text, 16));
			default -> text.equals("null") ? null : new Foreign(text);
		};
	}

	private static String text(@Nullable Object value) {
		return switch (value) {
			case null -> "null";
			case Integer number -> "i32:" + number;
			case Long number -> "i64:" + number;
			case Float number ->
				"f32:" + (number.isNaN() ? "nan" : Integer.toHexString(Float.floatToRawIntBits(number)));
			case Double number ->
				"f64:" + (number.isNaN() ? "nan" : Long.toHexString(Double.doubleToRawLongBits(number)));
			case Foreign foreign -> "extern:" + foreign.name();
			default -> "object";
		};
	}

	// ---- what can be seen

	private String state(Instance instance) {
		StringBuilder line = new StringBuilder("state fuel=").append(instance.global("fuel").get());
		for (String global : this.plan.words("globals")) {
			String name = global.substring(0, global.indexOf(':'));
			line.append(' ').append(name).append('=').append(text(instance.global(name).get()));
		}
		int memories = Integer.parseInt(this.plan.words("memories").getFirst());
		for (int i = 0; i < memories; i++) {
			line.append(" m").append(i).append('=').append(text(instance.memory("m" + i)));
		}
		for (String name : this.plan.words("tables")) {
			line.append(' ').append(name).append('=').append(text(instance.table(name)));
		}
		return line.append(" host=").append(this.log).toString();
	}

	private static String text(Memory memory) {
		CRC32 sum = new CRC32();
		sum.update(memory.read(0, (int) memory.sizeBytes()));
		return memory.sizeBytes() + "/" + Long.toHexString(sum.getValue());
	}

	private static String text(Table table) {
		StringBuilder elements = new StringBuilder();
		for (int i = 0; i < table.size(); i++) {
			elements.append(table.get(i) != null ? 'x' : '.');
		}
		return table.size() + "/" + elements;
	}

	// ---- the host

	private Linker linker(Engine engine) {
		Linker linker = Linker.create(engine);
		function(linker, "nothing", (caller, arguments) -> results(1));
		function(linker, "i32", (caller, arguments) -> results(2, integer(arguments) * 31 + 7));
		function(linker, "i64", (caller, arguments) -> results(3, (Long) arguments[0] * 3 + 1));
		function(linker, "less",
				(caller, arguments) -> results(4, (Float) arguments[0] < (Double) arguments[1] ? 1 : 0));
		function(linker, "pair", (caller, arguments) -> results(5, arguments[1], arguments[0]));
		function(linker, "same", (caller, arguments) -> results((arguments[0] != null) ? 7 : 6, arguments[0]));
		function(linker, "none", (caller, arguments) -> results(8, (arguments[0] != null) ? 0 : 1));
		linker.define(Host.NAME, "memory", Memory.create(this.store,
				ExternalType.Memory.of(new Limits(Host.MEMORY.minimum(), OptionalLong.of(Host.MEMORY.maximum())))));
		linker.define(Host.NAME, "table",
				Table.create(this.store,
						new ExternalType.Table(AddressType.I32,
								Limits.between(Host.TABLE.minimum(), Host.TABLE.maximum()), ReferenceType.FUNCREF),
						null));
		global(linker, "constant", 42);
		global(linker, "long", -7L);
		global(linker, "double", 0.75);
		global(linker, "reference", null);
		return linker;
	}

	private static int integer(@Nullable Object[] arguments) {
		return arguments[0] instanceof Integer number ? number : 0;
	}

	private static void function(Linker linker, String name, HostFunction function) {
		linker.function(Host.NAME, name, type(name), function);
	}

	private static FunctionType type(String name) {
		return Objects.requireNonNull(Host.FUNCTIONS.get(name));
	}

	private void global(Linker linker, String name, @Nullable Object value) {
		Scaffold.GlobalShape shape = Objects.requireNonNull(Host.GLOBALS.get(name));
		linker.define(Host.NAME, name,
				Global.create(this.store, new ExternalType.Global(shape.type(), shape.mutable()), value));
	}

	/// Notes a call in the log, which tells calls and their order.
	private @Nullable Object results(int call, @Nullable Object... results) {
		this.log = this.log * 31 + call;
		return switch (results.length) {
			case 0 -> null;
			case 1 -> results[0];
			default -> results;
		};
	}

	/// A value that only the host knows.
	private record Foreign(String name) {
	}

}
