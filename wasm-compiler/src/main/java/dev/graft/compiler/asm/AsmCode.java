package dev.graft.compiler.asm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.AllowedMember;
import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.compiler.ir.Kind;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// Code that goes into a class file.
final class AsmCode implements Bytecode {

	private static final int LAST_LINE = 0xFFFF;

	private static final int THROW_NULL = 2;

	private static final Object[] NO_LOCALS = {};

	private static final String EXCEPTION = AbiMethod.EXCEPTION_MATCHES.owner();

	private final ClassFile file;

	private final MethodVisitor method;

	private final String instance;

	private final int instanceSlot;

	private final List<Label> labels = new ArrayList<>();

	private final OperandTypes stack = new OperandTypes();

	private int maximumLocals;

	private int least;

	private int constants;

	private int line;

	private final List<Failure> failures = new ArrayList<>();

	private final Set<String> counted = new HashSet<>();

	/// Whether nothing has been written since the last frame: there must not be two in
	/// one place.
	private boolean framed;

	AsmCode(ClassFile file, MethodVisitor method, String instance, int instanceSlot) {
		this.file = file;
		this.method = method;
		this.instance = instance;
		this.instanceSlot = instanceSlot;
		this.maximumLocals = instanceSlot + 2;
		method.visitCode();
	}

	private void pushes(Kind kind) {
		this.stack.push(kind);
		this.framed = false;
	}

	private void pops(int words) {
		this.stack.pop(words);
		this.framed = false;
	}

	private void changes(MemberTable.Change change) {
		this.stack.pop(change.pops());
		if (change.pushes() != null) {
			this.stack.push(change.pushes());
		}
		this.framed = false;
	}

	// Most code uses the same few fields and classes over and over, nearly all of them of
	// the instance. No class is called like one of these.
	private void countField(String owner, String name) {
		if (this.counted.add(owner.equals(this.instance) ? name : owner + '.' + name)) {
			this.constants += 4;
		}
	}

	private void countClass(String name) {
		if (this.counted.add(name)) {
			this.constants += 2;
		}
	}

	/// How many constants it may have added to the class.
	int constants() {
		return this.constants;
	}

	@Override
	public void constant(int value) {
		if (value >= -1 && value <= 5) {
			this.method.visitInsn(Opcodes.ICONST_0 + value);
		}
		else if (ConstantForms.isImmediate(value)) {
			this.method.visitIntInsn((value == (byte) value) ? Opcodes.BIPUSH : Opcodes.SIPUSH, value);
		}
		else {
			this.method.visitLdcInsn(value);
			this.constants++;
		}
		pushes(Kind.INT);
	}

	@Override
	public void constant(long value) {
		if (ConstantForms.isWidened(value)) {
			constant((int) value);
			add(Instruction.I2L);
			return;
		}
		if (value == 0 || value == 1) {
			this.method.visitInsn((value == 0) ? Opcodes.LCONST_0 : Opcodes.LCONST_1);
		}
		else {
			this.method.visitLdcInsn(value);
			this.constants += 2;
		}
		pushes(Kind.LONG);
	}

	@Override
	public void constantFloat(int bits) {
		// The short forms are for positive zero, one and two.
		if (bits == 0) {
			this.method.visitInsn(Opcodes.FCONST_0);
		}
		else if (isSignalling(bits)) {
			constant(bits);
			use(JavaBaseMember.F32_OF_BITS);
			return;
		}
		else {
			this.method.visitLdcInsn(Float.intBitsToFloat(bits));
			this.constants++;
		}
		pushes(Kind.FLOAT);
	}

	@Override
	public void constantDouble(long bits) {
		if (bits == 0) {
			this.method.visitInsn(Opcodes.DCONST_0);
		}
		else if (isSignalling(bits)) {
			constant(bits);
			use(JavaBaseMember.F64_OF_BITS);
			return;
		}
		else {
			this.method.visitLdcInsn(Double.longBitsToDouble(bits));
			this.constants += 2;
		}
		pushes(Kind.DOUBLE);
	}

