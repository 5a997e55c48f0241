package dev.graft.engine.link;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;

/// Finds a place where a class that implements an interface can be defined: somewhere
/// that sees the interface, and where we have the full access that defining hidden
/// classes takes.
///
///   - beside the interface, if it belongs to the same module as this class: then it need not even be public
///   - beside this class, if it is public and visible from here, like those of `java.util.function`
///   - in a class loader of its own below that of the interface, if it is public: applications under Spring Boot's
///     developer tools live in a class loader below that of their libraries
final class InterfaceHost {

	private static final String NAME = "dev.graft.bound.Host";

	private static final ClassDesc LOOKUP = ClassDesc.of(MethodHandles.class.getName()).nested("Lookup");

	private InterfaceHost() {
	}

	/// A lookup with full access to a class in such a place, null if there is none.
	static MethodHandles.@Nullable Lookup of(Class<?> type) throws ReflectiveOperationException {
		MethodHandles.Lookup here = MethodHandles.lookup();
		if (type.getModule() == here.lookupClass().getModule()) {
			return MethodHandles.privateLookupIn(type, here);
		}
		if (!Modifier.isPublic(type.getModifiers()) || !type.getModule().isExported(type.getPackageName())) {
			return null;
		}
		return isVisible(type) ? here : below(type.getClassLoader());
	}

	private static boolean isVisible(Class<?> type) {
		try {
			return Class.forName(type.getName(), false, InterfaceHost.class.getClassLoader()) == type;
		}
		catch (ClassNotFoundException elsewhere) {
			return false;
		}
	}

	private static MethodHandles.Lookup below(@Nullable ClassLoader parent) throws ReflectiveOperationException {
		Class<?> host = new HostLoader(parent).define();
		return (MethodHandles.Lookup) host.getMethod("lookup").invoke(null);
	}

	/// A class whose only method gives full access to itself away. It is alone in its
	/// class loader, which nobody else can reach.
	private static byte[] classFile() {
		return ClassFile.of()
			.build(ClassDesc.of(NAME),
					(type) -> type.withFlags(Modifier.PUBLIC)
						.withMethodBody("lookup", MethodTypeDesc.of(LOOKUP), Modifier.PUBLIC | Modifier.STATIC,
								(code) -> code
									.invokestatic(ClassDesc.of(MethodHandles.class.getName()), "lookup",
											MethodTypeDesc.of(LOOKUP))
									.areturn()));
	}

	private static final class HostLoader extends ClassLoader {

		HostLoader(@Nullable ClassLoader parent) {
			super("graft-bound", parent);
		}

		Class<?> define() {
			byte[] bytes = classFile();
			return defineClass(NAME, bytes, 0, bytes.length);
		}

	}

}
