package dev.graft.engine.load;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.ArtifactSection;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.module.AddressMap;
import dev.graft.artifact.module.CodeLayout;
import dev.graft.artifact.module.DataSegment;
import dev.graft.artifact.module.ElementSegment;
import dev.graft.artifact.module.FunctionTable;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.module.NameTable;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.engine.abi.CallTarget;
import dev.graft.engine.abi.FunctionIndices;
import dev.graft.engine.abi.InstanceSeed;
import dev.graft.engine.abi.ModuleCode;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.abi.Polls;
import dev.graft.engine.abi.RuntimeType;
import dev.graft.engine.memory.ImageBytes;
import org.jspecify.annotations.Nullable;

/// A module whose classes can be defined: everything that its instances share. Immutable,
/// thread-safe.
///
/// Making one reads next to nothing; classes are defined and sections looked at when code
/// runs that needs them. It lasts as long as somebody refers to it, an instance of it or
/// one of its classes, independent of the [Artifact] handle that it was made from.
public final class LoadedModule implements ModuleCode {

	private static final MethodType CONSTRUCTOR = MethodType.methodType(void.class, InstanceSeed.class);

	private static final MethodType CREATOR = MethodType.methodType(ModuleInstance.class, InstanceSeed.class);

	private static final MethodType INITIALIZER = MethodType.methodType(void.class, ModuleInstance.class);

	/// What methods of functions return: the first characters of descriptors.
	private static final String RESULTS = "VIJFDL";

	private static final List<Class<?>> RESULT_TYPES = List.of(void.class, int.class, long.class, float.class,
			double.class, Object.class);

	private final String name;

	private final Artifact artifact;

	private final @Nullable LateCode late;

	private final ModuleMetadata metadata;

	private final FunctionTable functions;

	private final List<? extends RuntimeType> types;

	private final GeneratedClassLoader classes;

	private final boolean computesElements;

	private final @Nullable MethodHandle[] resuming = new @Nullable MethodHandle[RESULTS.length()];

	/// The functions that somebody has asked for, found once for all instances.
	private final Map<Integer, MethodHandle> handles = new ConcurrentHashMap<>();

	private final FunctionTargets targets;

	private @Nullable MethodHandle creator;

	private @Nullable MethodHandle initializer;

	private LoadedModule(String name, Artifact artifact, @Nullable LateCode late, List<? extends RuntimeType> types,
			MemoryAccess access, String loaderName) {
		this.name = name;
		this.artifact = artifact;
		this.late = late;
		this.metadata = artifact.metadata();
		this.functions = artifact.functions();
		this.types = List.copyOf(types);
		this.computesElements = this.metadata.elementSegments().stream().anyMatch(ElementSegment::computed);
		this.classes = new GeneratedClassLoader(loaderName, artifact, late, this.types, access);
		this.targets = new FunctionTargets(this.classes);
	}

	/// Makes a module of an artifact.
	/// @param name what the module is called in backtraces
	/// @param artifact the artifact; the caller may close its handle afterwards
	/// @param types the canonical types of the artifact's type table
	/// @param access what its code may reach memories by, at most: code of an artifact
	/// that does not say that it needs raw access never has it
	public static LoadedModule load(String name, Artifact artifact, List<? extends RuntimeType> types,
			MemoryAccess access) {
		return load(name, artifact, null, types, access);
	}

	/// Makes a module of an artifact that lacks some classes.
	/// @param name what the module is called in backtraces
	/// @param artifact the artifact; the caller may close its handle afterwards
	/// @param late the classes that it lacks, null if it is complete
	/// @param types the canonical types of the artifact's type table
	/// @param access what its code may reach memories by, at most
	public static LoadedModule load(String name, Artifact artifact, @Nullable LateCode late,
			List<? extends RuntimeType> types, MemoryAccess access) {
		return LoadedModules.register(name,
				(loaderName) -> new LoadedModule(name, artifact.share(), late, types, access, loaderName));
	}

	/// What the module is called in backtraces.
	public String name() {
		return this.name;
	}

	/// What the artifact says about the module.
	public ModuleMetadata metadata() {
		return this.metadata;
	}

	/// The names of functions.
	public NameTable names() {
		return this.artifact.names();
	}

