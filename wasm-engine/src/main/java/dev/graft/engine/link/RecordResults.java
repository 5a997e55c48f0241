package dev.graft.engine.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.abi.ExecutionContext;
import org.jspecify.annotations.Nullable;

/// Several results as a record: a handle for each component, composed to one straight
/// line. HotSpot sees that no array, no box and, where nobody keeps it, no record has to be
/// made.
final class RecordResults {

	/// Each component makes linking longer, and handles cannot have many more parameters.
	private static final int MOST_COMPONENTS = 32;

	private static final MethodHandle ENSURE = find("ensure", void.class, int.class, ExecutionContext.class);

	private static final MethodHandle CHECKED = find("checked", Object.class, ReferenceType.class, String.class,
			Object.class);

	private final HostClasses host;

	RecordResults(HostClasses host) {
		this.host = host;
	}

	/// Whether records of so many components are made and read in this way.
	static boolean areFew(List<ValueType> types) {
		return types.size() <= MOST_COMPONENTS;
	}

	// What generated code leaves

	/// From what a call leaves to a record: `(carrier, ExecutionContext)record`.
	MethodHandle toRecord(List<ValueType> types, MethodHandle constructor) {
		MethodHandle made = constructor;
		// From the last to the first, as vectors take two places.
		for (int index = types.size() - 1; index > 0; index--) {
			Class<?> component = constructor.type().parameterType(index);
			made = MethodHandles.collectArguments(made, index, taken(types, index, component));
		}
		MethodHandle complete = withFirst(made, types.getFirst());
		int[] order = new int[complete.type().parameterCount()];
		Arrays.fill(order, 1, order.length, 1);
		return MethodHandles.permuteArguments(complete, MethodType.methodType(complete.type().returnType(),
				complete.type().parameterType(0), ExecutionContext.class), order);
	}

	private MethodHandle withFirst(MethodHandle made, ValueType type) {
		if (GeneratedSignatures.isVector(type)) {
			return MethodHandles.collectArguments(made, 0,
					MethodHandles.filterArguments(this.host.vectorOf(), 1, at(long.class, 1)));
		}
		return type.isReference()
				? MethodHandles.collectArguments(made, 0, returning(this.host.toHost(), made.type().parameterType(0)))
				: made;
	}

	// A result behind the first, from one or several contexts.
	private MethodHandle taken(List<ValueType> types, int index, Class<?> component) {
		int place = GeneratedSignatures.place(types, index);
		if (GeneratedSignatures.isVector(types.get(index))) {
			return MethodHandles.filterArguments(this.host.vectorOf(), 0, at(long.class, place),
					at(long.class, place + 1));
		}
		return types.get(index).isReference()
				? MethodHandles.filterArguments(returning(this.host.toHost(), component), 0, at(Object.class, place))
				: at(component, place);
	}

	private static MethodHandle returning(MethodHandle handle, Class<?> type) {
		return handle.asType(handle.type().changeReturnType(type));
	}

	/// What is at a place: `(ExecutionContext)carrier`.
	private static MethodHandle at(Class<?> carrier, int place) {
		String name = (carrier == Object.class) ? "referenceAt" : carrier.getName() + "At";
		return MethodHandles.insertArguments(find(name, carrier, int.class, ExecutionContext.class), 0, place);
	}

	// What generated code expects

