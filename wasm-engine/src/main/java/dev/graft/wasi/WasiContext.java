package dev.graft.wasi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// What a program sees of the world, with what it has done to it so far: one per store.
final class WasiContext {

	private static final RandomGenerator SYSTEM_RANDOM = new SecureRandom();

	private final WasiConfig config;

	private final List<byte[]> arguments;

	private final List<byte[]> environment;

	private final Map<Integer, Descriptor> descriptors = new HashMap<>();

	WasiContext(WasiConfig config) {
		this.config = config;
		this.arguments = strings(config.arguments().stream());
		this.environment = strings(
				config.environment().entrySet().stream().map((entry) -> entry.getKey() + "=" + entry.getValue()));
		this.descriptors.put(0, new Descriptor.Input(config.input()));
		this.descriptors.put(1, new Descriptor.Output(config.output()));
		this.descriptors.put(2, new Descriptor.Output(config.error()));
	}

	/// Each string in UTF-8, with the zero at its end.
	private static List<byte[]> strings(Stream<String> strings) {
		return strings.map((string) -> (string + '\0').getBytes(StandardCharsets.UTF_8)).toList();
	}

	List<byte[]> arguments() {
		return this.arguments;
	}

	List<byte[]> environment() {
		return this.environment;
	}

	boolean terminal() {
		return this.config.terminal();
	}

	WasiClock wallClock() {
		return this.config.wallClock();
	}

	WasiClock monotonicClock() {
		return this.config.monotonicClock();
	}

	RandomGenerator random() {
		RandomGenerator configured = this.config.random();
		return (configured != null) ? configured : SYSTEM_RANDOM;
	}

	/// What a program has open under a number, null if nothing.
	@Nullable Descriptor descriptor(int number) {
		return this.descriptors.get(number);
	}

	/// Forgets a number.
	/// @return whether there was something under it
	boolean close(int number) {
		return this.descriptors.remove(number) != null;
	}

	/// Gives something another number.
	void renumber(int from, int to) {
		Descriptor moved = this.descriptors.remove(from);
		if (moved != null) {
			this.descriptors.put(to, moved);
		}
	}

	/// Something that is open.
	sealed interface Descriptor {

		/// Standard input.
		record Input(InputStream stream) implements Descriptor {
		}

		/// Standard output or error.
		record Output(OutputStream stream) implements Descriptor {

			void write(byte[] bytes, int length) throws IOException {
				this.stream.write(bytes, 0, length);
			}

		}

	}

}
