package dev.graft.bench.jmh;

import dev.graft.spring.HostFunction;
import dev.graft.spring.HostModule;
import dev.graft.spring.WasmPlugin;
import dev.graft.spring.autoconfigure.WasmAutoConfiguration;
import dev.graft.spring.plugin.ImportWasmPlugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Calls of a plugin through the interface that Spring injects, and calls of the plugin to
/// annotated methods of a bean, per call.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = { "--enable-native-access=ALL-UNNAMED",
		"-Dorg.springframework.boot.logging.LoggingSystem=none" })
public class SpringPlugin {

	private static final int CALLS = 1000;

	/// How instances are kept: the property `instances.mode`.
	@Param({ "pooled", "per-call" })
	public String mode = "pooled";

	private Path directory;

	private ConfigurableApplicationContext context;

	private Calls calls;

	/// Starts an application with the plugin.
	@Setup
	public void start() throws IOException {
		this.directory = Files.createTempDirectory("plugins");
		Files.writeString(this.directory.resolve("calls.wat"), TestModules.calls());
		this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "wasm.plugins.directory=" + this.directory,
					"wasm.engine.cache.enabled=false", "wasm.plugin.calls.instances.mode=" + this.mode)
			.run();
		this.calls = this.context.getBean(Calls.class);
	}

	/// Ends the application.
	@TearDown
	public void close() throws IOException {
		this.context.close();
		Files.delete(this.directory.resolve("calls.wat"));
		Files.delete(this.directory);
	}

	/// The plugin, no arguments.
	@Benchmark
	public void nop() {
		this.calls.nop();
	}

	/// The plugin, two arguments and a result.
	@Benchmark
	public int add() {
		return this.calls.add(1, 2);
	}

	/// The plugin, six arguments and a result.
	@Benchmark
	public long six() {
		return this.calls.six(1, 2, 3, 4, 5, 6);
	}

	/// A bean's method, no arguments, from a loop in the plugin.
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public void hostNop() {
		this.calls.callNop(CALLS);
	}

	/// A bean's method, two arguments and a result.
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public int hostAdd() {
		return this.calls.callAdd(CALLS);
	}

	/// A bean's method, six arguments and a result.
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public long hostSix() {
		return this.calls.callSix(CALLS);
	}

	/// The plugin.
	@WasmPlugin("calls")
	public interface Calls {

		/// Does nothing.
		void nop();

		/// Adds.
		int add(int left, int right);

		/// Adds two of its parameters.
		long six(int a, long b, float c, double d, int e, long f);

		/// Calls the host so often.
		void callNop(int count);

		/// Calls the host so often.
		int callAdd(int count);

		/// Calls the host so often.
		long callSix(int count);

	}

	/// What the plugin imports.
	@HostModule("host")
	public static class Host {

		/// Does nothing.
		@HostFunction
		public void nop() {
			// Nothing is all there is to it.
		}

		/// Adds.
		@HostFunction
		public int add(int left, int right) {
			return left + right;
		}

		/// Adds two of its parameters.
		@HostFunction
		public long six(int a, long b, float c, double d, int e, long f) {
			return b + f;
		}

	}

	/// The application.
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(WasmAutoConfiguration.class)
	@ImportWasmPlugins(Calls.class)
	public static class Application {

		/// What the plugin imports.
		@Bean
		public Host host() {
			return new Host();
		}

	}

}
