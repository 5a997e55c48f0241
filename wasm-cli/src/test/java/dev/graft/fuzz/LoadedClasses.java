package dev.graft.fuzz;

import dev.graft.artifact.Artifact;
import dev.graft.engine.Module;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/// Has the JVM load and verify all classes of a module, which otherwise happens when they
/// are needed.
final class LoadedClasses {

	private LoadedClasses() {
	}

	/// Loads them, through the engine's own loader.
	/// @throws LinkageError if one is wrong
	static void verify(Module module) {
		try {
			Object loaded = call(call(module, "shared"), "loaded");
			ClassLoader loader = (ClassLoader) field(loaded, "classes");
			Artifact artifact = (Artifact) field(loaded, "artifact");
			for (String name : artifact.classNames()) {
				// They are verified before they are initialized, and have nothing to
				// initialize.
				Class.forName(name, true, loader);
			}
		}
		catch (ReflectiveOperationException ex) {
			throw new LinkageError("the engine has changed", ex);
		}
	}

	private static Object call(Object on, String method) throws ReflectiveOperationException {
		Method found = on.getClass().getDeclaredMethod(method);
		found.setAccessible(true);
		return found.invoke(on);
	}

	private static Object field(Object of, String name) throws ReflectiveOperationException {
		Field found = of.getClass().getDeclaredField(name);
		found.setAccessible(true);
		return found.get(of);
	}

}
