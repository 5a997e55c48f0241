package dev.graft.bench.peer;

import dev.graft.bench.runner.GuestEngine;
import dev.graft.bench.runner.GuestMemory;
import dev.graft.bench.runner.HostCall;
import dev.graft.bench.runner.Wasi;
import io.github.kawamuray.wasmtime.Config;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Extern;
import io.github.kawamuray.wasmtime.Func;
import io.github.kawamuray.wasmtime.FuncType;
import io.github.kawamuray.wasmtime.ImportType;
import io.github.kawamuray.wasmtime.Instance;
import io.github.kawamuray.wasmtime.Memory;
import io.github.kawamuray.wasmtime.Module;
import io.github.kawamuray.wasmtime.Store;
import io.github.kawamuray.wasmtime.Val;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Wasmtime through its JNI binding, with Wasmtime's own cache on disk.
@SuppressWarnings("NullAway.Init")
public final class WasmtimeEngine implements GuestEngine {

	private static final int CACHE_POLL_MILLIS = 20;

	private static final int CACHE_POLLS = 500;

	// Loads the native library.
	private final Engine plain = new Engine();

	private Path cache;

	private Engine engine;

	private Store<Void> store;

	private Module module;

	private Instance instance;

	@Override
	public boolean cachesCode() {
		return true;
	}

	@Override
	public void compile(Path module, Path cache) throws IOException {
		load(module, cache);
	}

	@Override
	public void load(Path module, Path cache) throws IOException {
		this.cache = cache.resolve("wasmtime");
		Path settings = cache.resolve("cache.toml");
		Files.writeString(settings, "[cache]\nenabled = true\ndirectory = \"%s\"\n".formatted(this.cache));
		this.engine = new Engine(new Config().cacheConfigLoad(settings));
		this.store = new Store<>(null, this.engine);
		this.module = Module.fromBinary(this.engine, Files.readAllBytes(module));
	}

	@Override
	public void instantiate(Wasi wasi) {
		this.store.close();
		this.store = new Store<>(null, this.engine);
		List<Extern> imports = new ArrayList<>();
		for (ImportType needed : this.module.imports()) {
			imports.add(Extern.fromFunc(hostFunction(wasi, needed)));
		}
		this.instance = new Instance(this.store, this.module, imports);
	}

	private Func hostFunction(Wasi wasi, ImportType needed) {
		HostCall call = wasi.function(needed.module(), needed.name());
		FuncType type = needed.func();
		return new Func(this.store, type, (caller, arguments, results) -> {
			long[] numbers = new long[arguments.length];
			for (int index = 0; index < numbers.length; index++) {
				numbers[index] = (arguments[index].getValue() instanceof Number number) ? number.longValue() : 0;
			}
			int result = call.call(new StoreMemory(this.store, this.instance), numbers);
			if (results.length > 0) {
				results[0] = value(type.getResults()[0], result);
			}
		});
	}

	private static Val value(Val.Type type, int result) {
		return switch (type) {
			case I32 -> Val.fromI32(result);
			case I64 -> Val.fromI64(result);
			case F32 -> Val.fromF32(result);
			case F64 -> Val.fromF64(result);
			default -> throw new IllegalArgumentException("no host function answers a " + type);
		};
	}

	@Override
	public boolean exports(String function) {
		Optional<Func> found = this.instance.getFunc(this.store, function);
		found.ifPresent(Func::close);
		return found.isPresent();
	}

	@Override
	public Number call(String function, Integer... arguments) {
		Val[] values = new Val[arguments.length];
		for (int index = 0; index < values.length; index++) {
			values[index] = Val.fromI32(arguments[index]);
		}
		try (Func called = this.instance.getFunc(this.store, function).orElseThrow()) {
			Val[] results = called.call(this.store, values);
			return (results.length == 1 && results[0].getValue() instanceof Number number) ? number : 0;
		}
	}

	/// Wasmtime writes to its cache in a thread of its own.
	@Override
	public void close() {
		this.plain.close();
		try {
			for (int poll = 0; poll < CACHE_POLLS && !isCached(); poll++) {
				Thread.sleep(CACHE_POLL_MILLIS);
			}
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/// Whether there is a file whose name is not that of a file being written.
	private boolean isCached() {
		if (!Files.isDirectory(this.cache)) {
			return false;
		}
		try (Stream<Path> files = Files.walk(this.cache)) {
			return files.filter(Files::isRegularFile).anyMatch((file) -> !String.valueOf(file.getFileName()).contains("."));
		}
		catch (IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	private record StoreMemory(Store<Void> store, Instance instance) implements GuestMemory {

		private ByteBuffer bytes() {
			try (Memory memory = this.instance.getMemory(this.store, "memory").orElseThrow()) {
				return memory.buffer(this.store).order(ByteOrder.LITTLE_ENDIAN);
			}
		}

		@Override
		public int readInt(int address) {
			return bytes().getInt(address);
		}

		@Override
		public void writeByte(int address, byte value) {
			bytes().put(address, value);
		}

		@Override
		public byte[] read(int address, int length) {
			byte[] bytes = new byte[length];
			bytes().get(address, bytes);
			return bytes;
		}

		@Override
		public void write(int address, byte[] bytes) {
			bytes().put(address, bytes);
		}

	}

}
