package dev.graft.engine.memory;

import java.lang.ref.Cleaner;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

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

	private final Accounts accounts = new Accounts();

	/// Memories in the best address space that this platform has.
	public LinearMemories() {
		this(AddressSpace.ofThisPlatform());
	}

	/// Memories in an address space.
	public LinearMemories(AddressSpace addressSpace) {
		this.addressSpace = addressSpace;
	}

	/// Prepares a module's images for instances in these memories.
	public MemoryImageSource image(ImageBytes bytes) {
		return this.addressSpace.image(bytes);
	}

	/// A memory that is zero, apart from its images.
	/// @param type its type
	/// @param limitBytes the configured limit for a memory
	/// @param images what of the source belongs into this memory
	/// @param source the module's image; null if there are no images
	/// @param limiter is asked before the memory grows
	/// @throws AddressSpaceExhaustedException if the system refuses
	/// @throws IllegalArgumentException if the minimum is above the limit, which the
	/// caller should have found
	public OwnedMemory allocate(ExternalType.Memory type, long limitBytes, List<MemoryImage> images,
			@Nullable MemoryImageSource source, GrowthLimiter limiter) {
		if (type.minimumBytes() > limitBytes) {
			throw new IllegalArgumentException("%d initial pages are more than the limit of %,d bytes"
				.formatted(type.limits().minimum(), limitBytes));
		}
		long bytes = usableBytes(type, limitBytes);
		Reservation reservation = reserve(type, bytes);
		Release release = new Release(reservation, this.accounts, type.minimumBytes());
		LinearMemory memory = new LinearMemory(reservation.place(), type, Math.min(bytes, reservation.bytes()),
				release.accounting(limiter));
		OwnedMemory owned = new OwnedMemory(memory, CLEANER.register(memory, release));
		place(images, source, reservation);
		return owned;
	}

	// What a memory with 64-bit addresses can need is a wish; if the system has less, so
	// be it.
	private Reservation reserve(ExternalType.Memory type, long usableBytes) {
		long least = reservationBytes(type.minimumBytes());
		long bytes = reservationBytes(usableBytes);
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
		return this.accounts.reserved.get();
	}

	/// How many bytes the memories have together, whether touched or not.
	public long committedBytes() {
		return this.accounts.committed.get();
	}

	/// How many memories there are.
	public long count() {
		return this.accounts.count.get();
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

	private static void place(List<MemoryImage> images, @Nullable MemoryImageSource source, Reservation reservation) {
		if (source != null) {
			for (MemoryImage image : images) {
				source.place(image.sectionOffset(), reservation, image.memoryOffset(), image.length());
			}
		}
	}

	/// What all memories of an engine take together.
	private static final class Accounts {

		private final AtomicLong reserved = new AtomicLong();

		private final AtomicLong committed = new AtomicLong();

		private final AtomicLong count = new AtomicLong();

	}

	/// Gives a reservation back and takes it off the accounts. Refers to neither memory
	/// nor engine, so that it can be the action of a cleaner.
	private static final class Release implements Runnable {

		private final Reservation reservation;

		private final Accounts accounts;

		private final AtomicLong committed;

		Release(Reservation reservation, Accounts accounts, long initialBytes) {
			this.reservation = reservation;
			this.accounts = accounts;
			this.committed = new AtomicLong(initialBytes);
			accounts.count.incrementAndGet();
			accounts.reserved.addAndGet(reservation.bytes());
			accounts.committed.addAndGet(initialBytes);
		}

		/// The limiter, followed by the bookkeeping if it agrees.
		GrowthLimiter accounting(GrowthLimiter limiter) {
			return (current, desired) -> {
				boolean allowed = limiter.allows(current, desired);
				if (allowed) {
					this.committed.addAndGet(desired - current);
					this.accounts.committed.addAndGet(desired - current);
				}
				return allowed;
			};
		}

		@Override
		public void run() {
			this.reservation.release();
			this.accounts.count.decrementAndGet();
			this.accounts.reserved.addAndGet(-this.reservation.bytes());
			this.accounts.committed.addAndGet(-this.committed.get());
		}

	}

}
