package dev.graft.compiler.pass;

import java.util.Arrays;
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
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Variable;

/// Leaves out checks of accesses that are never beyond what the memory begins with, as it
/// does not shrink: those of a table at a constant place by a byte, by 16 bits, or by
/// something behind a mask.
///
/// ```
///     v1 = load8_u v0                         v1 = load8_u v0           v1: up to 255
///     v2 = load +1024 (v1 << 2)       ─▶      v2 = load unchecked …     up to 1024 + 1024
/// ```
///
/// What a variable holds at most is the most of all that is ever assigned to it. Only
/// addresses of 32 bits are looked at.
public final class LimitedAddresses {

	/// How often it is looked through the body for what variables hold; after the first
	/// time all that does not depend on other variables is known.
	private static final int ROUNDS = 2;

	private final Body body;

	private final List<ExternalType.Memory> memories;

	private final long[] mosts;

	private final UnsignedLimits limits;

	private LimitedAddresses(Body body, List<ExternalType.Memory> memories) {
		this.body = body;
		this.memories = memories;
		this.mosts = new long[body.variables().size()];
		this.limits = new UnsignedLimits((variable) -> this.mosts[variable.index()]);
		Arrays.fill(this.mosts, UnsignedLimits.UNSIGNED_INT);
	}

	/// Leaves out checks in a body.
	/// @param body the body; memory accesses have been planned
	/// @param memories the memories of the module
	public static void apply(Body body, List<ExternalType.Memory> memories) {
		boolean accesses = body.statements()
			.stream()
			.anyMatch((statement) -> (statement.effects() & Effects.READS_SIZE) != 0);
		if (accesses) {
			LimitedAddresses addresses = new LimitedAddresses(body, memories);
			for (int round = 0; round < ROUNDS; round++) {
				addresses.findLimits();
			}
			body.statements().replaceAll(addresses::rewrite);
		}
	}

	// What was found before holds for each value, so what is found with it does, too.
	private void findLimits() {
		long[] found = new long[this.mosts.length];
		for (Variable parameter : this.body.parameters()) {
			found[parameter.index()] = UnsignedLimits.UNSIGNED_INT;
		}
		for (Statement statement : this.body.statements()) {
			if (statement instanceof Assign assign && assign.variable().kind() == Kind.INT) {
				int index = assign.variable().index();
				if (found[index] < UnsignedLimits.UNSIGNED_INT) {
					found[index] = Math.max(found[index], this.limits.most(assign.value()));
				}
			}
		}
		System.arraycopy(found, 0, this.mosts, 0, found.length);
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
