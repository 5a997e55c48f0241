package dev.graft.spring.host;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ReflectionUtils;

/// The bean behind a host function: created when it is first called, then called through
/// its proxies. A singleton is looked up once, any other bean for each call.
final class HostBean {

	private final ConfigurableListableBeanFactory beanFactory;

	private final HostFunctionDefinition definition;

	private volatile @Nullable Target singleton;

	HostBean(ConfigurableListableBeanFactory beanFactory, HostFunctionDefinition definition) {
		this.beanFactory = beanFactory;
		this.definition = definition;
	}

	/// Calls the method. What it throws is thrown on as it is.
	@Nullable Object invoke(@Nullable Object[] arguments) throws Throwable {
		Target target = target();
		try {
			return target.method.invoke(target.bean, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	private Target target() {
		Target known = this.singleton;
		if (known != null) {
			return known;
		}
		Target target = lookUp();
		if (this.beanFactory.isSingleton(this.definition.beanName())) {
			this.singleton = target;
		}
		return target;
	}

	private Target lookUp() {
		Object bean = this.beanFactory.getBean(this.definition.beanName());
		Method method = AopUtils.selectInvocableMethod(this.definition.method(), bean.getClass());
		ReflectionUtils.makeAccessible(method);
		return new Target(bean, method);
	}

	private record Target(Object bean, Method method) {
	}

}
