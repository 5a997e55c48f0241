package dev.graft.spring.plugin;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/// Does what [ImportWasmPlugins] says.
final class WasmPluginsRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	private final ResourceLoader resourceLoader;

	WasmPluginsRegistrar(Environment environment, ResourceLoader resourceLoader) {
		this.environment = environment;
		this.resourceLoader = resourceLoader;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
		MergedAnnotation<ImportWasmPlugins> annotation = importing.getAnnotations().get(ImportWasmPlugins.class);
		PluginBeans beans = new PluginBeans(registry, this.environment, this.resourceLoader);
		Class<?>[] types = annotation.getClassArray("types");
		for (Class<?> type : types) {
			beans.register(type);
		}
		beans.registerPackages(packages(annotation, types.length == 0 ? importing.getClassName() : null));
		markAsImported(registry);
	}

	private static List<String> packages(MergedAnnotation<ImportWasmPlugins> annotation,
			@Nullable String importingClass) {
		List<String> packages = new ArrayList<>(List.of(annotation.getStringArray("basePackages")));
		for (Class<?> type : annotation.getClassArray("basePackageClasses")) {
			packages.add(type.getPackageName());
		}
		if (packages.isEmpty() && importingClass != null) {
			packages.add(ClassUtils.getPackageName(importingClass));
		}
		return packages;
	}

	private static void markAsImported(BeanDefinitionRegistry registry) {
		String name = ImportedWasmPlugins.class.getName();
		if (!registry.containsBeanDefinition(name)) {
			registry.registerBeanDefinition(name, new RootBeanDefinition(ImportedWasmPlugins.class));
		}
	}

}
