package dev.graft.spring.plugin;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;

/// Finds the plugin interfaces of the application's own packages.
public final class AutoConfiguredPluginsRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	private final ResourceLoader resourceLoader;

	private final BeanFactory beanFactory;

	AutoConfiguredPluginsRegistrar(Environment environment, ResourceLoader resourceLoader, BeanFactory beanFactory) {
		this.environment = environment;
		this.resourceLoader = resourceLoader;
		this.beanFactory = beanFactory;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
		if (AutoConfigurationPackages.has(this.beanFactory)) {
			new PluginBeans(registry, this.environment, this.resourceLoader)
				.registerPackages(AutoConfigurationPackages.get(this.beanFactory));
		}
	}

}
