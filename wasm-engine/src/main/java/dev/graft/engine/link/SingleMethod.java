package dev.graft.engine.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/// The one abstract method of a functional interface.
///
/// @see <a
/// href="https://docs.oracle.com/javase/specs/jls/se25/html/jls-9.html#jls-9.8">Java
/// Language Specification, 9.8, "Functional Interfaces"</a>
public final class SingleMethod {

	private SingleMethod() {
	}

	/// The method.
	/// @throws IllegalArgumentException if the class is not an interface with exactly one
	/// abstract method
	public static Method of(Class<?> functionalInterface) {
		if (!functionalInterface.isInterface()) {
			throw new IllegalArgumentException(functionalInterface.getName() + " is not an interface");
		}
		List<Method> candidates = new ArrayList<>();
		for (Method method : functionalInterface.getMethods()) {
			if (Modifier.isAbstract(method.getModifiers()) && !isObjectMethod(method)) {
				addMostSpecific(candidates, method);
			}
		}
		if (candidates.size() != 1) {
			throw new IllegalArgumentException("%s is not a functional interface: it has %d abstract methods, not one"
				.formatted(functionalInterface.getName(), candidates.size()));
		}
		return candidates.getFirst();
	}

	/// A handle that calls the method of an object, whether or not the interface is
	/// public.
	public static MethodHandle handle(Class<?> functionalInterface, Object target) {
		Method method = of(functionalInterface);
		try {
			return lookup(functionalInterface).unreflect(method).bindTo(target);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalArgumentException(functionalInterface.getName() + " is not accessible: " + ex.getMessage(),
					ex);
		}
	}

	/// What can see the interface: this class if it is public, else the interface itself
	/// if its module is open to us.
	static MethodHandles.Lookup lookup(Class<?> functionalInterface) throws IllegalAccessException {
		MethodHandles.Lookup here = MethodHandles.lookup();
		try {
			return MethodHandles.privateLookupIn(functionalInterface, here);
		}
		catch (IllegalAccessException encapsulated) {
			return here;
		}
	}

	// An interface that redeclares a method of a superinterface with a more specific
	// result shows both to reflection.
	private static void addMostSpecific(List<Method> candidates, Method method) {
		for (int index = 0; index < candidates.size(); index++) {
			Method other = candidates.get(index);
			if (sameSignature(other, method)) {
				if (other.getReturnType().isAssignableFrom(method.getReturnType())) {
					candidates.set(index, method);
				}
				return;
			}
		}
		candidates.add(method);
	}

	private static boolean sameSignature(Method one, Method other) {
		return one.getName().equals(other.getName())
				&& List.of(one.getParameterTypes()).equals(List.of(other.getParameterTypes()));
	}

	private static boolean isObjectMethod(Method method) {
		try {
			Object.class.getMethod(method.getName(), method.getParameterTypes());
			return true;
		}
		catch (NoSuchMethodException declaredByTheInterface) {
			return false;
		}
	}

}