	/// From a record to what generated code expects: `(record, ExecutionContext)carrier`.
	/// All components are read before the first is left, as a record may do anything
	/// then.
	/// @param accessors the record's
	MethodHandle ofRecord(List<ValueType> types, List<MethodHandle> accessors) {
		Adaptation adaptation = new Adaptation(leaving(carriers(types)),
				MethodHandles.identity(ExecutionContext.class));
		// From the last to the first, as vectors take two places.
		for (int index = types.size() - 1; index >= 0; index--) {
			int place = GeneratedSignatures.place(types, index);
			if (GeneratedSignatures.isVector(types.get(index))) {
				adaptation.split(place, this.host.lowOf(), this.host.highOf());
			}
			else if (types.get(index) instanceof ReferenceType reference) {
				adaptation.parameter(place, reference(reference, index));
			}
		}
		MethodHandle read = adaptation.handle();
		for (int index = 0; index < accessors.size(); index++) {
			MethodHandle accessor = accessors.get(index);
			read = MethodHandles.filterArguments(read, index,
					accessor.asType(accessor.type().changeReturnType(read.type().parameterType(index))));
		}
		int[] order = new int[accessors.size() + 1];
		order[accessors.size()] = 1;
		return MethodHandles.permuteArguments(read,
				MethodType.methodType(read.type().returnType(), read.type().parameterType(0), ExecutionContext.class),
				order);
	}

	private static List<Class<?>> carriers(List<ValueType> types) {
		List<Class<?>> carriers = new ArrayList<>();
		for (ValueType type : types) {
			carriers.add(Conversions.carrier(type));
			if (GeneratedSignatures.isVector(type)) {
				carriers.add(long.class);
			}
		}
		return carriers;
	}

	private MethodHandle reference(ReferenceType type, int index) {
		MethodHandle fromHost = MethodHandles.insertArguments(this.host.fromHost(), 0, type);
		return MethodHandles.filterReturnValue(fromHost,
				MethodHandles.insertArguments(CHECKED, 0, type, "result " + index));
	}

	/// Returns the first argument and leaves the others in the context, which comes last.
	private static MethodHandle leaving(List<Class<?>> carriers) {
		int places = carriers.size();
		MethodHandle handle = MethodHandles.dropArguments(MethodHandles.identity(carriers.getFirst()), 1,
				carriers.subList(1, places));
		handle = MethodHandles.dropArguments(handle, places, ExecutionContext.class);
		for (int place = 1; place < places; place++) {
			MethodHandle leave = MethodHandles.insertArguments(
					find("leave", void.class, carriers.get(place), int.class, ExecutionContext.class), 1, place);
			handle = MethodHandles.foldArguments(handle, place,
					MethodHandles.dropArguments(leave, 1, carriers.subList(place + 1, places)));
		}
		return MethodHandles.foldArguments(handle, places, MethodHandles.insertArguments(ENSURE, 0, places));
	}

	// One component

	static int intAt(int place, ExecutionContext context) {
		return (int) context.resultBits[place];
	}

	static long longAt(int place, ExecutionContext context) {
		return context.resultBits[place];
	}

	static float floatAt(int place, ExecutionContext context) {
		return Float.intBitsToFloat((int) context.resultBits[place]);
	}

	static double doubleAt(int place, ExecutionContext context) {
		return Double.longBitsToDouble(context.resultBits[place]);
	}

	static @Nullable Object referenceAt(int place, ExecutionContext context) {
		return context.resultReferences[place];
	}

	static void leave(int value, int place, ExecutionContext context) {
		context.resultBits[place] = value;
	}

	static void leave(long value, int place, ExecutionContext context) {
		context.resultBits[place] = value;
	}

	static void leave(float value, int place, ExecutionContext context) {
		context.resultBits[place] = Float.floatToRawIntBits(value);
	}

	static void leave(double value, int place, ExecutionContext context) {
		context.resultBits[place] = Double.doubleToRawLongBits(value);
	}

	static void leave(@Nullable Object value, int place, ExecutionContext context) {
		context.resultReferences[place] = value;
	}

	static void ensure(int places, ExecutionContext context) {
		context.ensureResults(places);
	}

	static @Nullable Object checked(ReferenceType type, String place, @Nullable Object reference) {
		return References.checked(type, place, reference);
	}

	private static MethodHandle find(String name, Class<?> result, Class<?>... parameters) {
		try {
			return MethodHandles.lookup()
				.findStatic(RecordResults.class, name, MethodType.methodType(result, parameters));
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

}
