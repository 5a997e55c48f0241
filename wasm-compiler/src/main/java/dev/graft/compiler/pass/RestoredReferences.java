package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// Drops assignments that give a variable the reference that it holds already.
///
/// ```
///     v1 = v0                       v1 = v0
///     if (v1 != null) goto L0       if (v1 != null) goto L0
///     …                      ─▶     …
///   L0:                           L0:
///     v0 = v1
/// ```
///
/// Compilers write so what has turned out not to be null back to its local, as WebAssembly
/// knows of it by its type only. In a loop the local is then a variable that each round
/// assigns, and HotSpot pins what replaces it to the loop: nothing that is read from the
/// object, and no check of it, leaves the loop any more.
public final class RestoredReferences {

	/// So many variables are known to hold what others hold.
	private static final int MOST_KNOWN = 16;

	private final Body body;

	/// What is known where jumps to a label come from.
	private final Map<Label, Map<Variable, Integer>> arrivals = new HashMap<>();

	/// Labels where control comes in by ways that are looked at later, or not at all.
	private final Set<Label> unknown = new HashSet<>();

	/// For variables that have been copied, a number that is the same for those that hold
	/// the same; null where control does not come.
	private @Nullable Map<Variable, Integer> known = new LinkedHashMap<>();

	private int values;

	private RestoredReferences(Body body) {
		this.body = body;
	}

	/// Drops them from a body.
	public static void drop(Body body) {
		if (body.statements().stream().filter(RestoredReferences::isCopy).limit(2).count() == 2) {
			new RestoredReferences(body).drop();
		}
	}

	private static boolean isCopy(Statement statement) {
		return statement instanceof Assign assign && assign.variable().kind() == Kind.REFERENCE
				&& assign.value() instanceof Read;
	}

	private void drop() {
		findUnknown();
		List<Statement> statements = this.body.statements();
		List<Statement> kept = new ArrayList<>(statements.size());
		for (Statement statement : statements) {
			if (!restores(statement)) {
				kept.add(statement);
				follow(statement);
			}
		}
		statements.clear();
		statements.addAll(kept);
	}

	private void findUnknown() {
		Set<Label> passed = new HashSet<>();
		for (Statement statement : this.body.statements()) {
			if (statement instanceof Mark mark) {
				passed.add(mark.label());
			}
			else if (statement instanceof Enter enter && enter.region().isHandled()) {
				this.unknown.add(enter.region().handler());
			}
			statement.forEachTarget((target) -> {
				if (passed.contains(target)) {
					this.unknown.add(target);
				}
			});
		}
	}

	private boolean restores(Statement statement) {
		if (this.known == null || !isCopy(statement)) {
			return false;
		}
		Assign assign = (Assign) statement;
		Integer held = this.known.get(assign.variable());
		return held != null && held.equals(this.known.get(((Read) assign.value()).variable()));
	}

	// Goes on behind a statement.
	private void follow(Statement statement) {
		if (statement instanceof Mark mark) {
			arrive(mark.label());
		}
		Map<Variable, Integer> here = this.known;
		if (here == null) {
			return;
		}
		if (statement instanceof Assign assign && assign.variable().kind() == Kind.REFERENCE) {
			here.remove(assign.variable());
			if (assign.value() instanceof Read read) {
				here.put(assign.variable(), here.computeIfAbsent(read.variable(), (any) -> this.values++));
				forget(here);
			}
		}
		statement.forEachTarget((target) -> this.arrivals.merge(target, new LinkedHashMap<>(here), this::both));
		if (statement.endsLine()) {
			this.known = null;
		}
	}

	private static void forget(Map<Variable, Integer> known) {
		while (known.size() > MOST_KNOWN) {
			known.remove(known.keySet().iterator().next());
		}
	}

	private void arrive(Label label) {
		Map<Variable, Integer> jumped = this.arrivals.remove(label);
		if (this.unknown.contains(label)) {
			this.known = new LinkedHashMap<>();
		}
		else if (this.known == null) {
			this.known = (jumped != null) ? new LinkedHashMap<>(jumped) : new LinkedHashMap<>();
		}
		else if (jumped != null) {
			this.known = both(this.known, jumped);
		}
	}

	// What holds whichever way control has come.
	private Map<Variable, Integer> both(Map<Variable, Integer> one, Map<Variable, Integer> other) {
		Map<Pair, Integer> held = new HashMap<>();
		Map<Variable, Integer> known = new LinkedHashMap<>();
		one.forEach((variable, first) -> {
			Integer second = other.get(variable);
			if (second != null) {
				known.put(variable, held.computeIfAbsent(new Pair(first, second), (any) -> this.values++));
			}
		});
		return known;
	}

	/// What a variable holds on either of two ways.
	private record Pair(int one, int other) {
	}

}
