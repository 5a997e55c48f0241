package dev.graft.spring.plugin;

import java.nio.file.Path;

import dev.graft.spring.PluginDirectoryFixture;
import dev.graft.spring.Versioned;
import dev.graft.spring.WasmContext;
import dev.graft.spring.WasmPlugin;
import dev.graft.spring.WatPlugins;
import dev.graft.spring.sample.misplaced.Misplaced;
import dev.graft.spring.sample.scanned.Scanned;
import dev.graft.spring.sample.scanned.ScannedApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class PluginBeansTests {

	@TempDir
	Path path;

	private ApplicationContextRunner runner() {
		PluginDirectoryFixture directory = new PluginDirectoryFixture(this.path)
			.put("versioned.wat", WatPlugins.version(7))
			.put("other.wat", WatPlugins.version(8));
		return WasmContext.runner().withPropertyValues(directory.property());
	}

	private static ApplicationContextRunner inPackage(ApplicationContextRunner runner, Class<?> neighbour) {
		return runner.withInitializer((context) -> AutoConfigurationPackages
			.register((BeanDefinitionRegistry) context.getBeanFactory(), neighbour.getPackageName()));
	}

	@Test
	void interfacesInTheApplicationsPackagesAreBeans() {
		inPackage(runner(), Scanned.class).run((context) -> {
			assertThat(context.getBean(Scanned.class).version()).isEqualTo(7);
			assertThat(context.getBean("versioned")).isInstanceOf(Scanned.class);
		});
	}

	@Test
	void importingTurnsTheSearchOff() {
		inPackage(runner(), Scanned.class).withUserConfiguration(WasmContext.WithVersioned.class)
			.run((context) -> assertThat(context).hasSingleBean(Versioned.class).doesNotHaveBean(Scanned.class));
	}

	@Test
	void packagesCanBeImported() {
		runner().withUserConfiguration(ImportsPackage.class)
			.run((context) -> assertThat(context).hasSingleBean(Scanned.class));
	}

	@Test
	void thePackageOfTheImportingClassIsTheDefault() {
		runner().withUserConfiguration(ScannedApplication.class)
			.run((context) -> assertThat(context).hasSingleBean(Scanned.class));
	}

	@Test
	void interfacesOfOneTypeAreToldApartByThePluginsName() {
		runner().withUserConfiguration(TwoPlugins.class).run((context) -> {
			assertThat(context.getBean("versioned", Numbered.class).version()).isEqualTo(7);
			assertThat(context.getBean(Chooser.class).other.version()).isEqualTo(8);
		});
	}

	@Test
	void twoInterfacesOfOnePluginAreTwoBeans() {
		runner().withUserConfiguration(TwoInterfaces.class).run((context) -> {
			assertThat(context.getBean(Versioned.class).version()).isEqualTo(7);
			assertThat(context.getBean(Scanned.class).version()).isEqualTo(7);
		});
	}

	@Test
	void aBeanOfTheApplicationKeepsItsName() {
		runner().withBean("versioned", String.class, () -> "mine")
			.withUserConfiguration(WasmContext.WithVersioned.class)
			.run((context) -> {
				assertThat(context.getBean("versioned")).isEqualTo("mine");
				assertThat(context.getBean(Versioned.class).version()).isEqualTo(7);
			});
	}

	@Test
	void anAnnotationOnAClassIsRefused() {
		inPackage(WasmContext.runner(), Misplaced.class).run((context) -> assertThat(context).getFailure()
			.isInstanceOf(InvalidPluginInterfaceException.class)
			.hasMessageContaining("@WasmPlugin is on a class"));
	}

	@Test
	void aNameThatIsNoneIsRefused() {
		WasmContext.runner()
			.withUserConfiguration(BadName.class)
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("'../etc' is not a name for a plugin"));
	}

	@Test
	void anInterfaceThatIsNotAnnotatedCannotBeImported() {
		WasmContext.runner()
			.withUserConfiguration(NotAnnotated.class)
			.run((context) -> assertThat(context).getFailure().hasMessageContaining("not annotated with @WasmPlugin"));
	}

	interface Numbered {

		int version();

	}

	@WasmPlugin("versioned")
	interface First extends Numbered {

	}

	@WasmPlugin("other")
	interface Second extends Numbered {

	}

	record Chooser(Numbered other) {
	}

	@Configuration(proxyBeanMethods = false)
	@ImportWasmPlugins(basePackageClasses = Scanned.class)
	static class ImportsPackage {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportWasmPlugins({ First.class, Second.class })
	static class TwoPlugins {

		@Bean
		Chooser chooser(@Qualifier("other") Numbered other) {
			return new Chooser(other);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportWasmPlugins({ Versioned.class, Scanned.class })
	static class TwoInterfaces {

	}

	@WasmPlugin("../etc")
	interface BadlyNamed {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportWasmPlugins(BadlyNamed.class)
	static class BadName {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportWasmPlugins(Numbered.class)
	static class NotAnnotated {

	}

}