	// Nobody promises that a NaN keeps its bits on the way through the constant pool.
	private static boolean isSignalling(int bits) {
		return Float.isNaN(Float.intBitsToFloat(bits)) && bits != 0x7fc0_0000;
	}

	private static boolean isSignalling(long bits) {
		return Double.isNaN(Double.longBitsToDouble(bits)) && bits != 0x7ff8_0000_0000_0000L;
	}

	@Override
	public void constant(String value) {
		this.method.visitLdcInsn(value);
		this.constants += 2;
		this.stack.push("java/lang/String");
	}

	@Override
	public void constantNull() {
		this.method.visitInsn(Opcodes.ACONST_NULL);
		pushes(Kind.REFERENCE);
	}

	@Override
	public void load(Kind kind, int slot) {
		int opcode = switch (kind) {
			case INT -> Opcodes.ILOAD;
			case LONG -> Opcodes.LLOAD;
			case FLOAT -> Opcodes.FLOAD;
			case DOUBLE -> Opcodes.DLOAD;
			case REFERENCE, REGISTER, SHORT_REGISTER, INT_REGISTER, LONG_REGISTER, FLOAT_REGISTER, DOUBLE_REGISTER,
					BITS, REFERENCES, FRAME ->
				Opcodes.ALOAD;
			case VECTOR, VOID -> throw new IllegalArgumentException("cannot load " + kind);
		};
		this.method.visitVarInsn(opcode, slot);
		pushes(kind);
	}

	@Override
	public void store(Kind kind, int slot) {
		int opcode = switch (kind) {
			case INT -> Opcodes.ISTORE;
			case LONG -> Opcodes.LSTORE;
			case FLOAT -> Opcodes.FSTORE;
			case DOUBLE -> Opcodes.DSTORE;
			case REFERENCE, REGISTER, SHORT_REGISTER, INT_REGISTER, LONG_REGISTER, FLOAT_REGISTER, DOUBLE_REGISTER,
					BITS, REFERENCES, FRAME ->
				Opcodes.ASTORE;
			case VECTOR, VOID -> throw new IllegalArgumentException("cannot store " + kind);
		};
		this.method.visitVarInsn(opcode, slot);
		this.maximumLocals = Math.max(this.maximumLocals, slot + kind.slots());
		pops(kind.slots());
	}

	@Override
	public void increment(int slot, int by) {
		this.method.visitIincInsn(slot, by);
		this.maximumLocals = Math.max(this.maximumLocals, slot + 1);
	}

	@Override
	public void loadInstance() {
		this.method.visitVarInsn(Opcodes.ALOAD, this.instanceSlot);
		this.stack.push(this.instance);
		this.framed = false;
	}

	@Override
	public void add(Instruction instruction) {
		this.method.visitInsn(instruction.opcode());
		this.stack.add(instruction);
		this.framed = false;
	}

	@Override
	public void use(AllowedMember member) {
		MemberTable.Entry entry = MemberTable.of(member);
		if (entry.isField()) {
			this.method.visitFieldInsn(entry.opcode(), entry.owner(), entry.name(), entry.descriptor());
		}
		else {
			this.method.visitMethodInsn(entry.opcode(), entry.owner(), entry.name(), entry.descriptor(),
					entry.opcode() == Opcodes.INVOKEINTERFACE);
		}
		changes(entry.change());
	}

	@Override
	public void useLinked(AllowedMember operator) {
		MemberTable.Entry entry = MemberTable.of(operator);
		this.method.visitInvokeDynamicInsn(entry.name(), entry.descriptor(), MemberTable.LINK);
		// HotSpot counts call sites among the constants.
		this.constants += 5;
		changes(entry.change());
	}

	@Override
	public void put(AllowedMember field) {
		MemberTable.Entry entry = MemberTable.of(field);
		putField(entry.owner(), entry.name(), entry.descriptor());
	}

	@Override
	public void invokeExact(String descriptor) {
		MemberTable.Entry entry = MemberTable.of(JavaBaseMember.INVOKE_EXACT);
		this.method.visitMethodInsn(entry.opcode(), entry.owner(), entry.name(), descriptor, false);
		this.constants += 4;
		changes(MemberTable.change(descriptor, true));
	}

