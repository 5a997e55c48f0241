package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Call;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is compared is the listing of a body, its labels numbered as they come.
class InnerLoopsTests {

	private final Body.Variables variables = new Body.Variables();

	private final Variable rounds = this.variables.variable(Kind.INT);

	private final Variable rare = this.variables.variable(Kind.INT);

	private final Label again = this.variables.label(true);

	private final Label next = this.variables.label(false);

	private final Label other = this.variables.label(false);

	private final Poll poll = new Poll(7, false);

	private final Statement count = new Assign(this.rounds,
			new Numeric(NumericOp.I32_ADD, 0, Read.of(this.rounds), Constant.ofInt(1)));

	private final Statement goOn = new JumpIf(
			new Numeric(NumericOp.I32_LT_U, 0, Read.of(this.rounds), Read.of(this.rare)), true, this.again);

	private final Statement goOnCounting = new JumpIf(
			new Numeric(NumericOp.I32_NE, 0, Read.of(this.rounds), Read.of(this.rare)), true, this.again);

	private final Statement unlessRare = new JumpIf(Read.of(this.rare), false, this.next);

	@Test
	void aRoundThatGoesAroundTheCallBecomesALoopOfItsOwn() {
		assertThat(rewritten(new Mark(this.again), this.poll, this.unlessRare, call(), new Mark(this.next), this.count,
				this.goOn, new Return(null)))
			.isEqualTo("""
					L0:
					poll
					L1:
					poll
					unless v1 goto L2
					goto L3
					L2:
					v0 = (i32.add v0 1:I)
					if (i32.lt_u v0 v1) goto L1
					goto L4
					L3:
					call
					L5:
					v0 = (i32.add v0 1:I)
					if (i32.lt_u v0 v1) goto L0
					L4:
					return
					""");
	}

	@Test
	void whatOnlyShortRoundsComeByIsMoved() {
		assertThat(rewritten(new Mark(this.again), this.poll, this.unlessRare, call(), new Jump(this.again),
				new Mark(this.next), this.count, this.goOn, new Return(null)))
			.isEqualTo("""
					L0:
					poll
					L1:
					poll
					unless v1 goto L2
					goto L3
					L2:
					v0 = (i32.add v0 1:I)
					if (i32.lt_u v0 v1) goto L1
					goto L4
					L3:
					call
					goto L0
					L4:
					return
					""");
	}

	@Test
	void aRoundMayHaveTwoWays() {
		String rewritten = rewritten(new Mark(this.again), this.poll, new JumpIf(Read.of(this.rare), true, this.other),
				this.count, new Mark(this.other), this.unlessRare, call(), new Jump(this.again), new Mark(this.next),
				this.goOn, new Return(null));
		assertThat(rewritten).isEqualTo("""
				L0:
				poll
				L1:
				poll
				if v1 goto L2
				v0 = (i32.add v0 1:I)
				L2:
				unless v1 goto L3
				goto L4
				L3:
				if (i32.lt_u v0 v1) goto L1
				goto L5
				L4:
				call
				goto L0
				L5:
				return
				""");
	}

	@Test
	void somethingIsBetweenTheHeadersWhereNobodyPolls() {
		String rewritten = rewritten(new Mark(this.again), this.unlessRare, call(), new Jump(this.again),
				new Mark(this.next), this.count, this.goOn, new Return(null));
		assertThat(rewritten).startsWith("""
				L0:
				1:I
				L1:
				unless v1 goto L2
				""".replace("1:I", new Evaluate(Constant.ofInt(0)).toString()));
	}

	@Test
	void roundsThatCountStayAsTheyAre() {
		staysAsItIs(new Mark(this.again), this.poll, this.unlessRare, call(), new Mark(this.next), this.count,
				this.goOnCounting, new Return(null));
	}

	@Test
	void roundsThatCountAndStoreHaveALoopOfTheirOwn() {
		Store store = new Store(Access.of(MemoryAccessOp.I32_STORE, 0, 0, 0), Read.of(this.rounds), Read.of(this.rare));
		String rewritten = rewritten(new Mark(this.again), this.poll, this.unlessRare, call(), new Mark(this.next),
				store, this.count, this.goOnCounting, new Return(null));
		assertThat(rewritten).isEqualTo("""
				L0:
				poll
				L1:
				poll
				unless v1 goto L2
				goto L3
				L2:
				STORE
				v0 = (i32.add v0 1:I)
				if (i32.ne v0 v1) goto L1
				goto L4
				L3:
				call
				L5:
				STORE
				v0 = (i32.add v0 1:I)
				if (i32.ne v0 v1) goto L0
				L4:
				return
				""".replace("STORE", store.toString()));
	}

	@Test
	void aLoopInWhichNobodyCallsStaysAsItIs() {
		staysAsItIs(new Mark(this.again), this.poll, this.unlessRare, this.count, new Mark(this.next), this.count,
				this.goOn, new Return(null));
	}

	@Test
	void aLoopThatCallsInEachRoundStaysAsItIs() {
		staysAsItIs(new Mark(this.again), this.poll, call(), this.unlessRare, this.count, new Mark(this.next),
				this.count, this.goOn, new Return(null));
	}

