package dev.graft.engine.instance;

import dev.graft.engine.abi.TagInstance;
import dev.graft.engine.link.CanonicalType;

import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import dev.graft.engine.abi.DoubleCell;
import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.abi.FloatCell;
import dev.graft.engine.abi.GlobalCell;
import dev.graft.engine.abi.IntCell;
import dev.graft.engine.abi.LongCell;
import dev.graft.engine.abi.ReferenceCell;
import dev.graft.engine.abi.TableInstance;
import dev.graft.engine.abi.VectorCell;
import dev.graft.engine.limits.Budget.Overrun;
import dev.graft.engine.link.ExternalInstance;
import dev.graft.engine.memory.LinearMemories;
import dev.graft.engine.memory.MemoryTemplate;
import dev.graft.engine.memory.OwnedMemory;
import org.jspecify.annotations.Nullable;

/// Makes memories, tables and globals in a store, within its budget.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/modules.html#allocation">Execution,
/// Modules, "Allocation"</a>
public final class Allocation {

	private Allocation() {
	}

	/// A memory of a store.
	/// @throws OverrunException if the budget does not allow it
	public static OwnedMemory memory(StoreState store, MemoryTemplate template) {
		long bytes = template.type().minimumBytes();
		check(store.budget().addMemory(0, bytes));
		try {
			OwnedMemory memory = store.allocator()
				.allocate(template, store.budget().largestMemoryBytes(bytes), store.budget().memoryLimiter());
			store.add(memory);
			return memory;
		}
		catch (RuntimeException | Error failure) {
			store.budget().addMemory(bytes, 0);
			throw failure;
		}
	}

	/// What others can import of a memory that lives in a store.
	public static ExternalInstance.Memory external(OwnedMemory memory, ExternalType.Memory type,
			ExecutionContext home) {
		return type.shared() ? ExternalInstance.Memory.shared(memory, type)
				: new ExternalInstance.Memory(memory.memory(), type, home, null);
	}

	/// A memory of no store, filled with zeros.
	/// @param limitBytes the most that it may grow to
	/// @throws OverrunException if it begins larger than that
	public static OwnedMemory sharedMemory(LinearMemories allocator, ExternalType.Memory type, long limitBytes) {
		if (type.minimumBytes() > limitBytes) {
			throw new OverrunException(new Overrun("memoryBytes", limitBytes, type.minimumBytes()));
		}
		return allocator.allocate(MemoryTemplate.zeros(type), limitBytes, (current, desired) -> desired <= limitBytes);
	}

	/// A table.
	/// @param initial what its elements are at first
	/// @throws OverrunException if the budget does not allow it
	public static TableInstance table(StoreState store, ExternalType.Table type, @Nullable Object initial) {
		long size = saturated(type.limits().minimum());
		check(store.budget().addTableElements(0, size));
		if (size > Integer.MAX_VALUE) {
			throw new OverrunException(new Overrun("tableElements", Integer.MAX_VALUE, size));
		}
		long maximum = saturated(type.limits().maximum().orElse(Long.MAX_VALUE));
		return new TableInstance(Math.toIntExact(size), maximum, initial, store.budget().tableLimiter());
	}

	// Limits are unsigned.
	private static long saturated(long limit) {
		return (limit < 0) ? Long.MAX_VALUE : limit;
	}

	/// A global that is zero or null.
	public static ExternalInstance.Global global(StoreState store, ExternalType.Global type) {
		return new ExternalInstance.Global(cell(type.valueType()), type, store.context());
	}

	/// A tag that is different from all others.
	/// @param type its type
	public static ExternalInstance.Tag tag(StoreState store, CanonicalType type) {
		return new ExternalInstance.Tag(new TagInstance(type, store.context()));
	}

	/// A cell that is zero or null.
	static GlobalCell cell(ValueType type) {
		return switch (type) {
			case NumberType number -> switch (number) {
				case I32 -> new IntCell(0);
				case I64 -> new LongCell(0);
				case F32 -> new FloatCell(0);
				case F64 -> new DoubleCell(0);
			};
			case VectorType vector -> new VectorCell(0, 0);
			case ReferenceType reference -> new ReferenceCell(null);
		};
	}

	static void check(@Nullable Overrun overrun) {
		if (overrun != null) {
			throw new OverrunException(overrun);
		}
	}

}
