package dev.graft.spring.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.graft.engine.Caller;
import dev.graft.engine.Linker;
import dev.graft.spring.HostFunction;
import dev.graft.spring.HostModule;
import dev.graft.spring.PluginDirectoryFixture;
import dev.graft.spring.WasmContext;
import dev.graft.spring.WasmPlugin;
import dev.graft.spring.WatPlugins;
import dev.graft.spring.plugin.ImportWasmPlugins;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HostModulesTests {

	@TempDir
	Path path;

	private ApplicationContextRunner runner() {
		PluginDirectoryFixture directory = new PluginDirectoryFixture(this.path).put("client.wat",
				WatPlugins.callsHost());
		return WasmContext.runner().withUserConfiguration(Application.class).withPropertyValues(directory.property());
	}

	@Test
	void textCrossesToBeansAndBack() {
		runner().withBean("shop", Shop.class).run((context) -> {
			assertThat(context.getBean(Client.class).tierOf("Ännchen")).isEqualTo("tier of Ännchen");
			assertThat(context.getBean(Client.class).priceOf("MUG")).isEqualTo(3);
		});
	}

	@Test
	void aMethodMayAskForItsCaller() {
		runner().withBean("shop", Shop.class).run((context) -> {
			context.getBean(Client.class).remember(7);
			assertThat(context.getBean(Shop.class).remembered).containsExactly("7 of 65536 bytes");
		});
	}

	@Test
	void beansAreCalledThroughTheirProxies() {
		runner().withBean("shop", Shop.class).withUserConfiguration(Proxied.class).run((context) -> {
			context.getBean(Client.class).priceOf("MUG");
			context.getBean(Client.class).priceOf("MUG");
			assertThat(context.getBean(AtomicInteger.class)).hasValue(2);
		});
	}

	@Test
	void whatABeanThrowsSurfacesAsItIs() {
		runner().withBean("shop", Shop.class)
			.run((context) -> assertThatExceptionOfType(UnknownArticleException.class)
				.isThrownBy(() -> context.getBean(Client.class).priceOf(""))
				.withMessage("no such article"));
	}

	@Test
	void aCheckedExceptionThatTheInterfaceDeclaresSurfacesAsItIs() {
		runner().withBean("shop", Shop.class)
			.run((context) -> assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> context.getBean(Client.class).tierOf("")));
	}

	@Test
	void aBeanIsNotCreatedBeforeItIsCalled() {
		Shop.created.set(0);
		runner().withBean("shop", Shop.class, Shop::new, (definition) -> definition.setLazyInit(true))
			.run((context) -> {
				assertThat(Shop.created).hasValue(0);
				context.getBean(Client.class).priceOf("MUG");
				assertThat(Shop.created).hasValue(1);
			});
	}

	@Test
	void hostBeansMayUsePlugins() {
		runner().withBean("shop", ShopWithPlugin.class)
			.run((context) -> assertThat(context.getBean(Client.class).priceOf("MUG")).isEqualTo(5));
	}

	@Test
	void aMethodHasThreeSpellings() {
		runner().withBean("shop", Shop.class)
			.run((context) -> assertThat(context.getBean(Linker.class).names()).contains("shop.unit-price",
					"shop.unit_price", "shop.unitPrice", "shop.tier"));
	}

	@Test
	void everythingThatIsWrongIsReportedAtOnce() {
		WasmContext.runner().withBean("first", Wrong.class).withBean("second", AlsoWrong.class).run((context) -> {
			assertThat(context).hasFailed();
			InvalidHostModuleException problem = rootOfType(context.getStartupFailure());
			assertThat(problem.problems()).containsExactly(
					"bean 'first', Wrong.badType(Object): parameter 1 is of type java.lang.Object, which cannot cross to a "
							+ "plugin; boolean, byte, short, int, long, float, double, String, byte[] can",
					"bean 'first', Wrong.hidden(): a host function cannot be private or static, since it is called "
							+ "through the bean",
					"shop.price is offered twice: by bean 'first', Wrong.price() and by bean 'second', "
							+ "AlsoWrong.anotherPrice()");
		});
	}

	@Test
	void aHostModuleWithoutFunctionsIsReported() {
		WasmContext.runner().withBean("empty", Empty.class).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(rootOfType(context.getStartupFailure()).problems()).singleElement()
				.asString()
				.endsWith("has @HostModule but no method with @HostFunction");
		});
	}

	private static InvalidHostModuleException rootOfType(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof InvalidHostModuleException found) {
				return found;
			}
		}
		throw new AssertionError("not the expected failure", failure);
	}

	@WasmPlugin("client")
	interface Client {

		String tierOf(String customer) throws IOException;

		long priceOf(String sku);

		void remember(int number);

	}

	@HostModule("shop")
	static class Shop {

		static final AtomicInteger created = new AtomicInteger();

		final List<String> remembered = new ArrayList<>();

		Shop() {
			created.incrementAndGet();
		}

		@HostFunction
		public String tier(String customer) throws IOException {
			if (customer.isEmpty()) {
				throw new IOException("no connection");
			}
			return "tier of " + customer;
		}

		@HostFunction
		public long unitPrice(String sku) {
			if (sku.isEmpty()) {
				throw new UnknownArticleException();
			}
			return sku.length();
		}

		@HostFunction
		public void remember(Caller caller, int number) {
			this.remembered.add(number + " of " + caller.memory().sizeBytes() + " bytes");
		}

	}

	@HostModule("shop")
	static class ShopWithPlugin extends Shop {

		private final Client client;

		ShopWithPlugin(Client client) {
			this.client = client;
		}

		@Override
		@HostFunction
		public long unitPrice(String sku) {
			return sku.equals("MUG") ? this.client.priceOf("SHIRT") : sku.length();
		}

	}

	@HostModule("shop")
	static class Wrong {

		@HostFunction
		public void badType(Object value) {
		}

		@HostFunction("price")
		public int price() {
			return 1;
		}

		@HostFunction
		@SuppressWarnings("unused") // by Java
		private void hidden() {
		}

	}

	@HostModule("shop")
	static class AlsoWrong {

		@HostFunction("price")
		public int anotherPrice() {
			return 2;
		}

	}

	@HostModule("nothing")
	static class Empty {

	}

	static final class UnknownArticleException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		UnknownArticleException() {
			super("no such article");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportWasmPlugins(Client.class)
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class Proxied {

		@Bean
		AtomicInteger counter() {
			return new AtomicInteger();
		}

		@Bean
		MethodInterceptor counting(AtomicInteger counter) {
			return (invocation) -> {
				counter.incrementAndGet();
				return invocation.proceed();
			};
		}

		@Bean
		static BeanNameAutoProxyCreator autoProxyCreator() {
			BeanNameAutoProxyCreator creator = new BeanNameAutoProxyCreator();
			creator.setBeanNames("shop");
			creator.setInterceptorNames("counting");
			creator.setProxyTargetClass(true);
			return creator;
		}

	}

}
