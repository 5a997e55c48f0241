package dev.graft.compiler.emit;

import java.util.BitSet;

import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.pass.SlotAllocation;
import org.jspecify.annotations.Nullable;

/// Which slots have certainly been assigned at a point of the code. That, and the kind
/// that each slot has for good, is the frame that the verifier wants to see at labels.
///
/// Frames made of what is assigned change less from label to label than frames made of
/// what is live, so most of them take one byte in the class file.
final class FrameState {

	private final SlotAllocation slots;

	private final BitSet assigned;

	FrameState(SlotAllocation slots) {
		this(slots, new BitSet(slots.count()));
	}

	private FrameState(SlotAllocation slots, BitSet assigned) {
		this.slots = slots;
		this.assigned = assigned;
	}

	FrameState copy() {
		return new FrameState(this.slots, (BitSet) this.assigned.clone());
	}

	void assign(int slot) {
		this.assigned.set(slot);
	}

	/// Keeps what has been assigned on both ways.
	void meet(FrameState other) {
		this.assigned.and(other.assigned);
	}

	/// Whether all that the other one has assigned is assigned here.
	boolean covers(FrameState other) {
		BitSet missing = (BitSet) other.assigned.clone();
		missing.andNot(this.assigned);
		return missing.isEmpty();
	}

	/// How many slots have to be told.
	int size() {
		return this.assigned.length();
	}

	/// What the slots hold, null for nothing of use.
	@Nullable Kind[] kinds() {
		@Nullable Kind[] kinds = new @Nullable Kind[size()];
		for (int slot = this.assigned.nextSetBit(0); slot >= 0; slot = this.assigned.nextSetBit(slot + 1)) {
			kinds[slot] = this.slots.kind(slot);
		}
		return kinds;
	}

}
