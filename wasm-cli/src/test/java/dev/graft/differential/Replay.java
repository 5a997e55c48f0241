package dev.graft.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ValueType;
import dev.graft.differential.Trace.Event;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.ExternType;
import dev.graft.engine.Func;
import dev.graft.engine.Global;
import dev.graft.engine.ImportType;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Memory;
import dev.graft.engine.Module;
import dev.graft.engine.Store;
import dev.graft.engine.StoreLimits;
import dev.graft.engine.Table;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.WasmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Takes the way of a recording with a module: the host does what it did then, and the
/// module has to answer as it did then.
final class Replay implements AutoCloseable {

	private final Engine engine;

	private final Store store;

	private final Trace trace;

	private final Map<String, Object> references = new HashMap<>();

	private final Map<Object, String> numbers = new HashMap<>();

	private final Instance instance;

	private final @Nullable Memory memory;

	private int calls;

	private Replay(Engine engine, Path module, Path trace) throws IOException {
		this.engine = engine;
		this.store = Store.create(engine);
		this.trace = new Trace(Files.readAllLines(trace));
		Linker linker = Linker.create(engine);
		Module loaded = engine.load(module);
		@Nullable Memory imported = null;
		for (ImportType needed : loaded.imports()) {
			if (needed.type() instanceof ExternType.Memory type) {
				imported = Memory.create(this.store, type.type());
				linker.define(needed.module(), needed.name(), imported);
			}
			else if (needed.type() instanceof ExternType.Table table) {
				linker.define(needed.module(), needed.name(), Table.create(this.store,
						new ExternalType.Table(table.addressType(), table.limits(), table.elementType()), null));
			}
			else if (needed.type() instanceof ExternType.Global global) {
				linker.define(needed.module(), needed.name(),
						given(needed, new ExternalType.Global(global.valueType(), global.mutable())));
			}
			else if (needed.type() instanceof ExternType.Function function) {
				FunctionType type = function.type();
				linker.function(needed.module(), needed.name(), type,
						(_, arguments) -> answer(needed.module(), needed.name(), type, arguments));
			}
		}
		this.instance = linker.instantiate(this.store, loaded);
		this.memory = (imported != null) ? imported : exportedMemory(this.instance);
	}

	static Replay open(Path module, Path trace) throws IOException {
		return new Replay(Engine.create(EngineConfig.builder()
			.features(EnumSet.allOf(Feature.class))
			.deadline(null)
			.storeLimits(StoreLimits.UNLIMITED)
			.build()), module, trace);
	}

	private Global given(ImportType needed, ExternalType.Global type) {
		Event event = this.trace.next();
		assertThat(event.text()).startsWith("global ");
		assertThat(event.name(1) + "." + event.name(2)).isEqualTo(needed.module() + "." + needed.name());
		return Global.create(this.store, type, value(type.valueType(), event.word(3)));
	}

	private static @Nullable Memory exportedMemory(Instance instance) {
		return instance.exports()
			.values()
			.stream()
			.filter(Memory.class::isInstance)
			.map(Memory.class::cast)
			.findFirst()
			.orElse(null);
	}

	/// Takes the whole way.
	/// @return how many calls of exports there were
	int play() {
		while (this.trace.hasNext()) {
			perform(this.trace.next());
		}
		return this.calls;
	}

	/// What the host does, or finds, while the module does not run.
	private void perform(Event event) {
		switch (event.kind()) {
			case "call" -> call(this.instance.func(event.name(1)), event, event.words(2));
			case "element" -> call(element(event), event, event.words(3));
			case "patch" -> memory().write(Long.parseLong(event.word(1)), HexFormat.of().parseHex(event.word(2)));
			case "grow" -> memory().grow(Long.parseLong(event.word(1)));
			case "memory" -> assertThat(memoryNow()).as("memory at event %d", event.number()).isEqualTo(event.text());
			case "instantiated" -> assertThat(this.calls).isZero();
			default -> throw new AssertionError("The module did not do what it had done: " + event);
		}
	}

