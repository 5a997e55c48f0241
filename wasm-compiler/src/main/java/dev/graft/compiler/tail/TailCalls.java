package dev.graft.compiler.tail;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.FunctionType;
import dev.graft.compiler.model.ModuleModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a module's functions do with their calls in tail position. Immutable.
///
/// A function *leaves* if a chain of such calls that goes through it may be endless: if
/// it calls, directly or by way of others, a function that is part of a circle, or one
/// that is not known here. All chains through other functions end after a few calls.
///
/// Functions that leave are numbered from 1, those whose methods return the same Java
/// type one after the other.
public final class TailCalls {

	/// How many frames a chain of ordinary calls may take in place of one.
	private static final int LONGEST_CHAIN = 8;

	private static final int[] NONE = {};

	private final int imported;

	private final int[] numbers;

	private final int[] functions;

	private final BitSet repeating;

	private TailCalls(int imported, int[] numbers, int[] functions, BitSet repeating) {
		this.imported = imported;
		this.numbers = numbers;
		this.functions = functions;
		this.repeating = repeating;
	}

	/// Looks through the bodies of a module.
	public static TailCalls of(ModuleModel module) {
		if (!module.features().contains(Feature.TAIL_CALL)) {
			return none(module);
		}
		Graph graph = new Graph();
		BitSet repeating = new BitSet();
		for (TailCallScan.Found found : TailCallScan.of(module)) {
			repeating.set(found.function(), found.callsItself());
			graph.add(found.function(), found.callees(), found.callsUnknown());
		}
		return graph.isEmpty() && repeating.isEmpty() ? none(module) : numbered(module, graph.leaving(), repeating);
	}

	private static TailCalls none(ModuleModel module) {
		return new TailCalls(module.importedFunctionCount(), NONE, NONE, new BitSet());
	}

	private static TailCalls numbered(ModuleModel module, BitSet leaving, BitSet repeating) {
		int[] functions = leaving.stream().boxed().sorted((one, other) -> {
			int byResult = Character.compare(result(module.functionType(one)), result(module.functionType(other)));
			return (byResult != 0) ? byResult : Integer.compare(one, other);
		}).mapToInt(Integer::intValue).toArray();
		int[] numbers = new int[module.definedFunctionCount()];
		for (int index = 0; index < functions.length; index++) {
			numbers[functions[index] - module.importedFunctionCount()] = index + 1;
		}
		return new TailCalls(module.importedFunctionCount(), numbers, functions, repeating);
	}

	/// The first character of the descriptor of what a function's method returns.
	public static char result(FunctionType type) {
		String descriptor = GeneratedSignatures.descriptor(type, "");
		return descriptor.charAt(descriptor.indexOf(')') + 1);
	}

	/// The number of a function that leaves, 0 for any other. Only for functions that the
	/// module defines.
	public int number(int functionIndex) {
		return (this.numbers.length > 0) ? this.numbers[functionIndex - this.imported] : 0;
	}

	/// Whether a function calls itself in tail position.
	public boolean repeats(int functionIndex) {
		return this.repeating.get(functionIndex);
	}

	/// The functions that leave, by number, the first of which is 1.
	public int[] functions() {
		return this.functions.clone();
	}

	/// Who calls whom in tail position. Functions that call nobody that way are left out.
	private static final class Graph {

		private final Map<Integer, int[]> callees = new HashMap<>();

		private final Map<Integer, List<Integer>> callers = new HashMap<>();

		/// The functions of which nothing is known but that they leave.
		private final BitSet leaving = new BitSet();

		void add(int function, int[] callees, boolean callsUnknown) {
			if (callsUnknown) {
				this.leaving.set(function);
			}
			if (callees.length > 0) {
				this.callees.put(function, callees);
			}
			for (int callee : callees) {
				this.callers.computeIfAbsent(callee, (key) -> new ArrayList<>()).add(function);
			}
		}

		boolean isEmpty() {
			return this.callees.isEmpty() && this.leaving.isEmpty();
		}

		/// The functions that leave. Goes from where chains end backwards; what is never
		/// reached that way is part of a circle or leads to one.
		BitSet leaving() {
			Map<Integer, Integer> open = new HashMap<>();
			Map<Integer, Integer> chains = new HashMap<>();
			Deque<Integer> ending = new ArrayDeque<>();
			this.callees.forEach((function, called) -> open.put(function, called.length));
			this.callees.values()
				.forEach((called) -> Arrays.stream(called)
					.filter((callee) -> !this.callees.containsKey(callee) && !this.leaving.get(callee)
							&& chains.putIfAbsent(callee, 0) == null)
					.forEach(ending::add));
			while (!ending.isEmpty()) {
				int callee = ending.remove();
				for (int caller : this.callers.getOrDefault(callee, List.of())) {
					chains.merge(caller, chains.getOrDefault(callee, 0) + 1, Math::max);
					boolean last = open.merge(caller, -1, Integer::sum) == 0;
					if (last && !this.leaving.get(caller) && chains.getOrDefault(caller, 0) <= LONGEST_CHAIN) {
						ending.add(caller);
						open.remove(caller);
					}
				}
			}
			BitSet leaving = (BitSet) this.leaving.clone();
			open.keySet().forEach(leaving::set);
			return leaving;
		}

	}

}
