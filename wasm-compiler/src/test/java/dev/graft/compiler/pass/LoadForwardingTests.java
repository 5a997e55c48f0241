package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Atomic;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Call;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.EngineCall;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.AtomicOp;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.MemoryOp;
import dev.graft.compiler.op.NumericOp;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LoadForwardingTests {

	private static final Limits PAGE = new Limits(1, OptionalLong.of(2));

	private static final List<ExternalType.Memory> MEMORIES = List.of(ExternalType.Memory.of(PAGE),
			ExternalType.Memory.of(PAGE), new ExternalType.Memory(AddressType.I32, PAGE, true, 16),
			new ExternalType.Memory(AddressType.I64, PAGE, false, 16));

	private static final int SHARED = 2;

	private static final int WIDE = 3;

	private final Body.Variables variables = new Body.Variables();

	private final Variable pointer = this.variables.variable(Kind.INT);

	private final Variable other = this.variables.variable(Kind.INT);

	private final Variable far = this.variables.variable(Kind.LONG);

	private final Variable value = this.variables.variable(Kind.INT);

	private final Variable result = this.variables.variable(Kind.INT);

	private final Variable further = this.variables.variable(Kind.INT);

	private final Label label = this.variables.label(false);

	private final Label behind = this.variables.label(false);

	private final Label loop = this.variables.label(true);

	// What is known

	@Test
	void aLoadBehindAStoreHasItsValue() {
		assertThat(forwarded(store(8, this.pointer), load(8, this.pointer))).containsExactly("v6 = v3",
				"i32.store +8 v0 v3", "v4 = v6");
	}

	@Test
	void aSecondLoadHasTheValueOfTheFirst() {
		assertThat(forwarded(load(8, this.pointer), load(8, this.pointer))).containsExactly("v6 = (i32.load +8 v0)",
				"v4 = v6", "v4 = v6");
	}

	@Test
	void aStoredValueIsComputedOnce() {
		Expression sum = new Numeric(NumericOp.I32_ADD, 0, Read.of(this.value), Constant.ofInt(1));
		assertThat(forwarded(store(MemoryAccessOp.I32_STORE, 0, 8, Read.of(this.pointer), sum), load(8, this.pointer)))
			.containsExactly("v6 = (i32.add v3 1)", "i32.store +8 v0 v6", "v4 = v6");
	}

	@Test
	void aConstantAndAnOffsetAreOneAddress() {
		assertThat(forwarded(store(MemoryAccessOp.I32_STORE, 0, 8, Constant.ofInt(16), Read.of(this.value)),
				new Assign(this.result, new Load(access(MemoryAccessOp.I32_LOAD, 0, 24), Constant.ofInt(0)))))
			.containsExactly("v6 = v3", "i32.store +8 16 v3", "v4 = v6");
		assertUnchanged(store(MemoryAccessOp.I32_STORE, 0, 8, Constant.ofInt(-8), Read.of(this.value)),
				new Assign(this.result, new Load(access(MemoryAccessOp.I32_LOAD, 0, 0), Constant.ofInt(0))));
	}

	@Test
	void whatAPointerFromMemoryPointsToIsKnownToo() {
		Load inner = i32(8, this.pointer);
		Expression outer = new Load(access(MemoryAccessOp.I32_LOAD, 0, 4), inner);
		assertThat(forwarded(new Assign(this.result, outer),
				new Assign(this.further, new Load(access(MemoryAccessOp.I32_LOAD, 0, 4), i32(8, this.pointer)))))
			.containsExactly("v6 = (i32.load +8 v0)", "v7 = (i32.load +4 v6)", "v4 = v7", "v5 = v7");
	}

	@Test
	void bothWaysToALoadMayHaveStoredSomethingElse() {
		assertThat(forwarded(jump(this.label), store(8, this.pointer), new Jump(this.behind), new Mark(this.label),
				store(MemoryAccessOp.I32_STORE, 0, 8, Read.of(this.pointer), Constant.ofInt(7)), new Mark(this.behind),
				load(8, this.pointer)))
			.containsSubsequence("v6 = v3", "v6 = 7", "v4 = v6");
	}

	@Test
	void whatOneWayHasNotAccessedIsNotKnown() {
		assertUnchanged(jump(this.label), store(8, this.pointer), new Mark(this.label), load(8, this.pointer));
	}

	@Test
	void whatALoopStoresBeforeItsEndIsKnownInTheNextRound() {
		assertThat(forwarded(store(8, this.pointer), new Mark(this.loop), load(8, this.pointer), load(0, this.other),
				store(0, this.other), store(8, this.pointer), jump(this.loop)))
			.containsSubsequence("v6 = v3", "v4 = v6", "v6 = v3");
	}

	@Test
	void whatALoopStoresElsewhereIsNotKnownInTheNextRound() {
		assertUnchanged(store(8, this.pointer), new Mark(this.loop), load(8, this.pointer), store(0, this.other),
				jump(this.loop));
	}

	// What is not known any more

	@Test
	void aStoreThroughAnotherVariableMayGoAnywhere() {
		assertUnchanged(store(8, this.pointer), store(0, this.other), load(8, this.pointer));
	}

	@Test
	void aStoreThroughTheSameVariableGoesWhereItSays() {
		assertThat(forwarded(store(8, this.pointer), store(12, this.pointer), store(4, this.pointer),
				load(8, this.pointer)))
			.endsWith("v4 = v6");
		assertUnchanged(store(8, this.pointer), store(11, this.pointer), load(8, this.pointer));
		assertUnchanged(store(8, this.pointer), store(5, this.pointer), load(8, this.pointer));
	}

	@Test
	void sumsAreComparedAsTheyWrapAround() {
		Expression before = new Numeric(NumericOp.I32_ADD, 0, Read.of(this.pointer), Constant.ofInt(-4));
		Store apart = store(MemoryAccessOp.I32_STORE, 0, 4, before, Read.of(this.value));
		assertThat(forwarded(store(4, this.pointer), apart, load(4, this.pointer))).endsWith("v4 = v6");
		Store same = store(MemoryAccessOp.I32_STORE, 0, 8, before, Read.of(this.value));
		assertUnchanged(store(4, this.pointer), same, load(4, this.pointer));
	}

	// The one may be out of bounds where the other is not.
	@Test
	void anAddressThatIsComputedOtherwiseIsAnotherPlace() {
		Expression sum = new Numeric(NumericOp.I32_ADD, 0, Read.of(this.pointer), Constant.ofInt(8));
		assertUnchanged(store(MemoryAccessOp.I32_STORE, 0, 0, sum, Read.of(this.value)), load(8, this.pointer));
	}

	@Test
	void anotherMemoryMayBeTheSame() {
		Store elsewhere = store(MemoryAccessOp.I32_STORE, 1, 16, Read.of(this.pointer), Read.of(this.value));
		assertUnchanged(store(8, this.pointer), elsewhere, load(8, this.pointer));
	}

	@Test
	void callsAndInstructionsOnMemoriesMayStore() {
		Expression call = new Call(Kind.VOID, new Target.Function(1), 1);
		assertUnchanged(store(8, this.pointer), new Evaluate(call), load(8, this.pointer));
		Expression fill = EngineCall.of(MemoryOp.MEMORY_FILL, Kind.INT, 0, 0, 1, Read.of(this.value),
				Read.of(this.value), Read.of(this.value));
		assertUnchanged(store(8, this.pointer), new Evaluate(fill), load(8, this.pointer));
		Expression atomic = new Atomic(AtomicOp.I32_ATOMIC_STORE, 0, 0, 1, Read.of(this.far), Read.of(this.value));
		assertUnchanged(store(8, this.pointer), new Evaluate(atomic), load(8, this.pointer));
	}

	@Test
	void growingAMemoryLeavesItsBytesAlone() {
		Expression grow = EngineCall.of(MemoryOp.MEMORY_GROW, Kind.INT, 0, 0, 1, Read.of(this.value));
		assertThat(forwarded(store(8, this.pointer), new Evaluate(grow), load(8, this.pointer))).endsWith("v4 = v6");
	}

	@Test
	void theVariableOfTheAddressMayChange() {
		assertUnchanged(store(8, this.pointer), new Assign(this.pointer, Read.of(this.other)), load(8, this.pointer));
	}

	@Test
	void theVariableOfTheValueMayChange() {
		assertThat(forwarded(store(8, this.pointer), new Assign(this.value, Constant.ofInt(7)), load(8, this.pointer)))
			.containsExactly("v6 = v3", "i32.store +8 v0 v3", "v3 = 7", "v4 = v6");
	}

	@Test
	void nothingIsKnownInAHandler() {
		Region region = Region.handledAt(this.label, this.variables.variable(Kind.REFERENCE));
		Expression call = new Call(Kind.VOID, new Target.Function(1), 1);
		assertUnchanged(new Statement.Enter(region), store(8, this.pointer), new Evaluate(call), new Statement.Leave(),
				new Jump(this.behind), new Mark(this.label), load(8, this.pointer), new Mark(this.behind));
	}

	@Test
	void ofSharedMemoriesNothingIsKnown() {
		Load load = new Load(access(MemoryAccessOp.I32_LOAD, SHARED, 8), Read.of(this.pointer));
		assertUnchanged(store(MemoryAccessOp.I32_STORE, SHARED, 8, Read.of(this.pointer), Read.of(this.value)),
				new Assign(this.result, load));
	}

	// Order

	// A load out of bounds must not come before a division by zero.
	@Test
	void aLoadBehindAnotherTrapStaysWhereItIs() {
		Expression division = new Numeric(NumericOp.I32_DIV_U, 7, Constant.ofInt(1), Read.of(this.other));
		Expression sum = new Numeric(NumericOp.I32_ADD, 0, division, i32(8, this.pointer));
		assertUnchanged(new Assign(this.result, sum), load(8, this.pointer));
	}

	@Test
	void aLoadBehindACallStaysWhereItIs() {
		Expression call = new Call(Kind.INT, new Target.Function(1), 1);
		Expression sum = new Numeric(NumericOp.I32_ADD, 0, call, i32(8, this.pointer));
		assertUnchanged(new Assign(this.result, sum), load(8, this.pointer));
	}

	@Test
	void aLoadInFrontOfACallKnowsWhatIsBeforeAndIsKnownByNobody() {
		Expression call = new Call(Kind.INT, new Target.Function(1), 1);
		Expression sum = new Numeric(NumericOp.I32_ADD, 0, i32(8, this.pointer), call);
		List<String> forwarded = forwarded(store(8, this.pointer), new Assign(this.result, sum), load(8, this.pointer));
		assertThat(forwarded.subList(0, 2)).containsExactly("v6 = v3", "i32.store +8 v0 v3");
		assertThat(forwarded.get(2)).startsWith("v4 = (i32.add v6 (call ");
		assertThat(forwarded.get(3)).isEqualTo("v4 = (i32.load +8 v0)");
	}

	// Widths and types

	@Test
	void whatIsKeptOfAShortStoreIsExtendedAsItIsLoaded() {
		assertThat(narrow(MemoryAccessOp.I32_STORE8, MemoryAccessOp.I32_LOAD8_S)).isEqualTo("(i32.extend8_s v6)");
		assertThat(narrow(MemoryAccessOp.I32_STORE8, MemoryAccessOp.I32_LOAD8_U)).isEqualTo("(i32.and v7 255)");
		assertThat(narrow(MemoryAccessOp.I32_STORE16, MemoryAccessOp.I32_LOAD16_S)).isEqualTo("(i32.extend16_s v8)");
		assertThat(narrow(MemoryAccessOp.I32_STORE16, MemoryAccessOp.I32_LOAD16_U)).isEqualTo("(i32.and v9 65535)");
	}

	@Test
	void bytesStoredAsSomethingElseAreLoaded() {
		assertUnchanged(store(8, this.pointer),
				new Evaluate(new Load(access(MemoryAccessOp.F32_LOAD, 0, 8), Read.of(this.pointer))));
		assertUnchanged(store(8, this.pointer),
				new Evaluate(new Load(access(MemoryAccessOp.I32_LOAD8_U, 0, 8), Read.of(this.pointer))));
	}

	@Test
	void addressesOf64BitsAreKnownAsTheyAre() {
		Store store = store(MemoryAccessOp.I32_STORE, WIDE, 8, Read.of(this.far), Read.of(this.value));
		Load load = new Load(access(MemoryAccessOp.I32_LOAD, WIDE, 8), Read.of(this.far));
		assertThat(forwarded(store, new Assign(this.result, load))).endsWith("v4 = v6");
	}

	private String narrow(MemoryAccessOp stored, MemoryAccessOp loaded) {
		List<String> forwarded = forwarded(store(stored, 0, 8, Read.of(this.pointer), Read.of(this.value)),
				new Assign(this.result, new Load(access(loaded, 0, 8), Read.of(this.pointer))));
		return forwarded.getLast().substring("v4 = ".length());
	}

	private void assertUnchanged(Statement... statements) {
		List<String> before = new ArrayList<>();
		for (Statement statement : statements) {
			before.add(text(statement));
		}
		assertThat(forwarded(statements)).isEqualTo(before);
	}

	private List<String> forwarded(Statement... statements) {
		Body body = new Body(this.variables, List.of(), Kind.VOID, new ArrayList<>(List.of(statements)));
		body.statements().add(new Return(null));
		LoadForwarding.apply(body, MEMORIES);
		body.statements().removeLast();
		return body.statements().stream().map(LoadForwardingTests::text).toList();
	}

	// Without the types of constants.
	private static String text(Statement statement) {
		return statement.toString().replaceAll("(?<=\\d):[IJ]", "");
	}

	private Statement load(int offset, Variable address) {
		return new Assign(this.result, i32(offset, address));
	}

	private static Load i32(int offset, Variable address) {
		return new Load(access(MemoryAccessOp.I32_LOAD, 0, offset), Read.of(address));
	}

	private Store store(int offset, Variable address) {
		return store(MemoryAccessOp.I32_STORE, 0, offset, Read.of(address), Read.of(this.value));
	}

	private static Store store(MemoryAccessOp op, int memory, int offset, Expression address, Expression value) {
		return new Store(access(op, memory, offset), address, value);
	}

	private static Access access(MemoryAccessOp op, int memory, int offset) {
		return Access.of(op, memory, offset, 1);
	}

	private JumpIf jump(Label target) {
		return new JumpIf(Read.of(this.value), true, target);
	}

}
