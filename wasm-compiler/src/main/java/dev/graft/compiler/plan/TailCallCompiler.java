package dev.graft.compiler.plan;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.type.FunctionType;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.ClassFile;
import dev.graft.compiler.asm.Condition;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.emit.CarrierBits;
import dev.graft.compiler.emit.CodeNames;
import dev.graft.compiler.emit.PieceNames.Method;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.tail.TailCalls;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the methods behind calls in tail position for which functions leave.
///
/// ```
///   f#12(…, instance)            the entry, which ordinary callers know
///       result = f#12$0(…)       the body: leaves arguments and a number in the context, and returns, or returns for good
///       if (context.tailNumber != 0)
///           result = go_I(instance)
///
///   go_I(instance)
///       result = resume_I(instance)
///       if (context.tailNumber != 0)
///           result = TailOps.resumeI32(instance)     the next one is in another module
///
///   resume_I(instance)
///       while ((number = TailOps.take(instance)) != 0)
///           switch (number)
///               case 3: result = enter_3(instance)   calls f#12$0 with the arguments in the context
/// ```
///
/// Where there are more functions than a switch should have cases, it leads to further
/// methods, by ranges of numbers.
final class TailCallCompiler {

	/// Cases of a switch, of some ten bytes each: well below what HotSpot compiles.
	private static final int FAN_OUT_LOG2 = 8;

	private static final int NUMBER_SLOT = 1;

	private static final int RESULT_SLOT = 2;

	private final CodeNames names;

	/// Those that leave, by number, the first of which is 1.
	private final int[] functions;

	private final ClassSequence classes;

	private TailCallCompiler(CodeNames names, TailCalls tails) {
		this.names = names;
		this.functions = tails.functions();
		this.classes = new ClassSequence(names, GeneratedNames.TAIL_CALLS);
	}

	/// The classes that go on where functions have left. None, if none does.
	/// @param argumentTypes the types for which arguments are left in the context, of
	/// types that are equal the first
	static List<GeneratedClass> compile(CodeNames names, TailCalls tails, Collection<Integer> argumentTypes) {
		List<GeneratedClass> classes = new ArrayList<>();
		argumentTypes.forEach((type) -> classes.addAll(arguments(names, type)));
		if (tails.functions().length > 0) {
			classes.addAll(new TailCallCompiler(names, tails).resumption());
		}
		return classes;
	}

	/// The entry of a function that leaves.
	/// @param body the name of its body's method
	static void entry(CodeNames names, ClassSequence classes, int functionIndex, String body) {
		FunctionType type = names.module().functionType(functionIndex);
		String descriptor = names.functionDescriptor(type);
		List<Kind> parameters = parameters(descriptor);
		Bytecode code = classes.method(names.functionName(functionIndex), descriptor);
		int slot = 0;
		for (Kind parameter : parameters) {
			code.load(parameter, slot);
			slot += parameter.slots();
		}
		code.loadInstance();
		code.invokeStatic(names.functionOwner(functionIndex), body, descriptor);
		Kind result = result(TailCalls.result(type));
		int resultSlot = slot + 1;
		if (result != Kind.VOID) {
			code.store(result, resultSlot);
		}
		int done = code.newLabel();
		code.loadInstance();
		code.use(AbiMethod.INSTANCE_CONTEXT);
		code.use(AbiMethod.CONTEXT_TAIL_NUMBER);
		code.jump(Condition.EQ, done);
		code.loadInstance();
		code.invokeStatic(names.internalName(GeneratedNames.TAIL_CALLS), "go_" + TailCalls.result(type),
				descriptor(names, result));
		code.giveBack(result);
		@Nullable Kind[] slots = new @Nullable Kind[resultSlot + 1];
		slots[resultSlot] = (result != Kind.VOID) ? result : null;
		code.place(done, slots, (result != Kind.VOID) ? resultSlot + 1 : resultSlot);
		if (result != Kind.VOID) {
			code.load(result, resultSlot);
		}
		code.giveBack(result);
	}

	// The class that leaves the arguments of a type in the context.
	private static List<GeneratedClass> arguments(CodeNames names, int type) {
		ClassSequence classes = new ClassSequence(names, GeneratedNames.tailArguments(type));
		FunctionType functionType = names.module().types().function(type);
		Bytecode code = classes.method(GeneratedNames.TAIL_ARGUMENTS, names.tailArgumentsDescriptor(functionType));
		int slot = 0;
		int index = 0;
		for (Kind parameter : parameters(names.functionDescriptor(functionType))) {
			array(code, parameter);
			code.constant(index++);
			code.load(parameter, slot);
			if (parameter.isReference()) {
				code.add(Instruction.AASTORE);
			}
			else {
				CarrierBits.ofNumber(code, parameter);
				code.add(Instruction.LASTORE);
			}
			slot += parameter.slots();
		}
		code.giveBack(Kind.VOID);
		return classes.finish();
	}

