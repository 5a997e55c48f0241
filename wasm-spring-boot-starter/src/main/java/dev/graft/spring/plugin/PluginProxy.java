package dev.graft.spring.plugin;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/// The object behind an interface. Abstract methods go to the plugin; default methods
/// stay Java; `equals`, `hashCode` and `toString` are the proxy's own.
///
/// Where it can be, it is of a class of its own, whose methods do not box numbers;
/// otherwise (the interface is in a module that is not open) it is a dynamic proxy.
///
/// RATIONALE, "Why are plugin proxies not dynamic proxies?".
final class PluginProxy implements InvocationHandler {

	private static final MethodHandle CALL;

	private static final MethodHandle DESCRIBE;

	private static final MethodHandle SURFACE;

	static {
		try {
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			CALL = lookup.findVirtual(PluginSlot.class, "call",
					MethodType.methodType(Object.class, Method.class, Object[].class));
			DESCRIBE = lookup.findVirtual(PluginProxy.class, "describe", MethodType.methodType(String.class));
			SURFACE = lookup.findStatic(PluginProxy.class, "surface",
					MethodType.methodType(Throwable.class, Class[].class, Throwable.class));
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

	private final PluginSlot slot;

	private final Class<?> type;

	private PluginProxy(PluginSlot slot, Class<?> type) {
		this.slot = slot;
		this.type = type;
	}

	static <T> T create(PluginSlot slot, Class<T> type, PluginInterface methods) {
		PluginProxy proxy = new PluginProxy(slot, type);
		try {
			return type.cast(proxy.generated(methods));
		}
		catch (IllegalAccessException notOpen) {
			return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, proxy));
		}
	}

	private Object generated(PluginInterface methods) throws IllegalAccessException {
		ProxyClass proxy = new ProxyClass(this.type);
		methods.methods().forEach((each) -> proxy.add(each.method().getName(), handle(each)));
		proxy.add("toString", DESCRIBE.bindTo(this));
		return proxy.newProxy();
	}

	private MethodHandle handle(PluginMethod plugin) {
		Method method = plugin.method();
		MethodHandle handle = plugin.isNumeric() ? NumericCall.handle(this.slot, method)
				: CALL.bindTo(this.slot)
					.bindTo(method)
					.asCollector(Object[].class, method.getParameterCount())
					.asType(MethodType.methodType(method.getReturnType(), method.getParameterTypes()));
		MethodHandle rethrow = MethodHandles.filterReturnValue(SURFACE.bindTo(method.getExceptionTypes()),
				MethodHandles.throwException(handle.type().returnType(), Throwable.class));
		return MethodHandles.catchException(handle, Throwable.class, rethrow);
	}

	// What the Java language does not let a method throw, callers could not catch.
	static Throwable surface(Class<?>[] declared, Throwable thrown) {
		boolean expected = thrown instanceof RuntimeException || thrown instanceof Error
				|| Arrays.stream(declared).anyMatch((type) -> type.isInstance(thrown));
		return expected ? thrown : new UndeclaredThrowableException(thrown);
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
