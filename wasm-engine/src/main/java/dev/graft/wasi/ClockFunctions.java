package dev.graft.wasi;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.graft.engine.Caller;
import org.jspecify.annotations.Nullable;

/// Clocks, and waiting for them.
///
/// @see <a
/// href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#-clock_res_get">clock_res_get</a>
/// @see <a
/// href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#-poll_oneoff">poll_oneoff</a>
final class ClockFunctions extends WasiFunctions {

	private static final int REALTIME = 0;

	private static final int MONOTONIC = 1;

	private static final int THREAD_CPU_TIME = 3;

	ClockFunctions(WasiConfig defaults) {
		super(defaults);
	}

	int clockResGet(Caller caller, int clock, int resolution) {
		if (clock(context(caller), clock) == null) {
			return unknown(clock).code();
		}
		Guest.of(caller).writeLong(resolution, 1);
		return Errno.SUCCESS.code();
	}

	int clockTimeGet(Caller caller, int clock, long precision, int time) {
		WasiClock known = clock(context(caller), clock);
		if (known == null) {
			return unknown(clock).code();
		}
		Guest.of(caller).writeLong(time, known.nanoseconds());
		return Errno.SUCCESS.code();
	}

	static @Nullable WasiClock clock(WasiContext context, int clock) {
		return switch (clock) {
			case REALTIME -> context.wallClock();
			case MONOTONIC -> context.monotonicClock();
			default -> null;
		};
	}

	// The clocks of processes and threads exist, but not here.
	static Errno unknown(int clock) {
		return (clock > MONOTONIC && clock <= THREAD_CPU_TIME) ? Errno.BADF : Errno.INVAL;
	}

	/// Waits until a clock has reached its time. Standard streams are always ready:
	/// reading and writing them blocks as long as it must.
	int pollOneoff(Caller caller, int subscriptions, int events, int count, int eventCount)
			throws InterruptedException {
		if (count == 0) {
			return Errno.INVAL.code();
		}
		Guest guest = Guest.of(caller);
		guest.check(Integer.toUnsignedLong(subscriptions), Integer.toUnsignedLong(count) * Subscription.BYTES);
		guest.check(Integer.toUnsignedLong(events), Integer.toUnsignedLong(count) * Subscription.EVENT_BYTES);
		List<Subscription> all = new ArrayList<>();
		for (int index = 0; index < count; index++) {
			all.add(Subscription.read(guest, subscriptions + index * Subscription.BYTES, context(caller)));
		}
		long wait = Math.max(0, all.stream().mapToLong(Subscription::waitNanos).min().orElse(0));
		if (wait > 0) {
			TimeUnit.NANOSECONDS.sleep(wait);
		}
		List<Subscription> ready = all.stream().filter((subscription) -> subscription.waitNanos() <= wait).toList();
		for (int index = 0; index < ready.size(); index++) {
			ready.get(index).writeEvent(guest, events + index * Subscription.EVENT_BYTES);
		}
		guest.writeInt(eventCount, ready.size());
		return Errno.SUCCESS.code();
	}

}
