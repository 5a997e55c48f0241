package dev.graft.compiler.asm;

import java.util.Set;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.AllowedMember;
import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.artifact.abi.MemberKind;
import dev.graft.compiler.ir.Kind;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Counts the bytes that code would take, or a little more where that depends on what
/// only the class file knows, and what it is told to weigh.
public final class SizeMeter implements Bytecode {

	private static final int WIDE_CONSTANT = 3;

	/// A jump, a call and a throw.
	private static final int FAIL_IF = 3 + 3 + 1;

	/// What C2 has nodes for, inlines whatever it has inlined before, or does not look
	/// at, as it is not reached.
	private static final Set<AllowedMember> NEVER_LEFT = Set.of(JavaBaseMember.CHECK_INDEX, JavaBaseMember.I32_ABS,
			JavaBaseMember.I32_MIN, JavaBaseMember.I32_MAX, JavaBaseMember.F32_FMA, JavaBaseMember.F64_FMA,
			JavaBaseMember.I32_BIT_COUNT, JavaBaseMember.I64_BIT_COUNT, JavaBaseMember.I32_NUMBER_OF_LEADING_ZEROS,
			JavaBaseMember.I64_NUMBER_OF_LEADING_ZEROS, JavaBaseMember.I32_NUMBER_OF_TRAILING_ZEROS,
			JavaBaseMember.I64_NUMBER_OF_TRAILING_ZEROS, JavaBaseMember.I32_COMPARE_UNSIGNED,
			JavaBaseMember.I64_COMPARE_UNSIGNED, JavaBaseMember.I64_MULTIPLY_HIGH,
			JavaBaseMember.I64_UNSIGNED_MULTIPLY_HIGH, JavaBaseMember.F32_RAW_BITS, JavaBaseMember.F32_OF_BITS,
			JavaBaseMember.F64_RAW_BITS, JavaBaseMember.F64_OF_BITS, JavaBaseMember.SQRT,
			JavaBaseMember.CALL_SITE_TARGET, AbiMethod.INTERRUPT_POLL, AbiMethod.UNUSUAL_MEMORY_SIZE,
			AbiMethod.TRAP_UNREACHABLE);

	private int size;

	private int labels;

	private int accesses;

	private boolean calling;

	@Override
	public void constant(int value) {
		this.size += ConstantForms.size(value);
	}

	@Override
	public void constant(long value) {
		if (value == 0 || value == 1) {
			this.size++;
		}
		else {
			this.size += ConstantForms.isWidened(value) ? ConstantForms.size((int) value) + 1 : WIDE_CONSTANT;
		}
	}

	@Override
	public void constantFloat(int bits) {
		this.size += WIDE_CONSTANT;
	}

	@Override
	public void constantDouble(long bits) {
		this.size += WIDE_CONSTANT;
	}

	@Override
	public void constant(String value) {
		this.size += WIDE_CONSTANT;
	}

	@Override
	public void constantNull() {
		this.size++;
	}

	@Override
	public void load(Kind kind, int slot) {
		access(slot);
	}

	@Override
	public void store(Kind kind, int slot) {
		access(slot);
	}

	private void access(int slot) {
		if (slot < 4) {
			this.size++;
		}
		else {
			this.size += (slot < 256) ? 2 : 4;
		}
	}

	@Override
	public void increment(int slot, int by) {
		this.size += (slot < 256 && by == (byte) by) ? 3 : 6;
	}

	@Override
	public void loadInstance() {
		this.size += 2;
	}

	@Override
	public void add(Instruction instruction) {
		this.size++;
	}

	@Override
	public void use(AllowedMember member) {
		this.size += (member.kind() == MemberKind.INTERFACE) ? 5 : 3;
		if (member.owner().equals(AbiMethod.MEMORY_GET_I8.owner())) {
			this.accesses++;
		}
		else {
			this.calling |= !member.kind().isField() && !NEVER_LEFT.contains(member);
		}
	}

	@Override
	public void useLinked(AllowedMember operator) {
		this.size += 5;
		this.accesses++;
	}

	@Override
	public void put(AllowedMember field) {
		this.size += 3;
	}

	@Override
	public void invokeExact(String descriptor) {
		this.size += 3;
	}

	@Override
	public void invokeStatic(String owner, String name, String descriptor) {
		this.size += 3;
		this.calling = true;
	}

	@Override
	public void invokeOwn(IntFunction<String> name, String descriptor, Consumer<Bytecode> body) {
		this.size += 3;
		this.calling = true;
	}

	@Override
	public void invokeVirtual(String owner, String name, String descriptor) {
		this.size += 3;
		this.calling = true;
	}

	@Override
	public void invokeConstructor(String owner, String descriptor) {
		this.size += 3;
	}

	@Override
	public void getStatic(String owner, String name, String descriptor) {
		this.size += 3;
	}

	@Override
	public void getField(String owner, String name, String descriptor) {
		this.size += 3;
	}

	@Override
	public void putField(String owner, String name, String descriptor) {
		this.size += 3;
	}

	@Override
	public void newArray(Kind kind) {
		this.size += 3;
	}

	@Override
	public void newArray(String array) {
		this.size += 3;
	}

	@Override
	public void instanceOf(String type) {
		this.size += 3;
	}

	@Override
	public void checkCast(String type) {
		this.size += 3;
	}

	@Override
	public int newLabel() {
		return this.labels++;
	}

	@Override
	public void jump(int label) {
		this.size += 3;
	}

	@Override
	public void jump(Condition condition, int label) {
		this.size += 3;
	}

	@Override
	public void failIf(Condition condition, AllowedMember failure) {
		this.size += FAIL_IF;
	}

	@Override
	public void tableSwitch(int first, int[] labels, int otherwise) {
		this.size += 16 + 4 * labels.length;
	}

	@Override
	public void place(int label, @Nullable Kind[] slots, int count) {
		// Takes no bytes.
	}

	@Override
	public void placeWithin(int label, @Nullable Kind[] slots, int count) {
		// Takes no bytes.
	}

	@Override
	public void asObject() {
		// Takes no bytes.
	}

	@Override
	public void placeAgain(int label) {
		// Takes no bytes.
	}

	@Override
	public void placeHandler(int label, @Nullable Kind[] slots, int count) {
		// Takes no bytes.
	}

	@Override
	public void protect(int start, int end, int handler) {
		// Takes no bytes of the code.
	}

	@Override
	public void line(int number) {
		// Takes no bytes.
	}

	@Override
	public void giveBack(Kind kind) {
		this.size++;
	}

	@Override
	public void weigh(int bytes) {
		this.size += bytes;
	}

	@Override
	public int size() {
		return this.size;
	}

	@Override
	public void fillUp(int bytes) {
		// Is no reason to cut.
	}

	/// How many accesses to memory there are.
	public int accesses() {
		return this.accesses;
	}

	/// Whether there are calls that C2 would leave in a method that has been filled up.
	public boolean isCalling() {
		return this.calling;
	}

}
