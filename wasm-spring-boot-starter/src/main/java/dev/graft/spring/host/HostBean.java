package dev.graft.spring.host;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ReflectionUtils;

/// The bean behind a host function: created when it is first called, then called through
/// its proxies. A singleton is looked up once, any other bean for each call.
final class HostBean {

	private static final MethodHandle FIRST;

	static {
		try {
			FIRST = MethodHandles.lookup()
				.findVirtual(HostBean.class, "first",
						MethodType.methodType(Object.class, MutableCallSite.class, Object[].class));
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

	private final ConfigurableListableBeanFactory beanFactory;

	private final HostFunctionDefinition definition;

	private volatile @Nullable Target singleton;

	HostBean(ConfigurableListableBeanFactory beanFactory, HostFunctionDefinition definition) {
		this.beanFactory = beanFactory;
		this.definition = definition;
	}

	/// Calls the method. What it throws is thrown on as it is.
	@Nullable Object invoke(@Nullable Object[] arguments) throws Throwable {
		return invoke(target(), arguments);
	}

	private static @Nullable Object invoke(Target target, @Nullable Object[] arguments) throws Throwable {
		try {
			return target.method.invoke(target.bean, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	/// What calls the method, of the method's own type. From the second call on it leads
	/// straight to the method if the bean is a singleton, and boxes nothing.
	MethodHandle handle() {
		Method method = this.definition.method();
		MutableCallSite site = new MutableCallSite(
				MethodType.methodType(method.getReturnType(), method.getParameterTypes()));
		site.setTarget(FIRST.bindTo(this)
			.bindTo(site)
			.asCollector(Object[].class, method.getParameterCount())
			.asType(site.type()));
		return site.dynamicInvoker();
	}

	// Threads that come here together set equivalent targets.
	@Nullable Object first(MutableCallSite site, @Nullable Object[] arguments) throws Throwable {
		Target known = target();
		if (this.singleton != null) {
			site.setTarget(MethodHandles.lookup().unreflect(known.method).bindTo(known.bean).asType(site.type()));
		}
		return invoke(known, arguments);
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
