package dev.graft.engine.heap;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.graft.artifact.abi.GeneratedTypes;
import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.StructType;
import dev.graft.engine.abi.EqReference;
import dev.graft.engine.abi.RuntimeType;
import org.jspecify.annotations.Nullable;

/// Defines the classes of the types that came into being together, with the module that
/// was the first to have them. Thread-safe.
///
/// Other modules with equal types find the classes by their canonical types, so a loader
/// lives as long as one of its types is known or one of its objects exists, and no
/// longer. A class is made when code that mentions it is first executed.
public final class HeapClassLoader extends ClassLoader {

	static {
		registerAsParallelCapable();
	}

	private final Map<String, Class<?>> superclasses = new ConcurrentHashMap<>();

	/// The types of the classes here. An object must keep its type alive: if the same
	/// type were made again, the object would not be one of its objects.
	private final Map<String, RuntimeType> types = new ConcurrentHashMap<>();

	/// A loader without classes.
	public HeapClassLoader() {
		super("graft-types", HeapClassLoader.class.getClassLoader());
		HeapPreparation.run();
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		Class<?> superclass = this.superclasses.get(name);
		if (superclass == null) {
			throw new ClassNotFoundException(name);
		}
		return superclass;
	}

	/// Makes the class of a structure type.
	/// @param type the type
	/// @param name the class's internal name
	/// @param structure its shape
	/// @param isFinal whether there are no subtypes
	/// @param superclass the class of the declared supertype, null if there is none
	/// @param inherited how many of the fields that one has
	public Class<?> define(RuntimeType type, String name, StructType structure, boolean isFinal,
			@Nullable Class<?> superclass, int inherited) {
		String superName = superName(superclass, GeneratedTypes.STRUCT_REFERENCE);
		return define(type, name, new HeapClassFile(name, superName, isFinal).structure(structure, inherited));
	}

	/// Makes the class of an array type.
	/// @param type the type
	/// @param name the class's internal name
	/// @param array its shape
	/// @param isFinal whether there are no subtypes
	/// @param superclass the class of the declared supertype, null if there is none
	public Class<?> define(RuntimeType type, String name, ArrayType array, boolean isFinal,
			@Nullable Class<?> superclass) {
		String superName = superName(superclass, GeneratedTypes.arrayReference(array));
		return define(type, name, new HeapClassFile(name, superName, isFinal).array(array));
	}

	private String superName(@Nullable Class<?> superclass, String otherwise) {
		if (superclass == null) {
			return otherwise;
		}
		this.superclasses.put(superclass.getName(), superclass);
		return superclass.getName().replace('.', '/');
	}

	/*
	 * A guest decides how deep the stack is when it first needs a type, so this may end
	 * anywhere with a StackOverflowError, and has to go on from there the next time.
	 */
	private Class<?> define(RuntimeType type, String internalName, byte[] classFile) {
		String name = internalName.replace('/', '.');
		synchronized (getClassLoadingLock(name)) {
			this.types.put(name, type);
			Class<?> known = findLoadedClass(name);
			return (known != null) ? known : defineClass(name, classFile, 0, classFile.length);
		}
	}

	/// The type of an object: that of its class.
	/// @throws IllegalArgumentException if it is neither a structure nor an array
	public static RuntimeType typeOf(EqReference object) {
		RuntimeType type = (object.getClass().getClassLoader() instanceof HeapClassLoader loader)
				? loader.types.get(object.getClass().getName()) : null;
		if (type == null) {
			throw new IllegalArgumentException(object + " is neither a structure nor an array");
		}
		return type;
	}

}
