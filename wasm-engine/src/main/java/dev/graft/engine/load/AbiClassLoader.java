package dev.graft.engine.load;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What generated classes can see of the rest of the world: the classes that the lists
/// name, and `java.base`, which HotSpot's verifier consults.
final class AbiClassLoader extends ClassLoader {

	static final AbiClassLoader INSTANCE = new AbiClassLoader();

	private final Map<String, Class<?>> listed = new HashMap<>();

	private AbiClassLoader() {
		super("graft-abi", null);
		ClassLoader engine = AbiClassLoader.class.getClassLoader();
		for (String internalName : AllowedMembers.classNames()) {
			String name = internalName.replace('/', '.');
			try {
				this.listed.put(name, Class.forName(name, false, engine));
			}
			catch (ClassNotFoundException inconsistent) {
				throw new IllegalStateException(name + " is listed and does not exist", inconsistent);
			}
		}
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		@Nullable Class<?> known = this.listed.get(name);
		if (known != null) {
			return known;
		}
		Class<?> found = Class.forName(name, false, null);
		if (found.getModule() != Object.class.getModule()) {
			throw new ClassNotFoundException(name + " is out of reach for generated code");
		}
		return found;
	}

}
