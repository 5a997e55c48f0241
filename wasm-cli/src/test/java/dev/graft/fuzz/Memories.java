package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import dev.graft.compiler.op.AtomicOp;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.MemoryAccessOp.Access;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.OpTable;
import dev.graft.compiler.op.VectorMemoryOp;
import dev.graft.fuzz.Scaffold.MemoryShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Loads, stores, and what is done with whole memories.
final class Memories {

	private Memories() {
	}

	/// Ways to use memories.
	static List<Production> productions(Scaffold module) {
		List<Production> productions = new ArrayList<>();
		if (module.has(Feature.BULK_MEMORY)) {
			add(productions, 1, Memories::fill);
			add(productions, 1, Memories::copy);
			productions.add(new Production(1, (code) -> !code.module.memories.isEmpty() && !code.module.data.isEmpty(),
					Memories::initialize));
			productions.add(new Production(1, (code) -> !code.module.data.isEmpty(), Memories::drop));
		}
		List<Touch> touches = touches(module).toList();
		add(productions, 16, (code) -> touch(code, code.dice.of(touches)));
		if (module.has(Feature.THREADS)) {
			productions.add(Production.always(1, (code) -> code.op("atomic.fence").u(0)));
		}
		add(productions, 1, Memories::size);
		add(productions, 1, Memories::grow);
		return productions;
	}

	private static void add(List<Production> productions, int weight, Consumer<Code> write) {
		productions.add(new Production(weight, (code) -> !code.module.memories.isEmpty(), write));
	}

	/// A load, a store or an atomic access.
	/// @param operands what it pops after the address
	/// @param alignmentLog2 the largest alignment that may be stated
	/// @param lanes how many lanes there are to choose from, 0 if there is nothing to
	/// choose
	private record Touch(Op op, List<ValueType> operands, List<ValueType> results, int alignmentLog2, int lanes) {
	}

	private static Stream<Touch> touches(Scaffold module) {
		return OpTable.all().stream().filter((op) -> module.has(op.feature())).flatMap(Memories::touch);
	}

	private static Stream<Touch> touch(Op op) {
		return switch (op) {
			case MemoryAccessOp access -> Stream.of(access.access() == Access.LOAD
					? new Touch(op, List.of(), List.of(access.type()), access.naturalAlignmentLog2(), 0)
					: new Touch(op, List.of(access.type()), List.of(), access.naturalAlignmentLog2(), 0));
			case VectorMemoryOp vector -> Stream.of(new Touch(op,
					vector.access() == Access.STORE || vector.isLane() ? List.of(VectorType.V128) : List.of(),
					vector.access() == Access.LOAD ? List.of(VectorType.V128) : List.of(),
					vector.naturalAlignmentLog2(), vector.isLane() ? vector.lanes() : 0));
			case AtomicOp atomic when atomic.action() != AtomicOp.Action.FENCE -> Stream.of(atomic(atomic));
			default -> Stream.empty();
		};
	}

	private static Touch atomic(AtomicOp op) {
		List<ValueType> operands = new ArrayList<>(Collections.nCopies(op.action().valueOperands(), op.type()));
		if (op.action() == AtomicOp.Action.WAIT) {
			operands = List.of(op.type(), NumberType.I64);
		}
		boolean answers = op.action() == AtomicOp.Action.WAIT || op.action() == AtomicOp.Action.NOTIFY;
		List<ValueType> results = (op.action() == AtomicOp.Action.STORE) ? List.of()
				: List.of(answers ? NumberType.I32 : op.type());
		return new Touch(op, List.copyOf(operands), results, op.alignmentLog2(), 0);
	}

	/// Pushes what a load finds.
	/// @return whether there is a load of the type
	static boolean load(Code code, ValueType type) {
		List<Touch> loads = touches(code.module).filter((touch) -> touch.results().equals(List.of(type))).toList();
		if (loads.isEmpty() || code.module.memories.isEmpty()) {
			return false;
		}
		touch(code, code.dice.of(loads));
		return true;
	}

	private static void touch(Code code, Touch touch) {
		int memory = memory(code);
		address(code, memory);
		boolean atomic = touch.op() instanceof AtomicOp;
		if (atomic && !code.dice.oneIn(20)) {
			mask(code, code.module.memories.get(memory).address(), -1L << touch.alignmentLog2());
		}
		for (ValueType operand : touch.operands()) {
			if (touch.op() instanceof AtomicOp op && op.action() == AtomicOp.Action.WAIT && operand == NumberType.I64) {
				// A value, or nanoseconds: few.
				Constants.address(code.out, NumberType.I64, code.dice.below(50));
				code.push(operand);
			}
			else {
				code.values().produce(operand);
			}
		}
		code.remove(touch.operands().size() + 1);
		code.op(touch.op());
		argument(code, memory, atomic ? touch.alignmentLog2() : code.dice.between(0, touch.alignmentLog2()),
				atomic && !code.dice.oneIn(20));
		if (touch.lanes() > 0) {
			code.out.u8(code.dice.below(touch.lanes()));
		}
		code.push(touch.results());
	}

