package dev.graft.wasi;

/// Something that a program waits for.
///
/// ```
///   subscription   0 userdata:u64   8 tag:u8   16 clock:u32       24 timeout:u64   32 precision:u64   40 flags:u16
///                                              16 descriptor:u32
///   event          0 userdata:u64   8 errno:u16   10 tag:u8   16 bytes:u64   24 flags:u16
/// ```
/// @param userData what to hand back
/// @param tag what kind of thing
/// @param error why it cannot be waited for
/// @param waitNanos how long to wait, seen from now
/// @see <a
/// href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#-subscription-record">subscription</a>
record Subscription(long userData, byte tag, Errno error, long waitNanos) {

	/// The size of a subscription.
	static final int BYTES = 48;

	/// The size of an event.
	static final int EVENT_BYTES = 32;

	private static final byte CLOCK = 0;

	private static final int TAG = 8;

	private static final int SUBJECT = 16;

	private static final int TIMEOUT = 24;

	private static final int FLAGS = 40;

	private static final int ABSOLUTE = 1;

	static Subscription read(Guest guest, int pointer, WasiContext context) {
		long userData = guest.readLong(pointer);
		byte tag = guest.readByte(pointer + TAG);
		int subject = guest.readInt(pointer + SUBJECT);
		if (tag != CLOCK) {
			// Standard streams are always ready: reading and writing them blocks as long
			// as it must.
			return new Subscription(userData, tag, (context.descriptor(subject) != null) ? Errno.SUCCESS : Errno.BADF,
					0);
		}
		WasiClock clock = ClockFunctions.clock(context, subject);
		if (clock == null) {
			return new Subscription(userData, tag, ClockFunctions.unknown(subject), 0);
		}
		long timeout = guest.readLong(pointer + TIMEOUT);
		boolean absolute = (guest.readShort(pointer + FLAGS) & ABSOLUTE) != 0;
		return new Subscription(userData, tag, Errno.SUCCESS, absolute ? until(timeout, clock) : clamped(timeout));
	}

	private static long until(long time, WasiClock clock) {
		return (time < 0) ? Long.MAX_VALUE : time - clock.nanoseconds();
	}

	// The timeout is unsigned; what has its highest bit set is further away than anybody
	// waits.
	private static long clamped(long timeout) {
		return (timeout < 0) ? Long.MAX_VALUE : timeout;
	}

	void writeEvent(Guest guest, int pointer) {
		guest.write(pointer, new byte[EVENT_BYTES]);
		guest.writeLong(pointer, this.userData);
		guest.writeShort(pointer + TAG, this.error.code());
		guest.writeByte(pointer + TAG + 2, this.tag);
	}

}
