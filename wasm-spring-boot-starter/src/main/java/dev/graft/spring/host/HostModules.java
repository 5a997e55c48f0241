package dev.graft.spring.host;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.engine.Caller;
import dev.graft.engine.Linker;
import dev.graft.spring.HostFunction;
import dev.graft.spring.HostModule;
import dev.graft.spring.canonical.CanonicalSignature;
import dev.graft.spring.canonical.Names;
import dev.graft.spring.canonical.UnsupportedTypeException;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;

/// All host functions that the beans of a context offer.
///
/// Looks at bean definitions only: a linker can be filled before any of the beans exists,
/// so host beans may use plugins and plugins host beans.
public final class HostModules {

	private final ConfigurableListableBeanFactory beanFactory;

	private final List<String> problems = new ArrayList<>();

	private final Map<String, HostFunctionDefinition> byImport = new LinkedHashMap<>();

	/// The host functions of a bean factory.
	/// @throws InvalidHostModuleException if some of them cannot work
	public HostModules(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		beanFactory.getBeanNamesIterator().forEachRemaining(this::collect);
		if (!this.problems.isEmpty()) {
			throw new InvalidHostModuleException(this.problems);
		}
	}

	private void collect(String beanName) {
		HostModule module = annotation(beanName);
		Class<?> type = (module != null) ? AutoProxyUtils.determineTargetClass(this.beanFactory, beanName) : null;
		if (module == null || type == null) {
			return;
		}
		Map<Method, HostFunction> functions = functions(type);
		if (functions.isEmpty()) {
			this.problems.add("bean '%s', %s, has @HostModule but no method with @HostFunction".formatted(beanName,
					type.getName()));
		}
		functions.forEach((method, function) -> collect(beanName, module.value(), method, function));
	}

	private @Nullable HostModule annotation(String beanName) {
		return ScopedProxyUtils.isScopedTarget(beanName) ? null
				: this.beanFactory.findAnnotationOnBean(beanName, HostModule.class, false);
	}

	/// In the order of their descriptions, so that messages do not depend on the order of
	/// reflection.
	private static Map<Method, HostFunction> functions(Class<?> type) {
		Map<Method, HostFunction> found = MethodIntrospector.selectMethods(type,
				(Method method) -> AnnotatedElementUtils.findMergedAnnotation(method, HostFunction.class));
		Map<Method, HostFunction> sorted = new LinkedHashMap<>();
		found.entrySet()
			.stream()
			.sorted(Comparator.comparing((entry) -> Names.describe(entry.getKey())))
			.forEach((entry) -> sorted.put(entry.getKey(), entry.getValue()));
		return sorted;
	}

	private void collect(String beanName, String module, Method method, HostFunction function) {
		String described = "bean '%s', %s".formatted(beanName, Names.describe(method));
		if (Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
			this.problems
				.add(described + ": a host function cannot be private or static, since it is called through the bean");
			return;
		}
		try {
			add(definition(beanName, module, method, function));
		}
		catch (UnsupportedTypeException ex) {
			this.problems.add(described + ": " + ex.getMessage());
		}
	}

	private static HostFunctionDefinition definition(String beanName, String module, Method method,
			HostFunction function) {
		List<Class<?>> parameters = Arrays.asList(method.getParameterTypes());
		boolean takesCaller = !parameters.isEmpty() && parameters.getFirst() == Caller.class;
		List<String> names = function.value().isEmpty() ? Names.spellings(method.getName()) : List.of(function.value());
		return new HostFunctionDefinition(beanName, method, module, names, takesCaller, CanonicalSignature
			.of(takesCaller ? parameters.subList(1, parameters.size()) : parameters, method.getReturnType()));
	}

	private void add(HostFunctionDefinition definition) {
		for (String name : definition.names()) {
			HostFunctionDefinition other = this.byImport.putIfAbsent(definition.module() + "." + name, definition);
			if (other != null) {
				this.problems.add("%s.%s is offered twice: by %s and by %s".formatted(definition.module(), name,
						other.describe(), definition.describe()));
				return;
			}
		}
	}

	/// Gives all of them their names in a linker.
	/// @param argumentLimitBytes how long a string or byte array may be that a plugin
	/// passes
	public void addTo(Linker linker, int argumentLimitBytes) {
		for (HostFunctionDefinition definition : Set.copyOf(this.byImport.values())) {
			HostBean bean = new HostBean(this.beanFactory, definition);
			if (definition.signature().isNumeric()) {
				MethodHandle handle = bean.handle();
				definition.names().forEach((name) -> linker.function(definition.module(), name, handle));
			}
			else {
				HostFunctionCall call = new HostFunctionCall(definition, bean, argumentLimitBytes);
				definition.names()
					.forEach((name) -> linker.function(definition.module(), name, definition.signature().importType(),
							call));
			}
		}
	}

}
