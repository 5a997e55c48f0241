package dev.graft.bench.peer;

import dev.graft.bench.runner.GuestEngine;
import dev.graft.bench.runner.GuestMemory;
import dev.graft.bench.runner.Wasi;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.ByteSequence;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;

/// GraalWasm. Without a compiler on the upgrade module path it would only interpret.
@SuppressWarnings("NullAway.Init")
public final class GraalwasmEngine implements GuestEngine {

	private final Context context = Context.newBuilder("wasm").build();

	private Value module;

	private Wasi wasi;

	private Value exports;

	@Override
	public boolean cachesCode() {
		return false;
	}

	@Override
	public void compile(Path module, Path cache) {
		throw new UnsupportedOperationException("GraalWasm has no cache");
	}

	@Override
	public void load(Path module, Path cache) throws IOException {
		this.module = this.context
			.eval(Source.newBuilder("wasm", ByteSequence.create(Files.readAllBytes(module)), "module").build());
	}

	@Override
	public void instantiate(Wasi wasi) {
		this.wasi = wasi;
		this.exports = this.module.newInstance(new Imports(this)).getMember("exports");
	}

	@Override
	public boolean exports(String function) {
		return this.exports.hasMember(function);
	}

	@Override
	public Number call(String function, Integer... arguments) {
		Value result = this.exports.getMember(function).execute((Object[]) arguments);
		if (result.fitsInInt()) {
			return result.asInt();
		}
		if (result.fitsInLong()) {
			return result.asLong();
		}
		return result.isNumber() ? (Number) result.asDouble() : (Number) 0;
	}

	@Override
	public void close() {
		this.context.close();
	}

	/// Everything that a module could ask for: functions of WASI, and functions that
	/// answer zero.
	private record Imports(GraalwasmEngine engine) implements ProxyObject {

		@Override
		public Object getMember(String module) {
			return new ImportedModule(this.engine, module);
		}

		@Override
		public Object getMemberKeys() {
			return new String[0];
		}

		@Override
		public boolean hasMember(String module) {
			return true;
		}

		@Override
		public void putMember(String module, Value value) {
			throw new UnsupportedOperationException();
		}

	}

	private record ImportedModule(GraalwasmEngine engine, String module) implements ProxyObject {

		@Override
		public Object getMember(String name) {
			var call = this.engine.wasi.function(this.module, name);
			return (ProxyExecutable) (values) -> {
				long[] numbers = new long[values.length];
				for (int index = 0; index < numbers.length; index++) {
					numbers[index] = values[index].fitsInLong() ? values[index].asLong() : 0;
				}
				return call.call(new ExportedMemory(this.engine.exports.getMember("memory")), numbers);
			};
		}

		@Override
		public Object getMemberKeys() {
			return new String[0];
		}

		@Override
		public boolean hasMember(String name) {
			return true;
		}

		@Override
		public void putMember(String name, Value value) {
			throw new UnsupportedOperationException();
		}

	}

	private record ExportedMemory(Value memory) implements GuestMemory {

		@Override
		public int readInt(int address) {
			return this.memory.readBufferInt(ByteOrder.LITTLE_ENDIAN, Integer.toUnsignedLong(address));
		}

		@Override
		public void writeByte(int address, byte value) {
			this.memory.writeBufferByte(Integer.toUnsignedLong(address), value);
		}

		@Override
		public byte[] read(int address, int length) {
			byte[] bytes = new byte[length];
			this.memory.readBuffer(Integer.toUnsignedLong(address), bytes, 0, length);
			return bytes;
		}

		@Override
		public void write(int address, byte[] bytes) {
			for (int index = 0; index < bytes.length; index++) {
				writeByte(address + index, bytes[index]);
			}
		}

	}

}
