package dev.graft.wasi;

import java.io.Console;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/// What a program sees of the world. By default nothing: no arguments, no environment,
/// empty input, output that goes nowhere; only clocks and random numbers are real.
/// Immutable.
public final class WasiConfig {

	private final Builder values;

	private WasiConfig(Builder values) {
		this.values = values;
	}

	/// A program that sees nothing.
	public static WasiConfig empty() {
		return builder().build();
	}

	/// A builder that starts with nothing.
	public static Builder builder() {
		return new Builder();
	}

	List<String> arguments() {
		return this.values.arguments;
	}

	Map<String, String> environment() {
		return this.values.environment;
	}

	InputStream input() {
		return this.values.input;
	}

	OutputStream output() {
		return this.values.output;
	}

	OutputStream error() {
		return this.values.error;
	}

	boolean terminal() {
		return this.values.terminal;
	}

	WasiClock wallClock() {
		return this.values.wallClock;
	}

	WasiClock monotonicClock() {
		return this.values.monotonicClock;
	}

	@Nullable RandomGenerator random() {
		return this.values.random;
	}

	/// Builds a [WasiConfig].
	public static final class Builder {

		private List<String> arguments = new ArrayList<>();

		private Map<String, String> environment = new LinkedHashMap<>();

		private InputStream input = InputStream.nullInputStream();

		private OutputStream output = OutputStream.nullOutputStream();

		private OutputStream error = OutputStream.nullOutputStream();

		private boolean terminal;

		private WasiClock wallClock = WasiClock.SYSTEM_WALL;

		private WasiClock monotonicClock = WasiClock.SYSTEM_MONOTONIC;

		private @Nullable RandomGenerator random;

		private Builder() {
		}

		/// The arguments; the first is the program's name by convention.
		public Builder arguments(List<String> arguments) {
			this.arguments = new ArrayList<>(arguments);
			return this;
		}

		/// Sets one environment variable.
		public Builder environment(String name, String value) {
			this.environment.put(name, value);
			return this;
		}

		/// Adds environment variables.
		public Builder environment(Map<String, String> variables) {
			this.environment.putAll(variables);
			return this;
		}

		/// Standard input. Not closed by the program.
		public Builder input(InputStream input) {
			this.input = input;
			return this;
		}

		/// Standard output. Flushed after each write, not closed by the program.
		public Builder output(OutputStream output) {
			this.output = output;
			return this;
		}

		/// Standard error. Flushed after each write, not closed by the program.
		public Builder error(OutputStream error) {
			this.error = error;
			return this;
		}

		/// Whether programs are told that the standard streams are a terminal.
		public Builder terminal(boolean terminal) {
			this.terminal = terminal;
			return this;
		}

		/// Standard input, output and error of this process.
		@SuppressWarnings("SystemConsoleNull") // JDK 25 went back to returning null where
												// there is no terminal
		public Builder inheritStandardStreams() {
			Console console = System.console();
			return input(System.in).output(System.out)
				.error(System.err)
				.terminal(console != null && console.isTerminal());
		}

		/// The clock that tells the time since 1970.
		public Builder wallClock(WasiClock clock) {
			this.wallClock = clock;
			return this;
		}

		/// The clock that never goes back.
		public Builder monotonicClock(WasiClock clock) {
			this.monotonicClock = clock;
			return this;
		}

		/// Where random bytes come from. By default from the system's secure source.
		public Builder random(RandomGenerator random) {
			this.random = random;
			return this;
		}

		/// The configuration.
		public WasiConfig build() {
			Builder copy = new Builder();
			copy.arguments = List.copyOf(this.arguments);
			copy.environment = Collections.unmodifiableMap(new LinkedHashMap<>(this.environment));
			copy.input = this.input;
			copy.output = this.output;
			copy.error = this.error;
			copy.terminal = this.terminal;
			copy.wallClock = this.wallClock;
			copy.monotonicClock = this.monotonicClock;
			copy.random = this.random;
			return new WasiConfig(copy);
		}

	}

}
