package dev.graft.bench.peer;

import dev.graft.bench.runner.GuestEngine;
import dev.graft.bench.runner.GuestMemory;
import dev.graft.bench.runner.HostCall;
import dev.graft.bench.runner.Wasi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import run.endive.compiler.Cache;
import run.endive.compiler.InterpreterFallback;
import run.endive.compiler.MachineFactoryCompiler;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.runtime.Memory;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.ExportSection;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/// Endive with its compiler to bytecode. What is too large for that, it interprets.
@SuppressWarnings("NullAway.Init")
public final class EndiveEngine implements GuestEngine {

	private WasmModule module;

	private Function<Instance, Machine> machines;

	private Instance instance;

	@Override
	public boolean cachesCode() {
		return true;
	}

	@Override
	public void compile(Path module, Path cache) {
		load(module, cache);
	}

	@Override
	public void load(Path module, Path cache) {
		this.module = Parser.parse(module);
		this.machines = MachineFactoryCompiler.builder(this.module)
			.withInterpreterFallback(InterpreterFallback.SILENT)
			.withCache(new DirectoryCache(cache))
			.compile();
	}

	@Override
	public void instantiate(Wasi wasi) {
		ImportValues.Builder imports = ImportValues.builder();
		this.module.importSection()
			.stream()
			.filter(FunctionImport.class::isInstance)
			.map(FunctionImport.class::cast)
			.forEach((needed) -> imports
				.addFunction(hostFunction(wasi, needed, this.module.typeSection().getType(needed.typeIndex()))));
		this.instance = Instance.builder(this.module)
			.withImportValues(imports.build())
			.withMachineFactory(this.machines)
			.withStart(false)
			.build();
	}

	private static HostFunction hostFunction(Wasi wasi, FunctionImport needed, FunctionType type) {
		HostCall call = wasi.function(needed.module(), needed.name());
		return new HostFunction(needed.module(), needed.name(), type, (caller, arguments) -> {
			int result = call.call(new CallerMemory(caller.memory()), arguments);
			return type.returns().isEmpty() ? new long[0] : new long[] { result };
		});
	}

	@Override
	public boolean exports(String function) {
		ExportSection exports = this.module.exportSection();
		return IntStream.range(0, exports.exportCount())
			.anyMatch((index) -> exports.getExport(index).name().equals(function));
	}

	@Override
	public Number call(String function, Integer... arguments) {
		long[] numbers = new long[arguments.length];
		for (int index = 0; index < numbers.length; index++) {
			numbers[index] = arguments[index];
		}
		long @Nullable [] results = this.instance.export(function).apply(numbers);
		if (results == null || results.length == 0) {
			return 0;
		}
		ValType type = this.instance.exportType(function).returns().getFirst();
		if (type.equals(ValType.F64)) {
			return Double.longBitsToDouble(results[0]);
		}
		if (type.equals(ValType.F32)) {
			return Float.intBitsToFloat((int) results[0]);
		}
		return type.equals(ValType.I32) ? (Number) (int) results[0] : (Number) results[0];
	}

	@Override
	public void close() {
		// There is nothing to close.
	}

	private record CallerMemory(Memory memory) implements GuestMemory {

		@Override
		public int readInt(int address) {
			return this.memory.readInt(address);
		}

		@Override
		public void writeByte(int address, byte value) {
			this.memory.writeByte(address, value);
		}

		@Override
		public byte[] read(int address, int length) {
			return this.memory.readBytes(address, length);
		}

		@Override
		public void write(int address, byte[] bytes) {
			this.memory.write(address, bytes);
		}

	}

	/// Keeps compiled classes in files.
	private record DirectoryCache(Path directory) implements Cache {

		private Path file(String key) {
			return this.directory.resolve(key.replaceAll("[^A-Za-z0-9]", "-"));
		}

		@Override
		public byte @Nullable [] get(String key) throws IOException {
			return Files.exists(file(key)) ? Files.readAllBytes(file(key)) : null;
		}

		@Override
		public void putIfAbsent(String key, byte[] value) throws IOException {
			if (!Files.exists(file(key))) {
				Files.write(file(key), value);
			}
		}

	}

}
