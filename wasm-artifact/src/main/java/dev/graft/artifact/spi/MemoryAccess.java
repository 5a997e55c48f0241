package dev.graft.artifact.spi;

/// By which means generated code loads from linear memories and stores there. What it
/// checks before is the same.
public enum MemoryAccess {

	/// `java.lang.foreign`, which every Java process has.
	FOREIGN,

	/// `jdk.internal.misc.Unsafe`, which a process has to be started for:
	/// `--add-exports java.base/jdk.internal.misc=ALL-UNNAMED`. It leaves the JIT
	/// compilers less to do.
	RAW

}
