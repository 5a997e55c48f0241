package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import dev.graft.compiler.op.ParametricOp;
import dev.graft.fuzz.PlainOps.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Gets values of a type from somewhere, and rid of values.
final class Values {

	private static final int DEEPEST = 5;

	private final Code code;

	private final List<Plain> plain;

	private int nesting;

	Values(Code code) {
		this.code = code;
		this.plain = PlainOps.of(code.module.features);
	}

	private Dice dice() {
		return this.code.dice;
	}

	private Scaffold module() {
		return this.code.module;
	}

	// ---- producing

	/// Whether it is time to come to an end.
	boolean isDeep() {
		return this.nesting > DEEPEST + 2;
	}

	/// Pushes a value of a type.
	void produce(ValueType type) {
		this.nesting++;
		int before = this.code.stack().size();
		this.code.above(() -> {
			if (this.code.budget <= 0 || this.nesting > DEEPEST || !compute(type)) {
				leaf(type);
			}
		});
		this.nesting--;
		if (this.code.stack().size() != before + 1) {
			throw new IllegalStateException("%s made %s of %d".formatted(type, this.code.stack(), before));
		}
	}

	private boolean compute(ValueType type) {
		return switch (dice().below(6)) {
			case 0, 1 -> plain(type);
			case 2 -> Memories.load(this.code, type);
			case 3 -> dice().coin() ? Calls.producing(this.code, type) : Controls.producing(this.code, type);
			case 4 -> type instanceof ReferenceType reference && Aggregates.producing(this.code, reference);
			default -> false;
		};
	}

	private boolean plain(ValueType type) {
		List<Plain> choices = this.plain.stream().filter((each) -> each.pushes().equals(List.of(type))).toList();
		if (choices.isEmpty()) {
			return false;
		}
		write(dice().of(choices));
		return true;
	}

	/// Writes any plain operator with its operands.
	void anyPlain() {
		write(dice().of(this.plain));
	}

	private void write(Plain op) {
		this.code.take(op.pops()).op(op.op());
		PlainOps.immediates(this.code, op.op());
		if (this.code.module.canonicalNans && op.isNanMaker()) {
			canonicalize(op.resultShape());
		}
		this.code.push(op.pushes());
	}

	/// Makes the value on top of the stack the usual NaN if it is one.
	void canonicalize(String shape) {
		int index = List.of("f32", "f64", "f32x4", "f64x2").indexOf(shape);
		this.code.op("call").u(module().canonicalizers.get(index));
	}

	/// Pushes a value without computing much.
	void leaf(ValueType type) {
		List<Integer> locals = locals(type);
		List<Integer> globals = globals(type, false);
		boolean made = switch (dice().below(4)) {
			case 0, 1 -> get("local.get", locals);
			case 2 -> get("global.get", globals);
			default -> false;
		};
		if (!made && (isMakeable(type) || !get("local.get", locals))) {
			constant(type);
		}
	}

	private boolean get(String mnemonic, List<Integer> indices) {
		if (indices.isEmpty()) {
			return false;
		}
		int index = dice().of(indices);
		this.code.op(mnemonic).u(index);
		this.code.push(mnemonic.startsWith("local") ? this.code.locals.get(index) : module().globals.get(index).type());
		return true;
	}

	/// The locals whose values match a type.
	List<Integer> locals(ValueType type) {
		return IntStream.range(0, this.code.locals.size())
			.filter((local) -> module().types.matches(this.code.locals.get(local), type))
			.boxed()
			.toList();
	}

	/// The globals whose values match a type, or, to be set, that take it.
	List<Integer> globals(ValueType type, boolean set) {
		return IntStream.range(0, module().globals.size())
			.filter((global) -> global != module().fuelGlobal && fits(module().globals.get(global), type, set))
			.boxed()
			.toList();
	}

	private boolean fits(Scaffold.GlobalShape global, ValueType type, boolean set) {
		return set ? global.mutable() && module().types.matches(type, global.type())
				: module().types.matches(global.type(), type);
	}

	/// Whether [#constant] can make one.
	boolean isMakeable(ValueType type) {
		return !(type instanceof ReferenceType reference) || reference.nullable()
				|| Aggregates.isMakeable(module(), reference.heapType());
	}

	/// Pushes a number, or a reference that did not exist before, or null.
	void constant(ValueType type) {
		switch (type) {
			case NumberType number -> Constants.number(this.code.out, dice(), number);
			case VectorType vector -> Constants.vector(this.code.out, dice());
			case ReferenceType reference -> {
				boolean makeable = Aggregates.isMakeable(module(), reference.heapType());
				boolean shallow = this.nesting <= DEEPEST && dice().below(3) > 0;
				if (makeable && (shallow || !reference.nullable())) {
					Aggregates.make(this.code, reference.heapType());
				}
				else {
					nullReference(reference);
				}
			}
		}
		this.code.push(type);
	}

