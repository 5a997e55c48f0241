package dev.graft.compiler.pass;

import java.util.List;

import dev.graft.artifact.type.ExternalType;
import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Check;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Store;

/// Leaves out checks of accesses that are never beyond what the memory begins with, as it
/// does not shrink: those of a table at a constant place by a byte, by 16 bits, or by
/// something behind a mask.
///
/// ```
///     v1 = load8_u v0                         v1 = load8_u v0           v1: up to 255
///     v2 = load +1024 (v1 << 2)       ─▶      v2 = load unchecked …     up to 1024 + 1024
/// ```
///
/// Only addresses of 32 bits are looked at.
public final class LimitedAddresses {

	private final List<ExternalType.Memory> memories;

	private final UnsignedLimits limits;

	private LimitedAddresses(List<ExternalType.Memory> memories, UnsignedLimits limits) {
		this.memories = memories;
		this.limits = limits;
	}

	/// Leaves out checks in a body.
	/// @param body the body; memory accesses have been planned
	/// @param memories the memories of the module
	public static void apply(Body body, List<ExternalType.Memory> memories) {
		boolean accesses = body.statements()
			.stream()
			.anyMatch((statement) -> (statement.effects() & Effects.READS_SIZE) != 0);
		if (accesses) {
			body.statements().replaceAll(new LimitedAddresses(memories, UnsignedLimits.of(body))::rewrite);
		}
	}

	private Statement rewrite(Statement statement) {
		if ((statement.effects() & Effects.READS_SIZE) == 0) {
			return statement;
		}
		Statement mapped = statement.map(this::rewrite);
		return (mapped instanceof Store store && isBelowMinimum(store.access(), store.address()))
				? new Store(store.access().checkedBy(Check.ByOther.BEFORE), store.address(), store.value()) : mapped;
	}

	private Expression rewrite(Expression tree) {
		if ((tree.effects() & Effects.READS_SIZE) == 0) {
			return tree;
		}
		Expression mapped = tree.map(this::rewrite);
		return (mapped instanceof Load load && isBelowMinimum(load.access(), load.operand(0)))
				? new Load(load.access().checkedBy(Check.ByOther.BEFORE), load.operand(0)) : mapped;
	}

	// An access at a constant is emitted without a check by itself.
	private boolean isBelowMinimum(Access access, Expression address) {
		if (!access.checks() || address.kind() != Kind.INT || address instanceof Constant) {
			return false;
		}
		long room = this.memories.get(access.memoryIndex()).minimumBytes() - access.end();
		return this.limits.most(address) <= room;
	}

}