	/// Where in the module a site of generated code comes from.
	/// @param functionIndex the function
	/// @param line the number of the site, from 1
	/// @return the offset, or [AddressMap#UNKNOWN]
	public long wasmOffset(int functionIndex, int line) {
		return (this.late != null) ? this.late.wasmOffset(functionIndex, line)
				: this.artifact.addressMap().wasmOffset(functionIndex, line);
	}

	/// What the initial contents of memories are cut from, if the artifact has an image.
	public Optional<ImageBytes> image() {
		MemorySegment bytes = this.artifact.image();
		if (bytes.byteSize() == 0) {
			return Optional.empty();
		}
		Optional<ImageBytes.InFile> place = this.artifact.file()
			.flatMap((file) -> this.artifact.fileKey()
				.flatMap((key) -> imageOffset().map((offset) -> new ImageBytes.InFile(file, key, offset))));
		return Optional.of(new ImageBytes(bytes, place));
	}

	private Optional<Long> imageOffset() {
		return this.artifact.sections()
			.stream()
			.filter((section) -> section.name().equals(".wasm.image"))
			.map(ArtifactSection::fileOffset)
			.findFirst();
	}

	/// Creates an instance that is not yet initialized.
	/// @throws ForbiddenCodeException if its class is not what the compiler makes
	public ModuleInstance newInstance(InstanceSeed seed) {
		try {
			return (ModuleInstance) creator().invokeExact(seed);
		}
		catch (Throwable failure) {
			throw rethrow(failure);
		}
	}

	/// Does what the specification has instantiation do after allocation and before the
	/// start function: globals, tables, element and data segments.
	/// @throws Throwable what the code throws, traps in their raw form among it
	public void initialize(ModuleInstance instance) throws Throwable {
		String className = this.metadata.code().initializerClass();
		if (className != null) {
			initializer(className).invokeExact(instance);
		}
	}

	/// Whether the module's code looks for interruptions.
	public Polls polls() {
		return this.classes.polls();
	}

	@Override
	public int functionCount() {
		return this.functions.size();
	}

	@Override
	public RuntimeType functionType(int functionIndex) {
		return this.types.get(functionTypeIndex(functionIndex));
	}

	/// The index of a function's type, which is a function type.
	/// @throws CorruptArtifactException if it is another type
	public int functionTypeIndex(int functionIndex) {
		int typeIndex = this.functions.typeIndex(functionIndex);
		CompositeType type = this.metadata.types().types().get(typeIndex).composite();
		if (!(type instanceof FunctionType)) {
			throw new CorruptArtifactException(this.name, FunctionTable.SECTION, 0,
					"a function type for function " + functionIndex, type.toString());
		}
		return typeIndex;
	}

	@Override
	public RuntimeType type(int typeIndex) {
		return this.types.get(typeIndex);
	}

	@Override
	public int dispatchSlot(int functionIndex) {
		return this.functions.dispatchSlot(functionIndex);
	}

	@Override
	public int tailNumber(int functionIndex) {
		return this.functions.tailNumber(functionIndex);
	}

	// Threads that come here together arrive at equivalent handles.
	@Override
	public MethodHandle resume(char result) {
		int index = RESULTS.indexOf(result);
		MethodHandle handle = this.resuming[index];
		if (handle == null) {
			MethodType type = MethodType.methodType(RESULT_TYPES.get(index), ModuleInstance.class);
			handle = findStatic(this.metadata.code().packageName() + "." + GeneratedNames.TAIL_CALLS,
					GeneratedNames.resume(result),
					type.changeParameterType(0, load(this.metadata.code().instanceClass())))
				.asType(type);
			this.resuming[index] = handle;
		}
		return handle;
	}

	// Threads that come here together arrive at equivalent handles.
	@Override
	public MethodHandle handle(int functionIndex) {
		MethodHandle known = this.handles.get(functionIndex);
		if (known != null) {
			return known;
		}
		MethodHandle found = findFunction(functionIndex);
		this.handles.put(functionIndex, found);
		return found;
	}

	@Override
	public CallTarget target(int functionIndex) {
		return this.targets.get(functionIndex, this);
	}

	@Override
	public CallTarget target(MethodHandle handle) {
		return this.targets.of(handle);
	}

	private MethodHandle findFunction(int functionIndex) {
		MethodHandle function = findStatic(className(functionIndex), methodName(functionIndex),
				MethodType.fromMethodDescriptorString(descriptor(functionIndex), this.classes));
		int last = function.type().parameterCount() - 1;
		return function.asType(function.type().changeParameterType(last, ModuleInstance.class));
	}

