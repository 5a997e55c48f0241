package dev.graft.spring.plugin;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/// The object behind an interface. Abstract methods go to the plugin; default methods
/// stay Java; `equals`, `hashCode` and `toString` are the proxy's own.
final class PluginProxy implements InvocationHandler {

	private final PluginSlot slot;

	private final Class<?> type;

	private PluginProxy(PluginSlot slot, Class<?> type) {
		this.slot = slot;
		this.type = type;
	}

	static <T> T create(PluginSlot slot, Class<T> type) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, new PluginProxy(slot, type)));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
		if (ReflectionUtils.isObjectMethod(method)) {
			return invokeOwn(proxy, method, arguments);
		}
		return method.isDefault() ? InvocationHandler.invokeDefault(proxy, method, arguments)
				: this.slot.call(method, arguments);
	}

	@SuppressWarnings("ReferenceEquality") // two proxies are never equal
	private Object invokeOwn(Object proxy, Method method, Object @Nullable [] arguments) {
		return switch (method.getName()) {
			case "equals" -> arguments != null && proxy == arguments[0];
			case "hashCode" -> System.identityHashCode(proxy);
			default -> describe();
		};
	}

	/// `com.acme.Pricing by plugin pricing#2 (3fa9c2d1)`.
	private String describe() {
		PluginGeneration generation = this.slot.current();
		return "%s by plugin %s".formatted(this.type.getName(),
				(generation != null) ? generation.version() : this.slot.name() + " (not available)");
	}

}
