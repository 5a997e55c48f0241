package dev.graft.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.WrongMethodTypeException;
import java.util.List;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.engine.abi.GuestException;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.diagnostics.TrapTranslation;
import dev.graft.engine.limits.CallWatch;
import dev.graft.engine.limits.GlobalFence;
import dev.graft.engine.link.HostException;
import dev.graft.engine.link.Results;
import dev.graft.engine.load.ForbiddenCodeException;
import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import dev.graft.engine.trap.WasmBacktrace;
import dev.graft.engine.trap.WasmFrame;
import org.jspecify.annotations.Nullable;

/// Where exceptions leave WebAssembly code for the host: raw ones become traps, those of
/// host functions become what they were.
final class HostBoundary {

	private HostBoundary() {
	}

	/// Initializes everything that takes part in leaving a call, before a guest can
	/// decide how deep the stack is then: a class whose initialization fails for want of
	/// stack is lost for good.
	static void prepare() {
		try {
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			for (Class<?> each : List.of(HostBoundary.class, HostException.class, Trap.class, TrapCode.class,
					WasmBacktrace.class, WasmFrame.class, Results.class, Values.class, Caller.class,
					StoreInUseException.class, StoreClosedException.class, StoreBias.class, CallWatch.class,
					ExnRef.class, ThrownException.class)) {
				lookup.ensureInitialized(each);
			}
			GlobalFence.execute();
			new TrapTranslation(1).translate(new StackOverflowError());
		}
		catch (IllegalAccessException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/// Throws what the host sees of an exception. To be called inside of the call that
	/// it ends.
	/// @param owner the instance whose function the host had called, null if it was a
	/// host function
	/// @return never; declared so that callers can write `throw`
	static RuntimeException surface(Throwable thrown, Store store, @Nullable ModuleInstance owner) {
		store.state().context().forgetTailCall();
		Throwable surfaced;
		try {
			surfaced = surfaced(thrown, store, owner);
			if (surfaced instanceof Trap trap && store.ownership().isOutermost()) {
				store.engine().events().trapped(module(owner), trap.code());
			}
		}
		catch (OutOfMemoryError full) {
			surfaced = store.engine().traps().heapIsFull();
		}
		throw HostBoundary.<RuntimeException>unchecked(surfaced);
	}

	private static Throwable surfaced(Throwable thrown, Store store, @Nullable ModuleInstance owner) {
		return switch (thrown) {
			case HostException host -> fromHost(host.thrown(), store);
			case GuestException uncaught ->
				new ThrownException(new ExnRef(store, uncaught), store.ownership().isOutermost());
			case LinkageError refused -> ForbiddenCodeException.unlinkable(nameOf(owner), refused);
			case RuntimeException failed when isOfTamperedCode(failed) -> new ForbiddenCodeException(nameOf(owner),
					"its code", "fails as compiled code never does: " + failed, failed);
			default -> store.engine().traps().translate(thrown).<Throwable>map((trap) -> trap).orElse(thrown);
		};
	}

	// HotSpot's verifier lets code fail in these ways, and the compiler makes none that
	// does.
	private static boolean isOfTamperedCode(RuntimeException failed) {
		return switch (failed) {
			case WrongMethodTypeException wrongSignature -> true;
			case ArrayStoreException unsuited -> isOfGeneratedCode(unsuited);
			case NegativeArraySizeException impossible -> isOfGeneratedCode(impossible);
			default -> false;
		};
	}

	private static boolean isOfGeneratedCode(RuntimeException failed) {
		StackTraceElement[] trace = failed.getStackTrace();
		return trace.length > 0 && trace[0].getClassName().startsWith(GeneratedNames.PACKAGE_PREFIX);
	}

	private static String nameOf(@Nullable ModuleInstance owner) {
		Module module = module(owner);
		return (module != null) ? "of " + module.name() : "of the host";
	}

	private static @Nullable Module module(@Nullable ModuleInstance owner) {
		return (owner != null && owner.embedder instanceof Instance instance) ? instance.module() : null;
	}

	// A host function that fails while its call is being interrupted most likely fails
	// because its thread was.
	private static Throwable fromHost(Throwable thrown, Store store) {
		return (store.ownership().isInterrupted() && !(thrown instanceof Trap))
				? store.engine().traps().here(store.state().context().interruptionCode(), "in a host function", thrown)
				: thrown;
	}

	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
		throw (T) thrown;
	}

}
