package dev.graft.spring.host;

import java.util.Objects;

import dev.graft.engine.Caller;
import dev.graft.engine.Func;
import dev.graft.engine.Memory;
import dev.graft.spring.canonical.CanonicalAbiException;
import dev.graft.spring.canonical.GuestMemory;
import org.jspecify.annotations.Nullable;

/// The memory of the plugin that calls a host function: what it exports as `memory` and
/// `cabi_realloc`, looked up only if needed.
final class CallerMemory implements GuestMemory {

	private final Caller caller;

	private @Nullable Memory memory;

	CallerMemory(Caller caller) {
		this.caller = caller;
	}

	private Memory memory() {
		Memory known = this.memory;
		if (known == null) {
			known = this.caller.memory();
			this.memory = known;
		}
		return known;
	}

	@Override
	public long size() {
		return memory().sizeBytes();
	}

	@Override
	public byte[] read(long address, int length) {
		return memory().read(address, length);
	}

	@Override
	public void write(long address, byte[] bytes) {
		memory().write(address, bytes);
	}

	@Override
	public long allocate(int alignment, int length) {
		Func realloc = this.caller.export(ALLOCATOR)
			.filter(Func.class::isInstance)
			.map(Func.class::cast)
			.orElseThrow(() -> new CanonicalAbiException(
					"a host function returns text or bytes, for which the plugin must export " + ALLOCATOR));
		Object address = Objects.requireNonNull(realloc.call(0, 0, alignment, length)[0]);
		return Integer.toUnsignedLong((Integer) address);
	}

}
