package dev.graft.compiler.segment;

import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.NumberType;
import dev.graft.compiler.model.ConstantExpression;
import dev.graft.compiler.model.ConstantExpression.Form;
import dev.graft.compiler.model.DataDefinition;
import dev.graft.compiler.model.ElementDefinition;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.model.SegmentMode;

/// What is known before a module is instantiated about what its active segments will do.
final class InitializationFacts {

	/*
	 * Instantiation goes through the active segments in order, element segments first,
	 * and stops with a trap at the first one that is out of bounds; what has been written
	 * until then stays. A memory that begins with everything in it differs from that only
	 * if somebody can look at it after a trap. An instance that failed is gone, except
	 * for functions that it has put into a table of somebody else. So: no images if
	 * initialization may trap and functions may get out.
	 */

	private static final long UNKNOWN = -1;

	private final ModuleModel module;

	private final boolean observableTrap;

	InitializationFacts(ModuleModel module) {
		this.module = module;
		this.observableTrap = mayLeakFunctions() && mayTrap();
	}

	/// Whether everything that active data segments write to a memory is known and
	/// certain to be written.
	boolean isPredictable(int memory) {
		return !this.observableTrap && memory >= this.module.importedCount(ExternalKind.MEMORY)
				&& this.module.data()
					.stream()
					.filter((segment) -> activeMemory(segment) == memory)
					.allMatch(this::isInBounds);
	}

	private boolean mayLeakFunctions() {
		int imported = this.module.importedCount(ExternalKind.TABLE);
		return this.module.elements()
			.stream()
			.anyMatch((segment) -> segment.mode() instanceof SegmentMode.Active active && active.index() < imported);
	}

	private boolean mayTrap() {
		return !this.module.elements().stream().allMatch(this::isInBounds)
				|| !this.module.data().stream().allMatch(this::isInBounds);
	}

	/// Whether a segment is not active or fits into the smallest table that it can meet.
	private boolean isInBounds(ElementDefinition segment) {
		if (!(segment.mode() instanceof SegmentMode.Active active)) {
			return true;
		}
		long minimum = this.module.tableTypes().get(active.index()).limits().minimum();
		return fits(constant(active.offset()), segment.items().count(), minimum);
	}

	/// Whether a segment is not active or fits into the smallest memory that it can meet.
	private boolean isInBounds(DataDefinition segment) {
		if (!(segment.mode() instanceof SegmentMode.Active active)) {
			return true;
		}
		ExternalType.Memory type = this.module.memoryTypes().get(active.index());
		return fits(constant(active.offset()), segment.length(), type.minimumBytes());
	}

	private static boolean fits(long offset, long length, long size) {
		return offset != UNKNOWN && offset <= size - length;
	}

	/// The memory that an active segment is written to, `-1` for other segments.
	static int activeMemory(DataDefinition segment) {
		return (segment.mode() instanceof SegmentMode.Active active) ? active.index() : -1;
	}

	/// The offset of an active segment that is predictable.
	static long constantOffset(DataDefinition segment) {
		return (segment.mode() instanceof SegmentMode.Active active) ? constant(active.offset()) : UNKNOWN;
	}

	/// The unsigned number that an expression is, or [#UNKNOWN]; addresses beyond 2^63
	/// count as unknown.
	private static long constant(ConstantExpression expression) {
		if (!(expression.form() instanceof Form.NumberValue number)) {
			return UNKNOWN;
		}
		long bits = (number.type() == NumberType.I32) ? number.bits() & 0xFFFFFFFFL : number.bits();
		return Math.max(bits, UNKNOWN);
	}

}
