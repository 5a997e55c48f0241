package dev.graft.engine.load;

import java.nio.ByteBuffer;

import dev.graft.artifact.Artifact;

/// Defines the classes of one module, each when it is first needed, straight from the
/// artifact. When nothing refers to the module any more, its classes go with it.
final class GeneratedClassLoader extends ClassLoader {

	static {
		registerAsParallelCapable();
	}

	private final Artifact artifact;

	private final String packagePrefix;

	/// @param name shows in stack traces and identifies the module there
	GeneratedClassLoader(String name, Artifact artifact) {
		super(name, AbiClassLoader.INSTANCE);
		this.artifact = artifact;
		this.packagePrefix = artifact.metadata().code().packageName() + ".";
	}

	// Own classes first: asking the parent would cost an exception each time.
	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		if (!name.startsWith(this.packagePrefix)) {
			return AbiClassLoader.INSTANCE.loadClass(name);
		}
		synchronized (getClassLoadingLock(name)) {
			Class<?> loaded = findLoadedClass(name);
			return loaded != null ? loaded : findClass(name);
		}
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		ByteBuffer classFile = this.artifact.classBytes(name);
		if (classFile == null) {
			throw new ClassNotFoundException(name + " is not in " + this.artifact.source());
		}
		ClassVerifier.verify(name, classFile);
		try {
			return defineClass(name, classFile, null);
		}
		catch (LinkageError refused) {
			throw ForbiddenCodeException.unlinkable(name, refused);
		}
	}

}
