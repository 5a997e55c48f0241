package dev.graft.compiler.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.op.VectorOp;
import org.junit.jupiter.api.Test;

class DemandTests {

	private final Body.Variables variables = new Body.Variables();

	private final Variable number = this.variables.variable(Kind.INT);

	private final Variable before = this.variables.variable(Kind.VECTOR);

	private final Variable last = this.variables.variable(Kind.VECTOR);

	private final List<Statement> statements = new ArrayList<>();

	/// Only the eighth byte of what a round has loaded comes into the next one, and only
	/// the second after that.
	@Test
	void ofWhatALoopHandsOn() {
		loop();
		Demand demand = demand(true);
		assertThat(demand.of(this.before)).isEqualTo(1 << 7);
		assertThat(demand.of(this.last)).isEqualTo(1 << 1);
	}

	@Test
	void ofWhatIsReadBehindALoop() {
		loop();
		this.statements.add(new Assign(this.number, Vector.of(VectorOp.I32X4_EXTRACT_LANE, 2, Read.of(this.last))));
		assertThat(demand(true).of(this.last)).isEqualTo(0xF02);
		assertThat(demand(true).of(this.before)).isEqualTo(1 << 7 | 1);
	}

	@Test
	void ofLocalsIsNotKnownOtherwise() {
		loop();
		assertThat(demand(false).of(this.before)).isEqualTo(0xFFFF);
	}

	@Test
	void ofWhatManyLocalsHandOnToEachOther() {
		Variable end = handedOn(15);
		assertThat(demand(true).of(end)).isEqualTo(0xF);
	}

	@Test
	void ofWhatTooManyLocalsHandOnIsNotKnown() {
		Variable end = handedOn(3_000);
		assertThat(demand(true).of(end)).isEqualTo(0xFFFF);
	}

	/// One number comes into each round, and goes from local to local.
	/// @return where it begins
	private Variable handedOn(int locals) {
		Label header = this.variables.label(true);
		this.statements.add(new Mark(header));
		this.statements.add(new Assign(this.number, Vector.of(VectorOp.I32X4_EXTRACT_LANE, 0, Read.of(this.last))));
		Variable to = this.last;
		for (int local = 1; local < locals; local++) {
			Variable from = this.variables.variable(Kind.VECTOR);
			this.statements.add(new Assign(to, Read.of(from)));
			to = from;
		}
		this.statements.add(new JumpIf(Read.of(this.number), true, header));
		return to;
	}

	private void loop() {
		Label header = this.variables.label(true);
		this.statements.add(new Mark(header));
		Expression loaded = assigned(Vector.of(VectorOp.I8X16_SPLAT, 0, Read.of(this.number)));
		byte[] places = { 7, 16, 17, 18, 19, 20, 21, 22, 0, 0, 0, 0, 0, 0, 0, 0 };
		Expression moved = assigned(Vector.shuffle(places, Read.of(this.before), loaded));
		byte[] second = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 };
		Expression used = assigned(Vector.shuffle(second, Read.of(this.last), moved));
		Expression first = assigned(Vector.shuffle(new byte[16], moved, used));
		Expression both = assigned(Vector.of(VectorOp.I8X16_ADD, 0, used, first));
		this.statements.add(new Assign(this.number, Vector.of(VectorOp.I32X4_EXTRACT_LANE, 0, both)));
		this.statements.add(new Assign(this.before, loaded));
		this.statements.add(new Assign(this.last, moved));
		this.statements.add(new JumpIf(Read.of(this.number), true, header));
	}

	private Expression assigned(Vector vector) {
		Variable temporary = this.variables.temporary(Kind.VECTOR);
		this.statements.add(new Assign(temporary, vector));
		return Read.of(temporary);
	}

	private Demand demand(boolean locals) {
		Body body = new Body(this.variables, List.of(this.number), Kind.VOID, this.statements);
		return locals ? Demand.withLocals(body) : Demand.of(body);
	}

}