	private Func element(Event event) {
		Table table = this.instance.table(event.name(1));
		return (Func) Objects.requireNonNull(table.get(Long.parseLong(event.word(2))));
	}

	private void call(Func function, Event event, List<String> arguments) {
		this.calls++;
		String outcome = outcome(function, values(function.type().parameters(), arguments));
		assertThat(outcome).as("event %d: %s", event.number(), event.text()).isEqualTo(this.trace.next().text());
	}

	private String outcome(Func function, @Nullable Object[] arguments) {
		try {
			return "return" + texts(function.call(arguments));
		}
		catch (Trap trap) {
			return "trap " + trap.code().text();
		}
		catch (ThrownThenException | WasmException ex) {
			return "exception";
		}
	}

	/// An import is called: with what it was called with, and it answers what it
	/// answered.
	private @Nullable Object answer(String module, String name, FunctionType type, @Nullable Object[] arguments) {
		Event expected = this.trace.next();
		assertThat("import %s %s%s".formatted(module, name, texts(arguments))).as("event %d", expected.number())
			.isEqualTo("import %s %s%s".formatted(expected.name(1), expected.name(2), rest(expected, 3)));
		Event event = this.trace.next();
		while (!event.kind().equals("resume")) {
			if (event.kind().equals("throw")) {
				throw new ThrownThenException();
			}
			perform(event);
			event = this.trace.next();
		}
		@Nullable Object[] results = values(type.results(), event.words(1));
		return (results.length == 0) ? null : (results.length == 1) ? results[0] : results;
	}

	private static String rest(Event event, int from) {
		return String.join("", event.words(from).stream().map((word) -> " " + word).toList());
	}

	private Memory memory() {
		if (this.memory == null) {
			throw new AssertionError("The module has no memory that its host can see");
		}
		return this.memory;
	}

	private String memoryNow() {
		long size = memory().sizeBytes();
		CRC32 crc = new CRC32();
		crc.update(memory().segment(0, size).asByteBuffer());
		return "memory %d %d".formatted(size, crc.getValue());
	}

	private @Nullable Object[] values(List<ValueType> types, List<String> texts) {
		return IntStream.range(0, types.size())
			.mapToObj((index) -> value(types.get(index), texts.get(index)))
			.toArray();
	}

	private @Nullable Object value(ValueType type, String text) {
		return switch (type) {
			case NumberType.I32 -> Integer.valueOf(text);
			case NumberType.I64 -> Long.valueOf(text);
			case NumberType.F32 ->
				text.equals("nan") ? Float.NaN : Float.intBitsToFloat(Integer.parseUnsignedInt(text, 16));
			case NumberType.F64 ->
				text.equals("nan") ? Double.NaN : Double.longBitsToDouble(Long.parseUnsignedLong(text, 16));
			default -> text.equals("null") ? null : reference(text);
		};
	}

	private Object reference(String number) {
		Object reference = this.references.computeIfAbsent(number, Reference::new);
		this.numbers.put(reference, number);
		return reference;
	}

	// Numbers are given in the order in which references are seen first, as in the
	// recording.
	private String number(Object reference) {
		String number = this.numbers.computeIfAbsent(reference, (_) -> String.valueOf(this.numbers.size() + 1));
		this.references.put(number, reference);
		return number;
	}

	private String texts(@Nullable Object[] values) {
		StringBuilder texts = new StringBuilder();
		for (@Nullable
		Object value : values) {
			texts.append(' ').append(text(value));
		}
		return texts.toString();
	}

	private String text(@Nullable Object value) {
		return switch (value) {
			case null -> "null";
			case Float number -> number.isNaN() ? "nan" : Integer.toHexString(Float.floatToRawIntBits(number));
			case Double number -> number.isNaN() ? "nan" : Long.toHexString(Double.doubleToRawLongBits(number));
			case Integer number -> number.toString();
			case Long number -> number.toString();
			default -> number(value);
		};
	}

	@Override
	public void close() {
		this.store.close();
		this.engine.close();
	}

	/// What a JavaScript value is to the module.
	private record Reference(String number) {
	}

	/// What JavaScript threw.
	private static final class ThrownThenException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