	@Override
	public void invokeStatic(String owner, String name, String descriptor) {
		this.method.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
		this.constants += 4;
		changes(MemberTable.change(descriptor, false));
	}

	@Override
	public void invokeOwn(IntFunction<String> name, String descriptor, Consumer<Bytecode> body) {
		String given = this.file.own(name, descriptor, body);
		invokeStatic(this.file.name(), given, descriptor);
	}

	@Override
	public void invokeVirtual(String owner, String name, String descriptor) {
		this.method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false);
		this.constants += 4;
		changes(MemberTable.change(descriptor, true));
	}

	@Override
	public void invokeConstructor(String owner, String descriptor) {
		this.method.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, "<init>", descriptor, false);
		changes(MemberTable.change(descriptor, true));
	}

	@Override
	public void getStatic(String owner, String name, String descriptor) {
		countField(owner, name);
		this.method.visitFieldInsn(Opcodes.GETSTATIC, owner, name, descriptor);
		changes(new MemberTable.Change(0, MemberTable.pushed(Type.getType(descriptor))));
	}

	@Override
	public void getField(String owner, String name, String descriptor) {
		countField(owner, name);
		this.method.visitFieldInsn(Opcodes.GETFIELD, owner, name, descriptor);
		changes(new MemberTable.Change(1, MemberTable.pushed(Type.getType(descriptor))));
	}

	@Override
	public void putField(String owner, String name, String descriptor) {
		countField(owner, name);
		this.method.visitFieldInsn(Opcodes.PUTFIELD, owner, name, descriptor);
		pops(Type.getType(descriptor).getSize() + 1);
	}

	@Override
	public void newArray(Kind kind) {
		if (kind == Kind.BITS) {
			this.method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
		}
		else {
			this.method.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
		}
		pops(1);
		pushes(kind);
	}

	@Override
	public void newArray(String array) {
		switch (array) {
			case "[B" -> this.method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_BYTE);
			case "[S" -> this.method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_SHORT);
			case "[I" -> this.method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_INT);
			case "[J" -> this.method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_LONG);
			case "[F" -> this.method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_FLOAT);
			case "[D" -> this.method.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_DOUBLE);
			default -> this.method.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
		}
		pops(1);
		this.stack.push(array);
	}

	@Override
	public void instanceOf(String type) {
		countClass(type);
		this.method.visitTypeInsn(Opcodes.INSTANCEOF, type);
		pops(1);
		pushes(Kind.INT);
	}

	@Override
	public void checkCast(String type) {
		countClass(type);
		this.method.visitTypeInsn(Opcodes.CHECKCAST, type);
		pops(1);
		this.stack.push(type);
	}

	@Override
	public int newLabel() {
		this.labels.add(new Label());
		return this.labels.size() - 1;
	}

	@Override
	public void jump(int label) {
		this.method.visitJumpInsn(Opcodes.GOTO, this.labels.get(label));
		this.framed = false;
	}

	@Override
	public void jump(Condition condition, int label) {
		this.method.visitJumpInsn(condition.opcode(), this.labels.get(label));
		pops(condition.operands());
	}

	@Override
	public void failIf(Condition condition, AllowedMember failure) {
		Label failing = new Label();
		this.method.visitJumpInsn(condition.opcode(), failing);
		pops(condition.operands());
		this.failures.add(new Failure(failing, failure, this.line, List.of(this.stack.snapshot())));
	}

	@Override
	public void tableSwitch(int first, int[] labels, int otherwise) {
		Label[] targets = new Label[labels.length];
		for (int index = 0; index < labels.length; index++) {
			targets[index] = this.labels.get(labels[index]);
		}
		this.method.visitTableSwitchInsn(first, first + labels.length - 1, this.labels.get(otherwise), targets);
		pops(1);
	}

	@Override
	public void place(int label, @Nullable Kind[] slots, int count) {
		this.stack.clear();
		placeWithin(label, slots, count);
	}

	@Override
	public void placeWithin(int label, @Nullable Kind[] slots, int count) {
		if (this.framed) {
			this.method.visitInsn(Opcodes.NOP);
		}
		this.method.visitLabel(this.labels.get(label));
		Object[] locals = new Object[Math.max(count, this.instanceSlot + 1)];
		int values = 0;
		int slot = 0;
		while (slot < locals.length) {
			Kind kind = (slot < count) ? slots[slot] : null;
			if (slot == this.instanceSlot) {
				locals[values++] = this.instance;
			}
			else {
				locals[values++] = (kind != null) ? OperandTypes.type(kind) : Opcodes.TOP;
			}
			slot += (kind != null) ? kind.slots() : 1;
		}
		this.method.visitFrame(Opcodes.F_NEW, values, locals, this.stack.count(), this.stack.snapshot());
		this.framed = true;
	}

	@Override
	public void placeHandler(int label, @Nullable Kind[] slots, int count) {
		this.stack.clear();
		this.stack.push(EXCEPTION);
		placeWithin(label, slots, count);
	}

	@Override
	public void protect(int start, int end, int handler) {
		this.method.visitTryCatchBlock(this.labels.get(start), this.labels.get(end), this.labels.get(handler),
				EXCEPTION);
	}

	@Override
	public void asObject() {
		this.stack.pop(1);
		this.stack.push(Kind.REFERENCE);
	}

	@Override
	public void placeAgain(int label) {
		this.method.visitLabel(this.labels.get(label));
	}

	@Override
	public void line(int number) {
		Label here = new Label();
		this.method.visitLabel(here);
		this.line = Math.min(number, LAST_LINE);
		this.method.visitLineNumber(this.line, here);
	}

	@Override
	public void giveBack(Kind kind) {
		this.method.visitInsn(switch (kind) {
			case INT -> Opcodes.IRETURN;
			case LONG -> Opcodes.LRETURN;
			case FLOAT -> Opcodes.FRETURN;
			case DOUBLE -> Opcodes.DRETURN;
			case REFERENCE, REGISTER, SHORT_REGISTER, INT_REGISTER, LONG_REGISTER, FLOAT_REGISTER, DOUBLE_REGISTER,
					BITS, REFERENCES, FRAME ->
				Opcodes.ARETURN;
			case VOID -> Opcodes.RETURN;
			case VECTOR -> throw new IllegalArgumentException("cannot return " + kind);
		});
		pops(kind.slots());
	}

	@Override
	public void weigh(int bytes) {
	}

	@Override
	public int size() {
		Label here = new Label();
		this.method.visitLabel(here);
		return here.getOffset();
	}

	@Override
	public void fillUp(int bytes) {
		this.least = bytes;
	}

	void finish() {
		this.failures.forEach(this::emit);
		if (size() < this.least - THROW_NULL) {
			fillUp();
		}
		this.method.visitMaxs(this.stack.mostWords(), this.maximumLocals);
		this.method.visitEnd();
	}

	private void fillUp() {
		int end = size();
		this.method.visitFrame(Opcodes.F_NEW, 0, NO_LOCALS, 0, NO_LOCALS);
		for (int bytes = end; bytes < this.least - THROW_NULL; bytes++) {
			this.method.visitInsn(Opcodes.NOP);
		}
		this.method.visitInsn(Opcodes.ACONST_NULL);
		this.method.visitInsn(Opcodes.ATHROW);
		this.stack.clear();
		this.stack.push(Kind.REFERENCE);
	}

	// No variable matters any more.
	private void emit(Failure failure) {
		this.method.visitLabel(failure.label);
		this.method.visitFrame(Opcodes.F_NEW, 0, NO_LOCALS, failure.operands.size(), failure.operands.toArray());
		this.method.visitLineNumber(failure.line, failure.label);
		MemberTable.Entry entry = MemberTable.of(failure.exception);
		this.method.visitMethodInsn(entry.opcode(), entry.owner(), entry.name(), entry.descriptor(), false);
		this.method.visitInsn(Opcodes.ATHROW);
	}

	/// What is to be thrown from another place.
	///
	/// @param label where
	/// @param exception makes the exception
	/// @param line the line of the place that it stands for
	/// @param operands the types of what is on the operand stack
	private record Failure(Label label, AllowedMember exception, int line, List<Object> operands) {
	}

}
