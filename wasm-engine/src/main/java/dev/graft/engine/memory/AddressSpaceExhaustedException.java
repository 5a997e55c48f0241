package dev.graft.engine.memory;

import dev.graft.engine.trap.WasmException;
import org.jspecify.annotations.Nullable;

/// The operating system did not give the address space for a linear memory.
public final class AddressSpaceExhaustedException extends WasmException {

	private static final long serialVersionUID = 1L;

	/// The system refused.
	/// @param bytes how much was asked for
	/// @param reason what the system said
	public AddressSpaceExhaustedException(long bytes, String reason, @Nullable Throwable cause) {
		super("cannot reserve %,d bytes of address space for a linear memory: %s; ".formatted(bytes, reason)
				+ "lower the memory limit, close stores that are no longer used, or look at the limits of the process: "
				+ "'ulimit -v', sysctl vm.max_map_count (every memory takes two to four mappings) and "
				+ "vm.overcommit_memory (2 counts reserved space as used)", cause);
	}

}
