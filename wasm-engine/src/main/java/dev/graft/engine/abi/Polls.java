package dev.graft.engine.abi;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// Whether the code of a module looks for requests to interrupt calls.
///
/// At loop headers and function entries generated code compares the target of its
/// module's site with [#OFF], and calls [InterruptOps#poll] if it is another one. HotSpot
/// takes the target of a site that it knows for a constant, so while polls are off
/// nothing of this is left in compiled code. Turning them on invalidates that code:
/// threads leave it at their next safepoint.
///
/// ```
///     undecided (on) ──loops have safepoints──▶ off ──somebody is to be stopped──▶ demanded (on)
/// ```
///
/// They stay on then, so that no guest can have code compiled again and again.
///
/// RATIONALE, "Why does compiled code not look whether it is to stop?".
public final class Polls {

	/// What the site of a module leads to whose code does not look.
	public static final MethodHandle OFF = MethodHandles.constant(boolean.class, false);

	/// What a site leads to: `(MutableCallSite)MethodHandle`. In a method of some 8,000
	/// bytes HotSpot's C2 does not inline `getTarget`, but it does what is called by a
	/// method handle. That must not be more than `getTarget`: from 7 bytes on C2 asks how
	/// often it was called from within the handle, which is a matter of luck.
	public static final MethodHandle TARGET = targetHandle();

	private static final MethodHandle ON = MethodHandles.constant(boolean.class, true);

	/// Those that were made before it was known whether polls can be off; null
	/// afterwards.
	private static @Nullable List<Polls> undecided = new ArrayList<>();

	private static boolean canBeOff;

	private final MutableCallSite site = new MutableCallSite(ON);

	private final MutableCallSite[] sites = { this.site };

	private volatile boolean demanded;

	static {
		LoopSafepoints.ask(Polls::decide);
	}

	private static MethodHandle targetHandle() {
		try {
			return MethodHandles.publicLookup()
				.findVirtual(MutableCallSite.class, "getTarget", MethodType.methodType(MethodHandle.class));
		}
		catch (ReflectiveOperationException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/// Calls the handle, so that what its type needs is made.
	@EngineSide
	@SuppressWarnings("ReferenceEquality")
	static void prepare() {
		try {
			MethodHandle target = (MethodHandle) TARGET.invokeExact(new MutableCallSite(OFF));
			if (target != OFF) {
				throw new IllegalStateException("polls are on that were never turned on");
			}
		}
		catch (Throwable impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/// The polls of a module.
	@EngineSide
	public Polls() {
		if (isOffFromTheBeginning(this)) {
			this.site.setTarget(OFF);
		}
	}

	private static synchronized boolean isOffFromTheBeginning(Polls made) {
		if (undecided != null) {
			undecided.add(made);
		}
		return canBeOff;
	}

	private static synchronized void decide(boolean loopsHaveSafepoints) {
		List<Polls> waiting = Objects.requireNonNull(undecided);
		undecided = null;
		canBeOff = loopsHaveSafepoints;
		if (loopsHaveSafepoints) {
			waiting.forEach(Polls::turnOff);
		}
	}

	private synchronized void turnOff() {
		if (!this.demanded) {
			this.site.setTarget(OFF);
			MutableCallSite.syncAll(this.sites);
		}
	}

	/// Lets code look from now on. Returns when no thread executes code that does not,
	/// except for what is left of it up to its next safepoint.
	@EngineSide
	public void demand() {
		if (!this.demanded) {
			turnOn();
		}
	}

	// Who has waited for another one to do it need not have code invalidated again.
	private synchronized void turnOn() {
		if (!this.demanded) {
			this.site.setTarget(ON);
			MutableCallSite.syncAll(this.sites);
			this.demanded = true;
		}
	}

	/// The site of the module that a class belongs to.
	@EngineSide
	public static MutableCallSite site(Class<?> member) {
		if (member.getClassLoader() instanceof Owner owner) {
			return owner.polls().site;
		}
		throw new IllegalArgumentException(member + " belongs to no module");
	}

	/// Who loads the classes of a module.
	@EngineSide
	public interface Owner {

		/// The module's polls.
		Polls polls();

	}

}