	/// The class that has the method of a defined function.
	String className(int functionIndex) {
		return this.metadata.code().groupClasses().get(this.functions.groupIndex(functionIndex));
	}

	/// What the method of a defined function is called.
	String methodName(int functionIndex) {
		return GeneratedNames.function(functionIndex, names().functionName(functionIndex));
	}

	/// The type of the method of a function.
	String descriptor(int functionIndex) {
		String instance = this.metadata.code().instanceClass().replace('.', '/');
		return GeneratedSignatures.descriptor(this.metadata.types().function(functionTypeIndex(functionIndex)),
				instance);
	}

	@Override
	public int elementSegmentCount() {
		return this.metadata.elementSegments().size();
	}

	@Override
	public boolean computesElements() {
		return this.computesElements;
	}

	@Override
	public @Nullable FunctionIndices elements(int segment) {
		ElementSegment described = this.metadata.elementSegments().get(segment);
		if (described.computed()) {
			return null;
		}
		long bytes = (long) described.count() * Integer.BYTES;
		return new FunctionIndices(this.artifact.elements().asSlice(described.sectionOffset(), bytes));
	}

	@Override
	public MemorySegment data(int segment) {
		DataSegment described = this.metadata.dataSegments().get(segment);
		return described.inImage() ? MemorySegment.NULL
				: this.artifact.data().asSlice(described.sectionOffset(), described.length());
	}

	// Threads that come here together arrive at equivalent handles.
	private MethodHandle creator() {
		MethodHandle creator = this.creator;
		if (creator == null) {
			creator = findConstructor().asType(CREATOR);
			this.creator = creator;
		}
		return creator;
	}

	private MethodHandle findConstructor() {
		loadInstanceParts();
		Class<?> owner = load(this.metadata.code().instanceClass());
		this.classes.preparePolls();
		try {
			return MethodHandles.publicLookup().findConstructor(owner, CONSTRUCTOR);
		}
		catch (NoSuchMethodException | IllegalAccessException failure) {
			throw refusal(owner.getName(), "<init>" + CONSTRUCTOR, failure);
		}
	}

	// Superclasses first: when a subclass is defined before, the JVM comes back for its
	// superclass, and for that one's, and a
	// module decides how many there are.
	private void loadInstanceParts() {
		String part = this.metadata.code().packageName() + "." + GeneratedNames.INSTANCE_PART;
		for (int number = 0; this.artifact.classBytes(part + number) != null; number++) {
			load(part + number);
		}
	}

	private MethodHandle initializer(String className) {
		MethodHandle initializer = this.initializer;
		if (initializer == null) {
			Class<?> instance = load(this.metadata.code().instanceClass());
			initializer = findStatic(className, GeneratedNames.INITIALIZE, MethodType.methodType(void.class, instance))
				.asType(INITIALIZER);
			this.initializer = initializer;
		}
		return initializer;
	}

	private MethodHandle findStatic(String className, String method, MethodType type) {
		Class<?> owner = load(className);
		try {
			return MethodHandles.publicLookup().findStatic(owner, method, type);
		}
		catch (NoSuchMethodException | IllegalAccessException failure) {
			throw refusal(className, method + type, failure);
		}
	}

	// HotSpot verifies a class when its first method is looked up, and reports what it
	// finds as the cause.
	private static ForbiddenCodeException refusal(String className, String member,
			ReflectiveOperationException failure) {
		return failure.getCause() instanceof LinkageError error && !(error instanceof IncompatibleClassChangeError)
				? new ForbiddenCodeException(className, member, "cannot be linked: " + error.getMessage(), error)
				: new ForbiddenCodeException(className, member, "is missing or not public", failure);
	}

	private Class<?> load(String className) {
		try {
			return this.classes.loadClass(className);
		}
		catch (ClassNotFoundException missing) {
			throw new ForbiddenCodeException(className, "the class", "is missing", missing);
		}
	}

	private static RuntimeException rethrow(Throwable failure) {
		return switch (failure) {
			case RuntimeException exception -> exception;
			case Error error -> throw error;
			default -> new IllegalStateException(failure);
		};
	}

	@Override
	public String toString() {
		return "LoadedModule " + this.name;
	}

}