	@Test
	void aLoopThatIsLeftForACallStaysAsItIs() {
		staysAsItIs(new Mark(this.again), this.poll, new JumpIf(Read.of(this.rare), true, this.other), this.count,
				this.goOn, new Return(null), new Mark(this.other), call(), new Return(null));
	}

	@Test
	void anInterpretersSwitchLeadsToNoShortRounds() {
		staysAsItIs(new Mark(this.again), this.poll,
				new Switch(Read.of(this.rare), new Label[] { this.next, this.other }, this.next), new Mark(this.other),
				call(), new Jump(this.again), new Mark(this.next), this.count, this.goOn, new Return(null));
	}

	@Test
	void longRoundsAreNotLookedAt() {
		List<Statement> statements = new ArrayList<>(List.of(new Mark(this.again), this.poll));
		IntStream.range(0, 100).forEach((_) -> statements.add(this.count));
		statements.addAll(List.of(this.unlessRare, call(), new Mark(this.next), this.goOn, new Return(null)));
		staysAsItIs(statements.toArray(Statement[]::new));
	}

	@Test
	void whatWouldBeThereTwiceMustBeShort() {
		List<Statement> statements = new ArrayList<>(
				List.of(new Mark(this.again), this.poll, this.unlessRare, call(), new Mark(this.next)));
		IntStream.range(0, 40).forEach((_) -> statements.add(this.count));
		statements.addAll(List.of(this.goOn, new Return(null)));
		staysAsItIs(statements.toArray(Statement[]::new));
	}

	@Test
	void ofTwoLoopsInEachOtherBothMayHaveShortRounds() {
		Label outer = this.variables.label(true);
		Label outerNext = this.variables.label(false);
		String rewritten = rewritten(new Mark(outer), this.poll, new JumpIf(Read.of(this.rare), false, outerNext),
				new Mark(this.again), this.poll, this.unlessRare, call(), new Mark(this.next), this.count, this.goOn,
				new Mark(outerNext), new JumpIf(Read.of(this.rare), true, outer), new Return(null));
		assertThat(rewritten).isEqualTo("""
				L0:
				poll
				L1:
				poll
				unless v1 goto L2
				goto L3
				L2:
				if v1 goto L1
				goto L4
				L3:
				poll
				L5:
				poll
				unless v1 goto L6
				goto L7
				L6:
				v0 = (i32.add v0 1:I)
				if (i32.lt_u v0 v1) goto L5
				goto L8
				L7:
				call
				L9:
				v0 = (i32.add v0 1:I)
				if (i32.lt_u v0 v1) goto L3
				L8:
				if v1 goto L0
				L4:
				return
				""");
	}

	@Test
	@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void whatManyLoopsHaveInCommonIsLookedAtOnce() {
		Label[] targets = new Label[1_000_000];
		Arrays.fill(targets, this.other);
		List<Statement> statements = new ArrayList<>();
		List<Statement> ends = new ArrayList<>();
		for (int depth = 0; depth < 900; depth++) {
			Label header = this.variables.label(true);
			statements.addAll(List.of(new Mark(header), this.poll, new JumpIf(Read.of(this.rare), true, header)));
			ends.add(new JumpIf(Read.of(this.rounds), true, header));
		}
		statements.addAll(List.of(new Switch(Read.of(this.rare), targets, this.next), new Mark(this.other), call(),
				new Mark(this.next)));
		statements.addAll(ends.reversed());
		statements.add(new Return(null));
		Body body = new Body(this.variables, List.of(this.rounds, this.rare), Kind.VOID, statements);
		InnerLoops.apply(body);
		assertThat(body.statements().stream().filter(this.poll::equals)).hasSize(2 * 900);
	}

	private void staysAsItIs(Statement... statements) {
		assertThat(rewritten(statements)).isEqualTo(listing(List.of(statements)));
	}

	private String rewritten(Statement... statements) {
		Body body = new Body(this.variables, List.of(this.rounds, this.rare), Kind.VOID,
				new ArrayList<>(List.of(statements)));
		InnerLoops.apply(body);
		return listing(body.statements());
	}

	private static String listing(List<Statement> statements) {
		StringBuilder listing = new StringBuilder();
		List<String> labels = new ArrayList<>();
		for (Statement statement : statements) {
			for (String word : text(statement).split(" ")) {
				String label = word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
				if (!label.matches("L[0-9]+")) {
					listing.append(word).append(' ');
					continue;
				}
				if (!labels.contains(label)) {
					labels.add(label);
				}
				listing.append('L').append(labels.indexOf(label)).append(word.endsWith(":") ? ": " : " ");
			}
			listing.setCharAt(listing.length() - 1, '\n');
		}
		return listing.toString();
	}

	private static String text(Statement statement) {
		return (statement instanceof Evaluate evaluate && evaluate.value() instanceof Call) ? "call"
				: statement.toString();
	}

	private static Statement call() {
		return new Evaluate(new Call(Kind.VOID, new Target.Function(0), 0));
	}

}
