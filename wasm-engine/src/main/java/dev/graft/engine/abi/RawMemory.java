package dev.graft.engine.abi;

import java.lang.reflect.InvocationTargetException;
import java.nio.ByteOrder;

import dev.graft.artifact.abi.RawMemoryMember;
import dev.graft.engine.region.MemoryRegion;
import org.jspecify.annotations.Nullable;

/// What generated code of artifacts with
/// [raw access][dev.graft.artifact.spi.MemoryAccess#RAW] reaches linear memories by.
public final class RawMemory {

	/// The one object of [RawMemoryMember#OWNER]; null where the process does not export
	/// it. Code casts it, because this class is compiled for processes that do not.
	public static final @Nullable Object ACCESSORS = find();

	/// What the process has to be started with.
	@EngineSide
	public static final String JVM_OPTION = "--add-exports java.base/jdk.internal.misc=ALL-UNNAMED";

	private RawMemory() {
	}

	/// Why there can be no raw access in this process, null if there can.
	@EngineSide
	public static @Nullable String obstacle() {
		if (ACCESSORS == null) {
			return "start Java with " + JVM_OPTION
					+ ", or put 'Add-Exports: java.base/jdk.internal.misc' into the manifest of the jar it is started with";
		}
		if (MemoryRegion.isIsolated()) {
			return "it would reach beyond the region of " + MemoryRegion.PROPERTY + "=isolated; choose one of them";
		}
		return (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN)
				? "it reads in the order of the processor, which is not that of WebAssembly here" : null;
	}

	// The package is exported to all unnamed modules or to none.
	private static @Nullable Object find() {
		String name = RawMemoryMember.OWNER.replace('/', '.');
		String exported = name.substring(0, name.lastIndexOf('.'));
		Module base = Object.class.getModule();
		if (!base.isExported(exported, ClassLoader.getSystemClassLoader().getUnnamedModule())
				|| !base.isExported(exported, RawMemory.class.getModule())) {
			return null;
		}
		try {
			return Class.forName(name).getMethod("getUnsafe").invoke(null);
		}
		catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException
				| InvocationTargetException missing) {
			throw new ExceptionInInitializerError(missing);
		}
	}

}
