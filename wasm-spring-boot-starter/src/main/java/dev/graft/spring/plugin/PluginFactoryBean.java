package dev.graft.spring.plugin;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.FactoryBean;

/// Makes the bean of one [dev.graft.spring.WasmPlugin] interface.
///
/// A factory bean rather than an instance supplier: its definition is a class and two
/// constructor arguments, which ahead-of-time processing can write down without a
/// processor of ours, and the definitions tell which interfaces there are without
/// creating any of their beans.
///
/// @param <T> the interface
public final class PluginFactoryBean<T> implements FactoryBean<T>, BeanFactoryAware {

	private final Class<T> type;

	private final String plugin;

	private @Nullable BeanFactory beanFactory;

	/// @param type the annotated interface
	/// @param plugin the plugin's name
	public PluginFactoryBean(Class<T> type, String plugin) {
		this.type = type;
		this.plugin = plugin;
	}

	/// The plugin's name.
	public String plugin() {
		return this.plugin;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public T getObject() {
		if (this.beanFactory == null) {
			throw new IllegalStateException(
					"the factory of plugin '" + this.plugin + "' is used outside a bean factory");
		}
		return this.beanFactory.getBean(WasmPluginRegistry.class).proxy(this.plugin, this.type);
	}

	@Override
	public Class<T> getObjectType() {
		return this.type;
	}

}
