package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.Mark;
import org.jspecify.annotations.Nullable;

/// Makes one label of those that stand at the same place, as the ends of nested blocks
/// do, and drops jumps to the next statement.
///
/// What is cut off a large body may be left in few ways only, and it does not matter by
/// which of several names.
public final class LabelMerging {

	private final Body body;

	/// What stands for a label; null for itself.
	private final @Nullable Label[] replacements;

	private LabelMerging(Body body) {
		this.body = body;
		this.replacements = new @Nullable Label[body.variables().labels()];
	}

	/// Merges the labels of a body.
	public static void merge(Body body) {
		LabelMerging merging = new LabelMerging(body);
		if (merging.findRuns()) {
			merging.rewrite();
		}
	}

	/// Headers of loops keep their labels: only these are jumped back to. So do handlers,
	/// which the borders of regions name.
	private boolean findRuns() {
		Set<Label> handlers = new HashSet<>();
		boolean found = false;
		@Nullable Label first = null;
		@Nullable Label jumpedTo = null;
		for (Statement statement : this.body.statements()) {
			if (statement instanceof Enter enter && enter.region().isHandled()) {
				handlers.add(enter.region().handler());
			}
			if (statement instanceof Mark mark && !mark.label().isLoop() && !handlers.contains(mark.label())) {
				found |= first != null || jumpedTo == mark.label();
				this.replacements[mark.label().number()] = first;
				first = (first != null) ? first : mark.label();
			}
			else {
				first = null;
			}
			jumpedTo = (statement instanceof Jump jump) ? jump.target() : (first != null) ? jumpedTo : null;
		}
		return found;
	}

	private void rewrite() {
		List<Statement> statements = this.body.statements();
		List<Statement> rewritten = new ArrayList<>(statements.size());
		for (Statement statement : statements) {
			if (statement instanceof Mark mark) {
				mark(mark, rewritten);
			}
			else {
				rewritten.add(statement.retargeted(this::of));
			}
		}
		statements.clear();
		statements.addAll(rewritten);
	}

	private void mark(Mark mark, List<Statement> rewritten) {
		if (of(mark.label()) != mark.label()) {
			return;
		}
		if (!rewritten.isEmpty() && rewritten.getLast() instanceof Jump jump && jump.target() == mark.label()) {
			rewritten.removeLast();
		}
		rewritten.add(mark);
	}

	private Label of(Label label) {
		Label replacement = this.replacements[label.number()];
		return (replacement != null) ? replacement : label;
	}

}