	private static void array(Bytecode code, Kind kind) {
		code.loadInstance();
		code.use(AbiMethod.INSTANCE_CONTEXT);
		code.use(kind.isReference() ? AbiMethod.CONTEXT_TAIL_REFERENCES : AbiMethod.CONTEXT_TAIL_BITS);
	}

	private List<GeneratedClass> resumption() {
		for (char result : "VIJFDL".toCharArray()) {
			int first = 0;
			while (first < this.functions.length && resultOf(this.functions[first]) != result) {
				first++;
			}
			int end = first;
			while (end < this.functions.length && resultOf(this.functions[end]) == result) {
				end++;
			}
			if (first < end) {
				go(result);
				resume(result, first, end);
			}
		}
		return this.classes.finish();
	}

	private char resultOf(int functionIndex) {
		return TailCalls.result(this.names.module().functionType(functionIndex));
	}

	private void go(char result) {
		Kind kind = result(result);
		Bytecode code = this.classes.method("go_" + result, descriptor(this.names, kind));
		code.loadInstance();
		code.invokeStatic(this.names.internalName(GeneratedNames.TAIL_CALLS), GeneratedNames.resume(result),
				descriptor(this.names, kind));
		if (kind != Kind.VOID) {
			code.store(kind, 1);
		}
		int done = code.newLabel();
		code.loadInstance();
		code.use(AbiMethod.INSTANCE_CONTEXT);
		code.use(AbiMethod.CONTEXT_TAIL_NUMBER);
		code.jump(Condition.EQ, done);
		code.loadInstance();
		code.use(elsewhere(kind));
		code.giveBack(kind);
		code.place(done, new @Nullable Kind[] { null, (kind != Kind.VOID) ? kind : null }, (kind != Kind.VOID) ? 2 : 1);
		if (kind != Kind.VOID) {
			code.load(kind, 1);
		}
		code.giveBack(kind);
	}

	private void resume(char result, int first, int end) {
		Kind kind = result(result);
		Selection selection = select(kind, first, end);
		Bytecode code = this.classes.method(GeneratedNames.resume(result), descriptor(this.names, kind));
		@Nullable Kind[] slots = { null, null, (kind != Kind.VOID) ? kind : null };
		int count = (kind != Kind.VOID) ? RESULT_SLOT + 1 : 1;
		zero(code, kind);
		int again = code.newLabel();
		int done = code.newLabel();
		code.place(again, slots, count);
		code.loadInstance();
		code.use(AbiMethod.TAIL_TAKE);
		code.store(Kind.INT, NUMBER_SLOT);
		slots[NUMBER_SLOT] = Kind.INT;
		int[] labels = selection(code, selection, done);
		for (int number = 0; number < labels.length; number++) {
			code.place(labels[number], slots, Math.max(count, NUMBER_SLOT + 1));
			call(code, selection, number);
			if (kind != Kind.VOID) {
				code.store(kind, RESULT_SLOT);
			}
			code.jump(again);
		}
		code.place(done, slots, Math.max(count, NUMBER_SLOT + 1));
		if (kind != Kind.VOID) {
			code.load(kind, RESULT_SLOT);
		}
		code.giveBack(kind);
	}

	private static void zero(Bytecode code, Kind kind) {
		switch (kind) {
			case INT -> code.constant(0);
			case LONG -> code.constant(0L);
			case FLOAT -> code.constantFloat(0);
			case DOUBLE -> code.constantDouble(0);
			case VOID -> {
				return;
			}
			default -> code.constantNull();
		}
		code.store(kind, RESULT_SLOT);
	}

	// A method for a range of numbers: instance, number.
	private Method range(Kind kind, Selection selection) {
		ClassFile owner = this.classes.roomy();
		String name = "range" + selection.first + "_" + selection.shift;
		String descriptor = "(IL" + this.names.instance() + ";)" + kind.descriptor();
		Bytecode code = owner.method(name, descriptor);
		int nowhere = code.newLabel();
		code.load(Kind.INT, 0);
		int[] labels = table(code, selection, nowhere);
		@Nullable Kind[] slots = { Kind.INT, null };
		for (int number = 0; number < labels.length; number++) {
			code.place(labels[number], slots, 2);
			if (selection.shift > 0) {
				code.load(Kind.INT, 0);
			}
			code.loadInstance();
			Method target = selection.targets.get(number);
			code.invokeStatic(target.owner(), target.name(), target.descriptor());
			code.giveBack(kind);
		}
		code.place(nowhere, slots, 2);
		code.use(AbiMethod.TRAP_UNREACHABLE);
		code.add(Instruction.ATHROW);
		return new Method(owner.name(), name, descriptor);
	}

	private static int[] selection(Bytecode code, Selection selection, int otherwise) {
		code.load(Kind.INT, NUMBER_SLOT);
		return table(code, selection, otherwise);
	}

