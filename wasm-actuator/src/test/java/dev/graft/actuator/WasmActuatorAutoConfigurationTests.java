package dev.graft.actuator;

import java.nio.file.Path;

import dev.graft.actuator.endpoint.WasmInfoContributor;
import dev.graft.actuator.endpoint.WasmPluginsEndpoint;
import dev.graft.actuator.health.WasmHealthContributor;
import dev.graft.actuator.metrics.EngineMeters;
import dev.graft.actuator.metrics.PluginMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/// What is there under which condition.
class WasmActuatorAutoConfigurationTests {

	@TempDir
	Path path;

	private ApplicationContextRunner runner() {
		return Plugins.runner(this.path)
			.withBean(SimpleMeterRegistry.class)
			.withPropertyValues("management.endpoints.web.exposure.include=wasmplugins");
	}

	@Test
	void healthMetersAndEndpointAreThere() {
		runner().run((context) -> assertThat(context).hasSingleBean(WasmHealthContributor.class)
			.hasSingleBean(EngineMeters.class)
			.hasSingleBean(PluginMeters.class)
			.hasSingleBean(WasmPluginsEndpoint.class)
			.doesNotHaveBean(WasmInfoContributor.class));
	}

	@Test
	void healthCanBeSwitchedOff() {
		runner().withPropertyValues("management.health.wasm.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(WasmHealthContributor.class));
	}

	@Test
	void healthOfTheApplicationIsUsed() {
		runner().withBean("wasmHealthIndicator", HealthIndicator.class, () -> () -> {
			throw new IllegalStateException("not asked");
		}).run((context) -> assertThat(context).doesNotHaveBean(WasmHealthContributor.class));
	}

	@Test
	void infoCanBeSwitchedOn() {
		runner().withPropertyValues("management.info.wasm.enabled=true")
			.run((context) -> assertThat(context).hasSingleBean(WasmInfoContributor.class));
	}

	@Test
	void theEndpointIsThereOnlyWhereItCanBeReached() {
		runner().withPropertyValues("management.endpoints.web.exposure.include=health")
			.run((context) -> assertThat(context).doesNotHaveBean(WasmPluginsEndpoint.class));
		runner().withPropertyValues("management.endpoint.wasmplugins.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(WasmPluginsEndpoint.class));
	}

	@Test
	void withoutARegistryThereAreNoMeters() {
		Plugins.runner(this.path)
			.run((context) -> assertThat(context).doesNotHaveBean(EngineMeters.class)
				.doesNotHaveBean(PluginMeters.class));
	}

	@Test
	void withoutPluginsThereIsNothing() {
		runner().withPropertyValues("wasm.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(WasmHealthContributor.class)
				.doesNotHaveBean(EngineMeters.class)
				.doesNotHaveBean(WasmPluginsEndpoint.class));
	}

	@Test
	void withoutMicrometerThereAreNoMetersAndTheRestWorks() {
		Plugins.runner(this.path)
			.withPropertyValues("management.endpoints.web.exposure.include=wasmplugins")
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(WasmHealthContributor.class)
				.hasSingleBean(WasmPluginsEndpoint.class));
	}

	@Test
	void withoutHealthTheRestWorks() {
		runner().withClassLoader(new FilteredClassLoader(CompositeHealthContributor.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(PluginMeters.class)
				.hasSingleBean(WasmPluginsEndpoint.class));
	}

	@Test
	void withoutActuatorTheRestWorks() {
		runner().withClassLoader(new FilteredClassLoader(Endpoint.class, InfoContributor.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(PluginMeters.class));
	}

}
