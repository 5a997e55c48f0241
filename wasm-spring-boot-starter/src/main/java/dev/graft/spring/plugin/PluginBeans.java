package dev.graft.spring.plugin;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

import dev.graft.spring.WasmPlugin;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/// Finds [WasmPlugin] interfaces and registers a bean for each.
final class PluginBeans {

	private final BeanDefinitionRegistry registry;

	private final Environment environment;

	private final ResourceLoader resourceLoader;

	PluginBeans(BeanDefinitionRegistry registry, Environment environment, ResourceLoader resourceLoader) {
		this.registry = registry;
		this.environment = environment;
		this.resourceLoader = resourceLoader;
	}

	/// Registers the annotated interfaces of some packages and of those below them.
	void registerPackages(Collection<String> packages) {
		Scanner scanner = new Scanner(this.environment);
		scanner.setResourceLoader(this.resourceLoader);
		Set<String> found = new LinkedHashSet<>();
		for (String basePackage : packages) {
			for (BeanDefinition candidate : scanner.findCandidateComponents(basePackage)) {
				found.add(String.valueOf(candidate.getBeanClassName()));
			}
		}
		found.forEach((name) -> register(ClassUtils.resolveClassName(name, this.resourceLoader.getClassLoader())));
	}

	/// Registers one annotated interface, once.
	<T> void register(Class<T> type) {
		WasmPlugin annotation = type.getAnnotation(WasmPlugin.class);
		if (annotation == null) {
			throw new InvalidPluginInterfaceException(type, "it is not annotated with @WasmPlugin",
					"annotate it, or do not import it");
		}
		if (!type.isInterface()) {
			throw new InvalidPluginInterfaceException(type,
					"@WasmPlugin is on a class, and the plugin implements the methods",
					"make it an interface, or offer the methods to plugins with @HostModule");
		}
		PluginName.check(annotation.value(), type);
		String beanName = beanName(annotation.value(), type);
		if (!isRegistered(beanName, type)) {
			this.registry.registerBeanDefinition(beanName, definition(annotation.value(), type));
		}
	}

	private <T> RootBeanDefinition definition(String plugin, Class<T> type) {
		RootBeanDefinition definition = new RootBeanDefinition(PluginFactoryBean.class);
		definition.setTargetType(ResolvableType.forClassWithGenerics(PluginFactoryBean.class, type));
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, type);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(1, plugin);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, plugin));
		definition.setResourceDescription("@WasmPlugin(\"" + plugin + "\") " + type.getName());
		return definition;
	}

	/// The plugin's name, unless a bean has it already: that of another interface of the
	/// same plugin, or one of the application.
	private String beanName(String plugin, Class<?> type) {
		boolean taken = this.registry.containsBeanDefinition(plugin) && !isRegistered(plugin, type);
		return taken ? plugin + "#" + type.getName() : plugin;
	}

	private boolean isRegistered(String beanName, Class<?> type) {
		if (!this.registry.containsBeanDefinition(beanName)) {
			return false;
		}
		BeanDefinition definition = this.registry.getBeanDefinition(beanName);
		return PluginFactoryBean.class.getName().equals(definition.getBeanClassName())
				&& definition.getResolvableType().getGeneric(0).resolve() == type;
	}

	/// Finds classes too, so that an annotation in the wrong place is reported and not
	/// overlooked.
	private static final class Scanner extends ClassPathScanningCandidateComponentProvider {

		Scanner(Environment environment) {
			super(false, environment);
			addIncludeFilter(new AnnotationTypeFilter(WasmPlugin.class, false, false));
		}

		@Override
		protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
			return definition.getMetadata().isIndependent() && !definition.getMetadata().isAnnotation();
		}

	}

}
