package dev.graft.compiler.emit;

import java.util.BitSet;

import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.pass.SlotAllocation;
import org.jspecify.annotations.Nullable;

/// Which slots have certainly been assigned at a point of the code. That, and the kind
/// that each slot has for good, is the frame that the verifier wants to see at labels.
///
/// Frames made of what is assigned change less from label to label than frames made of
/// what is live, so most of them take one byte in the class file. For the same reason
/// copies share what they hold until one of them changes: a body has a state for each
/// label that is jumped to, and a body of thousands of variables a few different ones.
final class FrameState {

	private final SlotAllocation slots;

	private final Told told;

	private BitSet assigned;

	/// Whether others may hold the same set, which does not change from then on.
	private boolean shared;

	FrameState(SlotAllocation slots) {
		this(slots, new Told(), new BitSet(slots.count()), false);
	}

	private FrameState(SlotAllocation slots, Told told, BitSet assigned, boolean shared) {
		this.slots = slots;
		this.told = told;
		this.assigned = assigned;
		this.shared = shared;
	}

	FrameState copy() {
		this.shared = true;
		return new FrameState(this.slots, this.told, this.assigned, true);
	}

	/// The state in which nothing has been assigned.
	FrameState ofNothing() {
		return new FrameState(this.slots, this.told, new BitSet(this.slots.count()), false);
	}

	void assign(int slot) {
		if (!this.assigned.get(slot)) {
			own();
			this.assigned.set(slot);
		}
	}

	/// Keeps what has been assigned on both ways.
	void meet(FrameState other) {
		if (!other.covers(this)) {
			own();
			this.assigned.and(other.assigned);
		}
	}

	private void own() {
		if (this.shared) {
			this.assigned = (BitSet) this.assigned.clone();
			this.shared = false;
		}
	}

	/// Whether all that the other one has assigned is assigned here.
	boolean covers(FrameState other) {
		if (isSame(this.assigned, other.assigned)) {
			return true;
		}
		BitSet missing = (BitSet) other.assigned.clone();
		missing.andNot(this.assigned);
		return missing.isEmpty();
	}

	/// How many slots have to be told.
	int size() {
		return this.assigned.length();
	}

	/// What the slots hold, null for nothing of use. To be read only: the next label may
	/// have the same frame.
	@Nullable Kind[] kinds() {
		if (!isSame(this.told.of, this.assigned)) {
			this.shared = true;
			this.told.of = this.assigned;
			this.told.kinds = newKinds();
		}
		return this.told.kinds;
	}

	// Sets that are shared are the same object; equal ones are not looked for.
	@SuppressWarnings("ReferenceEquality")
	private static boolean isSame(@Nullable BitSet one, BitSet other) {
		return one == other;
	}

	private @Nullable Kind[] newKinds() {
		@Nullable Kind[] kinds = new @Nullable Kind[size()];
		for (int slot = this.assigned.nextSetBit(0); slot >= 0; slot = this.assigned.nextSetBit(slot + 1)) {
			kinds[slot] = this.slots.kind(slot);
		}
		return kinds;
	}

	/// The last frame that has been told.
	private static final class Told {

		private @Nullable BitSet of;

		private @Nullable Kind[] kinds = new @Nullable Kind[0];

	}

}
