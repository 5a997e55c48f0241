package dev.graft.compiler.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.VectorStore;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.MemoryAccessOp;
import org.junit.jupiter.api.Test;

class VectorCopiesTests {

	private static final VectorConstant CONSTANT = new VectorConstant(1, 2);

	private final Body.Variables variables = new Body.Variables();

	private final Variable number = this.variables.variable(Kind.INT);

	private final Variable vector = this.variables.variable(Kind.VECTOR);

	private final List<Statement> statements = new ArrayList<>();

	@Test
	void aConstantIsReadInLoopsBehindIt() {
		this.statements.add(new Assign(this.vector, CONSTANT));
		loop();
		assertThat(lines()).contains("v128.store +0 v0 " + CONSTANT);
	}

	@Test
	void whatIsOnlyAssignedSometimesIsNoConstant() {
		Label end = this.variables.label(false);
		this.statements.add(new JumpIf(Read.of(this.number), true, end));
		this.statements.add(new Assign(this.vector, CONSTANT));
		this.statements.add(new Mark(end));
		loop();
		assertUnchanged();
	}

	@Test
	void whatIsReadBeforeIsNoConstant() {
		Label again = this.variables.label(true);
		this.statements.add(new Mark(again));
		store();
		this.statements.add(new Assign(this.vector, CONSTANT));
		this.statements.add(new JumpIf(Read.of(this.number), true, again));
		assertUnchanged();
	}

	private void assertUnchanged() {
		List<String> before = this.statements.stream().map(Object::toString).toList();
		assertThat(lines()).isEqualTo(before);
	}

	private void loop() {
		Label again = this.variables.label(true);
		this.statements.add(new Mark(again));
		store();
		this.statements.add(new JumpIf(Read.of(this.number), true, again));
	}

	private void store() {
		this.statements.add(new VectorStore(Access.of(MemoryAccessOp.I64_STORE, 0, 0, 0), Read.of(this.number),
				Read.of(this.vector)));
	}

	private List<String> lines() {
		VectorCopies.apply(new Body(this.variables, List.of(this.number), Kind.VOID, this.statements));
		return this.statements.stream().map(Object::toString).toList();
	}

}