	/// Pushes null, and if that is not what is asked for, traps.
	private void nullReference(ReferenceType type) {
		this.code.op("ref.null");
		TypeSpace.encode(type.heapType(), this.code.out);
		if (!type.nullable()) {
			this.code.op("ref.as_non_null");
		}
	}

	// ---- getting rid

	/// Takes the topmost operand, which is there, and does something or nothing with it.
	void sink() {
		ValueType type = this.code.peek(0);
		List<Integer> locals = IntStream.range(0, this.code.locals.size())
			.filter((local) -> module().types.matches(type, this.code.locals.get(local)))
			.boxed()
			.toList();
		List<Integer> globals = globals(type, true);
		int choice = dice().below(8);
		if (choice < 2 && !locals.isEmpty()) {
			this.code.op("local.set").u(dice().of(locals)).pop();
		}
		else if (choice < 3 && !globals.isEmpty()) {
			this.code.op("global.set").u(dice().of(globals)).pop();
		}
		else if (choice < 4) {
			this.code.op("drop").pop();
		}
		else {
			sum(type);
		}
	}

	/// Adds the topmost operand to the sum.
	private void sum(ValueType type) {
		switch (type) {
			case NumberType number -> bits(number);
			case VectorType vector -> this.code.op("i64x2.extract_lane").u(dice().below(2));
			case ReferenceType reference -> this.code.op("ref.is_null").op("i64.extend_i32_u");
		}
		this.code.pop();
		this.code.op("global.get").u(module().sumGlobal).op("i64.const").u(5).op("i64.rotl").op("i64.xor");
		this.code.op("global.set").u(module().sumGlobal);
	}

	private void bits(NumberType type) {
		switch (type) {
			case I32 -> this.code.op("i64.extend_i32_u");
			case I64 -> {
			}
			case F32 -> this.code.op("i32.reinterpret_f32").op("i64.extend_i32_u");
			case F64 -> this.code.op("i64.reinterpret_f64");
		}
	}

	/// Makes the operands of the innermost block these, at the end of it.
	void settle(List<ValueType> types) {
		if (this.code.isUnreachable() && this.code.available() == 0 && dice().coin()) {
			return;
		}
		while (this.code.available() > 0 && !isPrefix(types)) {
			sink();
		}
		types.subList(this.code.available(), types.size()).forEach(this::produce);
	}

	private boolean isPrefix(List<ValueType> types) {
		int count = this.code.available();
		List<ValueType> stack = this.code.stack();
		return count <= types.size() && module().types
			.matches(new ArrayList<>(stack.subList(stack.size() - count, stack.size())), types.subList(0, count));
	}

	/// Chooses one of two values.
	void select() {
		List<ValueType> choices = new ArrayList<>(
				List.of(NumberType.I32, NumberType.I64, NumberType.F32, NumberType.F64));
		choices.addAll(Types.vectors(module()));
		ValueType type = dice().of(choices);
		boolean stated = dice().oneIn(3);
		if (stated) {
			type = Types.any(module(), dice());
		}
		this.code.take(type, type, NumberType.I32);
		this.code.op(stated ? ParametricOp.SELECT_TYPED : ParametricOp.SELECT);
		if (stated) {
			TypeSpace.encode(List.of(type), this.code.out);
		}
		this.code.push(type);
	}

	/// Reads or writes a local.
	void local() {
		if (this.code.locals.isEmpty()) {
			return;
		}
		int local = dice().below(this.code.locals.size());
		ValueType type = this.code.locals.get(local);
		switch (dice().below(3)) {
			case 0 -> this.code.op("local.get").u(local).push(type);
			case 1 -> this.code.take(type).op("local.set").u(local);
			default -> this.code.take(type).op("local.tee").u(local).push(type);
		}
	}

	/// Writes a global.
	void setGlobal() {
		List<Integer> mutable = IntStream.range(0, module().globals.size())
			.filter((global) -> global != module().fuelGlobal && module().globals.get(global).mutable())
			.boxed()
			.toList();
		int global = dice().of(mutable);
		this.code.take(module().globals.get(global).type()).op("global.set").u(global);
	}

	/// The type of a function that takes and leaves what is on the stack, or less.
	FunctionType blockType() {
		int parameters = module().has(Feature.MULTI_VALUE) ? Math.min(dice().below(3), this.code.available()) : 0;
		List<ValueType> stack = this.code.stack();
		List<ValueType> taken = List.copyOf(stack.subList(stack.size() - parameters, stack.size()));
		return new FunctionType(taken, Types.some(module(), dice(), dice().oneIn(3) ? 2 : 1));
	}

}