	static int memory(Code code) {
		return code.dice.below(code.module.memories.size());
	}

	/// Pushes an address, most often one that is in the memory.
	static void address(Code code, int memory) {
		MemoryShape shape = code.module.memories.get(memory);
		long bytes = shape.minimumBytes();
		switch (code.dice.below(40)) {
			case 0 -> code.values().produce(shape.address());
			case 1 -> {
				Constants.address(code.out, shape.address(), bytes - code.dice.below(20));
				code.push(shape.address());
			}
			case 2, 3, 4, 5, 6, 7, 8 -> {
				Constants.address(code.out, shape.address(), code.dice.below((int) Math.max(1, bytes - 20)));
				code.push(shape.address());
			}
			default -> {
				code.values().produce(shape.address());
				mask(code, shape.address(), Math.max(0, Long.highestOneBit(Math.max(1, bytes)) / 2 - 1));
			}
		}
	}

	/// Clears the bits of the topmost operand that are not in a mask.
	static void mask(Code code, NumberType type, long mask) {
		Constants.address(code.out, type, mask);
		code.op(type + ".and");
	}

	/// Writes alignment, memory and offset.
	private static void argument(Code code, int memory, int alignmentLog2, boolean aligned) {
		boolean named = memory != 0 || code.module.has(Feature.MULTI_MEMORY) && code.dice.oneIn(8);
		code.u(alignmentLog2 | (named ? 0x40 : 0));
		if (named) {
			code.u(memory);
		}
		code.u(offset(code, code.module.memories.get(memory)) & (aligned ? -1L << alignmentLog2 : -1L));
	}

	private static long offset(Code code, MemoryShape shape) {
		return switch (code.dice.below(60)) {
			case 0 -> Integer.toUnsignedLong(code.dice.i32());
			case 1 -> shape.is64() ? code.dice.i64() : 0xFFFF_FFFFL;
			case 2 -> shape.minimumBytes();
			default -> code.dice.coin() ? 0 : code.dice.below(64);
		};
	}

	/// Pushes a number of bytes.
	private static void length(Code code, NumberType type) {
		if (code.dice.oneIn(30)) {
			code.values().produce(type);
			return;
		}
		Constants.address(code.out, type, code.dice.below(100));
		code.push(type);
	}

	private static void size(Code code) {
		int memory = memory(code);
		code.op("memory.size").u(memory).push(code.module.memories.get(memory).address());
	}

	private static void grow(Code code) {
		int memory = memory(code);
		NumberType type = code.module.memories.get(memory).address();
		if (code.dice.oneIn(3)) {
			code.values().produce(type);
		}
		else {
			Constants.address(code.out, type, code.dice.below(3));
			code.push(type);
		}
		code.op("memory.grow").u(memory);
	}

	private static void fill(Code code) {
		int memory = memory(code);
		address(code, memory);
		code.values().produce(NumberType.I32);
		length(code, code.module.memories.get(memory).address());
		code.remove(3);
		code.op("memory.fill").u(memory);
	}

	private static void copy(Code code) {
		int to = memory(code);
		int from = memory(code);
		boolean both64 = code.module.memories.get(to).is64() && code.module.memories.get(from).is64();
		address(code, to);
		address(code, from);
		length(code, both64 ? NumberType.I64 : NumberType.I32);
		code.remove(3);
		code.op("memory.copy").u(to).u(from);
	}

	private static void initialize(Code code) {
		int memory = memory(code);
		int segment = code.dice.below(code.module.data.size());
		address(code, memory);
		part(code, code.module.data.get(segment));
		part(code, code.module.data.get(segment));
		code.remove(3);
		code.op("memory.init").u(segment).u(memory);
	}

	/// Pushes half of a length or less, most often.
	private static void part(Code code, int length) {
		int most = code.dice.oneIn(10) ? length + 1 : length / 2;
		Constants.address(code.out, NumberType.I32, code.dice.between(0, most));
		code.push(NumberType.I32);
	}

	private static void drop(Code code) {
		code.op("data.drop").u(code.dice.below(code.module.data.size()));
	}

}
