package dev.graft.engine.load;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.abi.CallTargets;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.abi.GeneratedTypes;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.engine.abi.Polls;
import dev.graft.engine.abi.RuntimeType;
import org.jspecify.annotations.Nullable;

/// Defines the classes of one module, each when it is first needed, straight from the
/// artifact. When nothing refers to the module any more, its classes go with it.
final class GeneratedClassLoader extends ClassLoader implements Polls.Owner {

	static {
		registerAsParallelCapable();
	}

	private static final String TYPE_PREFIX = GeneratedTypes.PACKAGE.replace('/', '.');

	private final Artifact artifact;

	private final @Nullable LateCode late;

	private final List<? extends RuntimeType> types;

	private final MemoryAccess access;

	private volatile @Nullable Map<String, RuntimeType> typesByClass;

	private final String packagePrefix;

	private final Polls polls = new Polls();

	/// @param name shows in stack traces and identifies the module there
	/// @param late the classes that the artifact lacks, null if it is complete
	/// @param types the types of the module, whose classes it can name
	/// @param access what the code may reach memories by, at most
	GeneratedClassLoader(String name, Artifact artifact, @Nullable LateCode late, List<? extends RuntimeType> types,
			MemoryAccess access) {
		super(name, AbiClassLoader.INSTANCE);
		TargetPreparation.run();
		this.artifact = artifact;
		this.late = late;
		this.types = types;
		this.access = (access == MemoryAccess.RAW && needsRawAccess(artifact)) ? MemoryAccess.RAW
				: MemoryAccess.FOREIGN;
		this.packagePrefix = artifact.metadata().code().packageName() + ".";
	}

	private static boolean needsRawAccess(Artifact artifact) {
		return Set.of(artifact.manifest().settings().split(" ")).contains(CompilerSettings.RAW_MEMORY_ACCESS);
	}

	// Own classes first: asking the parent would cost an exception each time.
	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		if (name.startsWith(TYPE_PREFIX)) {
			return objectClass(name);
		}
		if (!name.startsWith(this.packagePrefix)) {
			return AbiClassLoader.INSTANCE.loadClass(name);
		}
		synchronized (getClassLoadingLock(name)) {
			Class<?> loaded = findLoadedClass(name);
			return loaded != null ? loaded : findClass(name);
		}
	}

	private Class<?> objectClass(String name) throws ClassNotFoundException {
		RuntimeType type = typesByClass().get(name);
		if (type == null) {
			throw new ClassNotFoundException(name + " is of no type of " + this.artifact.source());
		}
		return type.objectClass();
	}

	// Threads that come here together arrive at equal maps.
	private Map<String, RuntimeType> typesByClass() {
		Map<String, RuntimeType> known = this.typesByClass;
		if (known == null) {
			known = new HashMap<>();
			for (RuntimeType type : this.types) {
				String className = type.className();
				if (className != null) {
					known.put(className.replace('/', '.'), type);
				}
			}
			this.typesByClass = known;
		}
		return known;
	}

	@Override
	public Polls polls() {
		return this.polls;
	}

	/// Initializes the class by which code knows of its polls, before a guest decides how
	/// deep the stack is then.
	void preparePolls() {
		String name = this.packagePrefix + GeneratedNames.POLLS;
		try {
			Class.forName(name, true, this);
		}
		catch (ClassNotFoundException misnamed) {
			throw new ForbiddenCodeException(name, "the class", "cannot be made", misnamed);
		}
	}

	private @Nullable ByteBuffer classFile(String name) {
		ByteBuffer there = this.artifact.classBytes(name);
		return (there == null && this.late != null) ? this.late.classBytes(name) : there;
	}

	/// The class of a function that is called without being known before.
	/// @param owner the class that has its method
	/// @param method what the method is called
	/// @param descriptor the type of the method
	Class<?> functionTarget(int functionIndex, String owner, String method, String descriptor) {
		String name = this.packagePrefix + CallTargets.functionTarget(functionIndex);
		synchronized (getClassLoadingLock(name)) {
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded
					: define(name,
							TargetClassFile.ofFunction(internal(name),
									internal(this.packagePrefix + CallTargets.ofDescriptor(descriptor)),
									internal(owner), method, descriptor));
		}
	}

	/// The class of what method handles lead to.
	/// @param kind the simple name of its superclass
	Class<?> handleTarget(String kind) {
		String name = this.packagePrefix + CallTargets.handleTarget(kind);
		synchronized (getClassLoadingLock(name)) {
			Class<?> loaded = findLoadedClass(name);
			return (loaded != null) ? loaded
					: define(name, TargetClassFile.ofHandle(internal(name), internal(this.packagePrefix + kind),
							descriptor(kind), CallTargets.descriptor(kind, AllowedMembers.MODULE_INSTANCE)));
		}
	}

	private static String internal(String name) {
		return name.replace('.', '/');
	}

	private String descriptor(String kind) {
		return CallTargets.descriptor(kind, internal(this.artifact.metadata().code().instanceClass()));
	}

	// A guest decides how deep the stack is when it first calls a function, so this may
	// end anywhere with a StackOverflowError, and has to go on from there the next time.
	private Class<?> define(String name, byte[] classFile) {
		try {
			return defineClass(name, classFile, 0, classFile.length);
		}
		catch (LinkageError refused) {
			throw ForbiddenCodeException.unlinkable(name, refused);
		}
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		String simpleName = name.substring(this.packagePrefix.length());
		if (CallTargets.isAbstractTarget(simpleName)) {
			return define(name, TargetClassFile.ofKind(internal(name), descriptor(simpleName)));
		}
		if (simpleName.equals(GeneratedNames.POLLS)) {
			return define(name, TargetClassFile.ofPolls(internal(name)));
		}
		ByteBuffer classFile = classFile(name);
		if (classFile == null) {
			throw new ClassNotFoundException(name + " is not in " + this.artifact.source());
		}
		ClassVerifier.verify(name, classFile, this.access);
		try {
			return defineClass(name, classFile, null);
		}
		catch (LinkageError refused) {
			throw ForbiddenCodeException.unlinkable(name, refused);
		}
	}

}