	// With the number on the stack.
	private static int[] table(Bytecode code, Selection selection, int otherwise) {
		int[] labels = new int[selection.targets.size()];
		for (int number = 0; number < labels.length; number++) {
			labels[number] = code.newLabel();
		}
		int first = selection.first + 1;
		if (selection.shift > 0) {
			code.constant(first);
			code.add(Instruction.ISUB);
			code.constant(selection.shift);
			code.add(Instruction.ISHR);
			first = 0;
		}
		code.tableSwitch(first, labels, otherwise);
		return labels;
	}

	private static void call(Bytecode code, Selection selection, int number) {
		if (selection.shift > 0) {
			code.load(Kind.INT, NUMBER_SLOT);
		}
		code.loadInstance();
		Method target = selection.targets.get(number);
		code.invokeStatic(target.owner(), target.name(), target.descriptor());
	}

	// What stands behind the switch for the functions with the numbers from `first` + 1
	// to `end`.
	private Selection select(Kind kind, int first, int end) {
		int shift = 0;
		while ((end - first - 1) >>> shift >= 1 << FAN_OUT_LOG2) {
			shift += FAN_OUT_LOG2;
		}
		List<Method> targets = new ArrayList<>();
		for (int start = first; start < end; start += 1 << shift) {
			targets.add((shift == 0) ? enter(kind, start)
					: range(kind, select(kind, start, Math.min(start + (1 << shift), end))));
		}
		return new Selection(first, shift, targets);
	}

	// Calls the body of a function with the arguments in the context.
	private Method enter(Kind kind, int position) {
		int functionIndex = this.functions[position];
		ClassFile owner = this.classes.roomy();
		String name = "enter_" + (position + 1);
		Bytecode code = owner.method(name, descriptor(this.names, kind));
		String descriptor = this.names.functionDescriptor(this.names.module().functionType(functionIndex));
		int index = 0;
		for (Kind parameter : parameters(descriptor)) {
			array(code, parameter);
			code.constant(index++);
			if (parameter.isReference()) {
				code.add(Instruction.AALOAD);
				if (parameter != Kind.REFERENCE) {
					code.checkCast(parameter.descriptor());
				}
			}
			else {
				code.add(Instruction.LALOAD);
				CarrierBits.toNumber(code, parameter);
			}
		}
		code.loadInstance();
		code.invokeStatic(this.names.functionOwner(functionIndex), bodyName(this.names, functionIndex), descriptor);
		code.giveBack(kind);
		return new Method(owner.name(), name, descriptor(this.names, kind));
	}

	/// The name of the method of the body of a function that leaves: stack traces take it
	/// for a piece of the function.
	static String bodyName(CodeNames names, int functionIndex) {
		return GeneratedNames.piece(names.functionName(functionIndex), 0);
	}

	private static String descriptor(CodeNames names, Kind result) {
		return "(L" + names.instance() + ";)" + result.descriptor();
	}

	private static AbiMethod elsewhere(Kind result) {
		return switch (result) {
			case VOID -> AbiMethod.TAIL_RESUME;
			case INT -> AbiMethod.TAIL_RESUME_I32;
			case LONG -> AbiMethod.TAIL_RESUME_I64;
			case FLOAT -> AbiMethod.TAIL_RESUME_F32;
			case DOUBLE -> AbiMethod.TAIL_RESUME_F64;
			default -> AbiMethod.TAIL_RESUME_REFERENCE;
		};
	}

	private static Kind result(char descriptor) {
		return switch (descriptor) {
			case 'V' -> Kind.VOID;
			case 'I' -> Kind.INT;
			case 'J' -> Kind.LONG;
			case 'F' -> Kind.FLOAT;
			case 'D' -> Kind.DOUBLE;
			default -> Kind.REFERENCE;
		};
	}

	// What a method takes before the instance.
	private static List<Kind> parameters(String descriptor) {
		List<Kind> kinds = new ArrayList<>();
		int at = 1;
		while (descriptor.indexOf(";)", at) != descriptor.indexOf(';', at) || descriptor.charAt(at) != 'L') {
			Kind kind = parameter(descriptor, at);
			kinds.add(kind);
			at += kind.descriptor().length();
		}
		return kinds;
	}

	private static Kind parameter(String descriptor, int at) {
		for (Kind kind : List.of(Kind.INT, Kind.LONG, Kind.FLOAT, Kind.DOUBLE, Kind.REFERENCE, Kind.BITS,
				Kind.REFERENCES)) {
			if (descriptor.startsWith(kind.descriptor(), at)) {
				return kind;
			}
		}
		throw new IllegalArgumentException("no parameter at %d of %s".formatted(at, descriptor));
	}

	/// A switch: over the functions from the one behind `first` on, in steps of two to
	/// the power of `shift`.
	private record Selection(int first, int shift, List<Method> targets) {
	}

}
