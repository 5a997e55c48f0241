package dev.graft.bench.runner;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.Caller;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.ExternType;
import dev.graft.engine.Func;
import dev.graft.engine.HostFunction;
import dev.graft.engine.ImportType;
import dev.graft.engine.Instance;
import dev.graft.engine.Linker;
import dev.graft.engine.Memory;
import dev.graft.engine.Module;
import dev.graft.engine.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Graft. What is in the cache is an artifact, so this is also how applications load
/// modules that were compiled when they were built. With the system property
/// `graft.bench.lazy` there is no cache: the module runs while it is being compiled.
@SuppressWarnings("NullAway.Init")
public final class GraftEngine implements GuestEngine {

	private final boolean lazy = Boolean.getBoolean("graft.bench.lazy");

	private final Engine engine = Engine.create(EngineConfig.builder().lazyCompilation(this.lazy).build());

	private Module module;

	private Store store = newStore();

	private Instance instance;

	@Override
	public boolean cachesCode() {
		return !this.lazy;
	}

	@Override
	public void compile(Path module, Path cache) throws IOException {
		Files.write(artifact(cache),
				this.engine.precompile(String.valueOf(module.getFileName()), Files.readAllBytes(module)));
	}

	private static Path artifact(Path cache) {
		return cache.resolve("module.elf");
	}

	@Override
	public void load(Path module, Path cache) throws IOException {
		this.module = this.engine.load(this.lazy ? module : artifact(cache));
	}

	@Override
	public void instantiate(Wasi wasi) {
		this.store.close();
		this.store = newStore();
		Linker linker = Linker.create(this.engine).allowShadowing(true);
		for (ImportType needed : this.module.imports()) {
			if (needed.type() instanceof ExternType.Function function) {
				linker.function(needed.module(), needed.name(), function.type(),
						hostFunction(wasi.function(needed.module(), needed.name()), function.type()));
			}
		}
		this.instance = linker.instantiate(this.store, this.module);
	}

	private Store newStore() {
		return Store.builder(this.engine).deadline(null).build();
	}

	private static HostFunction hostFunction(HostCall call, FunctionType type) {
		return (caller, arguments) -> {
			long[] numbers = new long[arguments.length];
			for (int index = 0; index < numbers.length; index++) {
				numbers[index] = (arguments[index] instanceof Number number) ? number.longValue() : 0;
			}
			return boxed(call.call(new CallerMemory(caller), numbers), type.results());
		};
	}

	private static @Nullable Object boxed(int result, List<ValueType> types) {
		if (types.isEmpty()) {
			return null;
		}
		return switch ((NumberType) types.getFirst()) {
			case I32 -> result;
			case I64 -> (long) result;
			case F32 -> (float) result;
			case F64 -> (double) result;
		};
	}

	@Override
	public boolean exports(String function) {
		return this.instance.export(function).filter(Func.class::isInstance).isPresent();
	}

	@Override
	public Number call(String function, Integer... arguments) {
		@Nullable Object[] results = this.instance.func(function).call((Object[]) arguments);
		return (results.length == 1 && results[0] instanceof Number number) ? number : 0;
	}

	@Override
	public void close() {
		this.store.close();
		this.engine.close();
	}

	private record CallerMemory(Caller caller) implements GuestMemory {

		private Memory memory() {
			return this.caller.memory();
		}

		@Override
		public int readInt(int address) {
			return memory().readInt(Integer.toUnsignedLong(address));
		}

		@Override
		public void writeByte(int address, byte value) {
			memory().writeByte(Integer.toUnsignedLong(address), value);
		}

		@Override
		public byte[] read(int address, int length) {
			return memory().read(Integer.toUnsignedLong(address), length);
		}

		@Override
		public void write(int address, byte[] bytes) {
			memory().write(Integer.toUnsignedLong(address), bytes);
		}

	}

}
