package dev.graft.spring.host;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.management.ThreadMXBean;
import dev.graft.spring.HostFunction;
import dev.graft.spring.HostModule;
import dev.graft.spring.PluginDirectoryFixture;
import dev.graft.spring.WasmContext;
import dev.graft.spring.WasmPlugin;
import dev.graft.spring.plugin.ImportWasmPlugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/// Methods of beans whose values are numbers, called by plugins.
class NumericHostFunctionTests {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final int CALLS = 5_000;

	private static final int ROUNDS = 200;

	private static final String CLIENT = """
			(module
			  (import "numbers" "mix" (func $mix (param i32 i32 i64 f32) (result f64)))
			  (import "numbers" "is-even" (func $even (param i32) (result i32)))
			  (import "numbers" "serial" (func $serial (result i32)))
			  (func (export "mix") (param i32 i32 i64 f32) (result f64)
			    (call $mix (local.get 0) (local.get 1) (local.get 2) (local.get 3)))
			  (func (export "even") (param i32) (result i32) (call $even (local.get 0)))
			  (func (export "serial") (result i32) (call $serial)))
			""";

	@TempDir
	Path path;

	private ApplicationContextRunner runner(String scope) {
		PluginDirectoryFixture directory = new PluginDirectoryFixture(this.path).put("client.wat", CLIENT);
		return WasmContext.runner()
			.withUserConfiguration(Application.class)
			.withPropertyValues(directory.property())
			.withBean("numbers", Numbers.class, Numbers::new, (definition) -> definition.setScope(scope));
	}

	@Test
	void numbersOfAllTypesCross() {
		runner(BeanDefinition.SCOPE_SINGLETON).run((context) -> {
			Client client = context.getBean(Client.class);
			for (int call = 0; call < 3; call++) {
				assertThat(client.mix((byte) -1, (short) -2, 3L, 0.5f)).isEqualTo(0.5);
				assertThat(client.even(4)).isTrue();
				assertThat(client.even(5)).isFalse();
			}
		});
	}

	@Test
	void whatABeanThrowsSurfacesAtEachCall() {
		runner(BeanDefinition.SCOPE_SINGLETON).run((context) -> {
			Client client = context.getBean(Client.class);
			for (int call = 0; call < 3; call++) {
				assertThatIllegalArgumentException().isThrownBy(() -> client.even(-1)).withMessage("negative");
			}
		});
	}

	@Test
	void aSingletonIsLookedUpOnceAndAPrototypeForEachCall() {
		Numbers.made.set(0);
		runner(BeanDefinition.SCOPE_SINGLETON).run((context) -> {
			Client client = context.getBean(Client.class);
			assertThat(client.serial()).isEqualTo(1);
			assertThat(client.serial()).isEqualTo(1);
		});
		runner(BeanDefinition.SCOPE_PROTOTYPE).run((context) -> {
			Client client = context.getBean(Client.class);
			assertThat(client.serial()).isEqualTo(2);
			assertThat(client.serial()).isEqualTo(3);
			assertThat(client.serial()).isEqualTo(4);
		});
	}

	@Test
	void callsOfASingletonLeaveNoGarbage() {
		runner(BeanDefinition.SCOPE_SINGLETON).run((context) -> {
			Client client = context.getBean(Client.class);
			long least = Long.MAX_VALUE;
			double sum = 0;
			for (int round = 0; round < ROUNDS && least >= CALLS; round++) {
				long before = THREADS.getCurrentThreadAllocatedBytes();
				for (int call = 0; call < CALLS; call++) {
					sum += client.mix((byte) call, (short) call, call, call);
				}
				least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
			}
			assertThat(least).as("bytes in %d calls, sum %s", CALLS, sum).isLessThan(CALLS);
		});
	}

	@WasmPlugin("client")
	interface Client {

		double mix(byte a, short b, long c, float d);

		boolean even(int number);

		int serial();

	}

	@HostModule("numbers")
	static class Numbers {

		static final AtomicInteger made = new AtomicInteger();

		private final int number = made.incrementAndGet();

		@HostFunction
		public double mix(byte a, short b, long c, float d) {
			return a + b + c + d;
		}

		@HostFunction
		public boolean isEven(int number) {
			if (number < 0) {
				throw new IllegalArgumentException("negative");
			}
			return number % 2 == 0;
		}

		@HostFunction
		public int serial() {
			return this.number;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportWasmPlugins(Client.class)
	static class Application {

	}

}
