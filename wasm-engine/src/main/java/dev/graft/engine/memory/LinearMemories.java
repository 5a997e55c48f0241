package dev.graft.engine.memory;

import java.lang.ref.Cleaner;
import java.util.List;

import dev.graft.artifact.module.MemoryImage;
import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.engine.abi.GrowthLimiter;
import dev.graft.engine.abi.LinearMemory;
import org.jspecify.annotations.Nullable;

/// Makes linear memories and keeps the accounts of them. There is one for each engine;
/// thread-safe.
///
/// A memory reserves as much address space as it can ever need: the smallest of its
/// declared maximum, the configured limit, and what 32 bits can address. With 64-bit
/// addresses it is at most 256 GiB, unless the memory begins larger, and less if the
/// system has less. Growing beyond the reservation fails, as the specification allows.
public final class LinearMemories {

	/// What a memory with 32-bit addresses can have at most.
	private static final long ADDRESSABLE_BYTES = 1L << 32;

	/// More than the address space of a process.
	private static final long PROCESS_BYTES = 1L << 47;

	/// What is reserved at most for a memory with 64-bit addresses that begins smaller:
	/// there is room for five hundred of them.
	private static final long LARGEST_WISH_BYTES = 1L << 38;

	static final Cleaner CLEANER = Cleaner.create();

	private final AddressSpace addressSpace;

	private final SlotPool pool;

	/// Memories in the best address space that this platform has. No slots are kept.
	public LinearMemories() {
		this(SlotLimits.NONE_KEPT);
	}

	/// Memories in the best address space that this platform has.
	/// @param limits how much they may take together
	public LinearMemories(SlotLimits limits) {
		this(AddressSpace.ofThisPlatform(), limits);
	}

	/// Memories in an address space.
	/// @param limits how much they may take together
	public LinearMemories(AddressSpace addressSpace, SlotLimits limits) {
		this.addressSpace = addressSpace;
		this.pool = new SlotPool(limits);
	}

	/// Prepares a module's images for instances in these memories.
	public MemoryImageSource image(ImageBytes bytes) {
		return this.addressSpace.image(bytes);
	}

	/// Prepares a memory of a module.
	/// @param images what of the source belongs into it
	/// @param source the module's image; null if there are no images
	public MemoryTemplate template(ExternalType.Memory type, List<MemoryImage> images,
			@Nullable MemoryImageSource source) {
		MemoryTemplate template = MemoryTemplate.ofModule(type, images, source,
				this.pool.keepsSlots() && !type.shared());
		WarmSlots warm = template.warm();
		if (warm != null) {
			SlotPool pool = this.pool;
			pool.add(warm);
			CLEANER.register(template, () -> pool.remove(warm));
		}
		return template;
	}

	/// A memory that holds what its template says.
	/// @param limitBytes the configured limit for a memory
	/// @param limiter is asked before the memory grows
	/// @throws AddressSpaceExhaustedException if the system refuses
	/// @throws dev.graft.engine.trap.PoolExhaustedException if there are too many
	/// memories for too long
	/// @throws IllegalArgumentException if the minimum is above the limit, which the
	/// caller should have found
	public OwnedMemory allocate(MemoryTemplate template, long limitBytes, GrowthLimiter limiter) {
		ExternalType.Memory type = template.type();
		if (type.minimumBytes() > limitBytes) {
			throw new IllegalArgumentException("%d initial pages are more than the limit of %,d bytes"
				.formatted(type.limits().minimum(), limitBytes));
		}
		long usable = usableBytes(type, limitBytes);
		Slot slot = this.pool.take(template, reservationBytes(usable), (bytes) -> makeSlot(template, bytes));
		slot.begin(type.minimumBytes(), limiter);
		LinearMemory memory = new LinearMemory(slot.place(), type, Math.min(usable, slot.bytes()), slot);
		return type.shared() ? sharedMemory(memory, slot, template)
				: new OwnedMemory(memory, slot, template, this.pool, null);
	}

	// Nobody knows who will be the last to use it.
	private OwnedMemory sharedMemory(LinearMemory memory, Slot slot, MemoryTemplate template) {
		SlotPool pool = this.pool;
		return new OwnedMemory(memory, slot, template, pool, CLEANER.register(memory, () -> pool.discard(slot)));
	}

	private Slot makeSlot(MemoryTemplate template, long bytes) {
		Reservation reservation = reserve(template.type(), bytes);
		try {
			return Slot.make(this.addressSpace, reservation, template.contents());
		}
		catch (RuntimeException | Error failure) {
			reservation.release();
			throw failure;
		}
	}

	// What a memory with 64-bit addresses can need is a wish; if the system has less, so
	// be it.
	private Reservation reserve(ExternalType.Memory type, long wantedBytes) {
		long least = reservationBytes(type.minimumBytes());
		long bytes = wantedBytes;
		if (least > PROCESS_BYTES) {
			throw new AddressSpaceExhaustedException(least, "no process has that much", null);
		}
		while (true) {
			try {
				return this.addressSpace.reserve(bytes);
			}
			catch (AddressSpaceExhaustedException refused) {
				if (type.addressType() == AddressType.I32 || bytes == least) {
					throw refused;
				}
				bytes = Math.max(least, reservationBytes(bytes / 2));
			}
		}
	}

	/// How many bytes of address space are reserved.
	public long reservedBytes() {
		return statistics().reservedBytes();
	}

	/// What the memories take and have taken.
	public SlotStatistics statistics() {
		return this.pool.statistics();
	}

	/// Gives back what nobody uses, and keeps nothing any more.
	public void close() {
		this.pool.close();
	}

	/// The largest size that a memory can ever have.
	static long usableBytes(ExternalType.Memory type, long limitBytes) {
		long most = Math.min(type.bytes(type.maximumPages()), limitBytes);
		return Math.min(most, (type.addressType() == AddressType.I32) ? ADDRESSABLE_BYTES
				: Math.max(type.minimumBytes(), LARGEST_WISH_BYTES));
	}

	/// What to reserve for a size. At least one page, as a range of no bytes cannot be
	/// reserved.
	static long reservationBytes(long bytes) {
		long atMost = Math.min(bytes, Long.MAX_VALUE - LinearMemory.PAGE_BYTES);
		return Math.max(1, Math.ceilDiv(atMost, LinearMemory.PAGE_BYTES)) * LinearMemory.PAGE_BYTES;
	}

}
