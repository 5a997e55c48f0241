package dev.graft.compiler.split;

import java.util.List;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// What the calls of pieces have in common that are cut out of a body at the same time, so
/// that what follows one of them looks like what follows another.
///
/// Those that are cut out later have their own: what is said here may be said in them.
final class Exits {

	private final Body body;

	private @Nullable Variable number;

	private @Nullable Variable returned;

	private @Nullable Label giveBack;

	Exits(Body body) {
		this.body = body;
	}

	/// Which exit a piece has taken.
	Variable number() {
		Variable variable = this.number;
		if (variable == null) {
			variable = this.body.variables().variable(Kind.INT);
			this.number = variable;
		}
		return variable;
	}

	/// What the function returns, if a piece has found that out; null if it returns
	/// nothing.
	@Nullable Variable returned() {
		if (this.returned == null && this.body.result() != Kind.VOID) {
			this.returned = this.body.variables().variable(this.body.result());
		}
		return this.returned;
	}

	/// Where it is returned.
	Label giveBack() {
		Label label = this.giveBack;
		if (label == null) {
			label = this.body.variables().label(false);
			this.giveBack = label;
		}
		return label;
	}

	/// Adds the place where the function returns, if somebody goes there.
	/// @param statements all statements of the body
	void place(List<Statement> statements) {
		if (this.giveBack != null) {
			statements.add(new Mark(this.giveBack));
			Variable value = returned();
			statements.add(new Return((value != null) ? Read.of(value) : null));
		}
	}

}
