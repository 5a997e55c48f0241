package dev.graft.engine.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import dev.graft.engine.abi.ExecutionContext;
import org.jspecify.annotations.Nullable;

/// Several results at once: generated code returns the first and leaves the others in the
/// context, Java returns a record ([RecordResults]) or an array.
public final class Results {

	private static final MethodHandle COLLECT = find("collect",
			MethodType.methodType(Object[].class, List.class, Object.class, ExecutionContext.class));

	private static final MethodHandle SPREAD = find("spread",
			MethodType.methodType(Object.class, List.class, Object[].class, ExecutionContext.class));

	private static final MethodHandle ARRAY = find("array", MethodType.methodType(Object[].class, Object.class));

	private static final MethodHandle COMPONENTS = find("components",
			MethodType.methodType(Object[].class, MethodHandle[].class, Object.class));

	private static final MethodHandle CONVERT = find("convert", MethodType.methodType(Object[].class,
			MethodHandle.class, MethodHandle.class, List.class, Object[].class, ExecutionContext.class));

	private static final MethodHandle HIGH_OF_FIRST = find("highOfFirst",
			MethodType.methodType(long.class, ExecutionContext.class));

	private static final MethodHandle LEAVE_VECTOR = find("leaveVector",
			MethodType.methodType(long.class, long.class, long.class, ExecutionContext.class));

	private static final MethodHandle HALVES = find("halves",
			MethodType.methodType(Halves.class, long.class, long.class));

	private static final MethodHandle HALVES_LOW = find("low", MethodType.methodType(long.class, Halves.class));

	private static final MethodHandle HALVES_HIGH = find("high", MethodType.methodType(long.class, Halves.class));

	private final HostClasses host;

	private final RecordResults records;

	Results(HostClasses host) {
		this.host = host;
		this.records = new RecordResults(host);
	}

	/// Boxes the results of a call: functions are still references.
	/// @param types the types of the results
	/// @param first the first one, boxed
	/// @param context where the others are
	public static @Nullable Object[] collect(List<ValueType> types, @Nullable Object first, ExecutionContext context) {
		@Nullable Object[] results = new @Nullable Object[types.size()];
		int place = 0;
		for (int index = 0; index < results.length; index++) {
			results[index] = (index > 0) ? get(types.get(index), place, context)
					: (first instanceof Long low && GeneratedSignatures.isVector(types.getFirst()))
							? new Halves(low, context.resultBits[1]) : first;
			place += GeneratedSignatures.isVector(types.get(index)) ? 2 : 1;
		}
		return results;
	}

	private static @Nullable Object get(ValueType type, int place, ExecutionContext context) {
		long bits = context.resultBits[place];
		return switch (type) {
			case NumberType number -> switch (number) {
				case I32 -> (Object) (int) bits;
				case I64 -> bits;
				case F32 -> Float.intBitsToFloat((int) bits);
				case F64 -> Double.longBitsToDouble(bits);
			};
			case VectorType vector -> new Halves(bits, context.resultBits[place + 1]);
			case ReferenceType reference -> context.resultReferences[place];
		};
	}

	/// A vector, as this package knows it.
	/// @param low the lower half, which holds the first lanes
	/// @param high the upper half
	public record Halves(long low, long high) {
	}

	/// Leaves all results but the first in the context.
	/// @return the first
	static @Nullable Object spread(List<ValueType> types, @Nullable Object[] results, ExecutionContext context) {
		if (results.length != types.size()) {
			throw new IllegalArgumentException(
					"expected %d results %s, found %d".formatted(types.size(), types, results.length));
		}
		context.ensureResults(GeneratedSignatures.places(types));
		int place = 0;
		for (int index = 0; index < results.length; index++) {
			put(types.get(index), index, place, results[index], context);
			place += GeneratedSignatures.isVector(types.get(index)) ? 2 : 1;
		}
		return (results[0] instanceof Halves halves) ? (Object) halves.low : results[0];
	}

	private static void put(ValueType type, int index, int place, @Nullable Object result, ExecutionContext context) {
		switch (type) {
			case NumberType number -> context.resultBits[place] = (index > 0) ? bits(number, index, result) : 0;
			case VectorType vector -> put(halves(index, result), place, context);
			case ReferenceType reference ->
				context.resultReferences[place] = References.checked(reference, "result " + index, result);
		}
	}

	private static Halves halves(int index, @Nullable Object result) {
		if (result instanceof Halves halves) {
			return halves;
		}
		throw new ClassCastException("result %d is a vector, found %s".formatted(index,
				(result != null) ? result.getClass().getTypeName() : "null"));
	}

	static Halves halves(long low, long high) {
		return new Halves(low, high);
	}

	static long low(Halves halves) {
		return halves.low;
	}

	static long high(Halves halves) {
		return halves.high;
	}

	private static void put(Halves vector, int place, ExecutionContext context) {
		context.resultBits[place] = vector.low;
		context.resultBits[place + 1] = vector.high;
	}

	private static long bits(NumberType type, int index, @Nullable Object result) {
		return switch (result) {
			case Integer i32 when type == NumberType.I32 -> i32;
			case Long i64 when type == NumberType.I64 -> i64;
			case Float f32 when type == NumberType.F32 -> Float.floatToRawIntBits(f32);
			case Double f64 when type == NumberType.F64 -> Double.doubleToRawLongBits(f64);
			case null, default -> throw new ClassCastException("result %d is %s, found %s".formatted(index, type,
					(result != null) ? result.getClass().getTypeName() : "null"));
		};
	}

	/// The types of the components of a record.
	static List<Class<?>> componentTypes(Class<?> recordClass) {
		return Arrays.stream(recordClass.getRecordComponents()).<Class<?>>map(RecordComponent::getType).toList();
	}

	/// From what a call leaves to a record or an array: `(carrier,
	/// ExecutionContext)javaType`.
	/// @throws IllegalArgumentException if the types do not go together
	MethodHandle toJava(List<ValueType> types, Class<?> javaType) {
		if (javaType.isRecord() && RecordResults.areFew(types)) {
			return this.records.toRecord(types, constructor(javaType, types));
		}
		MethodHandle collect = COLLECT.bindTo(types);
		MethodHandle array = valuesOf(collect, types);
		if (javaType.isRecord()) {
			MethodHandle constructor = constructor(javaType, types);
			MethodHandle create = constructor.asType(constructor.type().generic().changeReturnType(javaType))
				.asSpreader(Object[].class, types.size());
			array = MethodHandles.filterReturnValue(array, create);
		}
		else if (!javaType.isAssignableFrom(Object[].class)) {
			throw new IllegalArgumentException("%d results %s cannot be %s in Java; a record or Object[] can"
				.formatted(types.size(), types, javaType.getTypeName()));
		}
		return array
			.asType(MethodType.methodType(javaType, Conversions.carrier(types.getFirst()), ExecutionContext.class));
	}

	/// From a record or an array to what generated code expects: `(javaType,
	/// ExecutionContext)carrier`.
	/// @throws IllegalArgumentException if the types do not go together
	MethodHandle toCarrier(Class<?> javaType, List<ValueType> types) {
		if (javaType.isRecord() && RecordResults.areFew(types)) {
			return this.records.ofRecord(types, accessors(javaType, types));
		}
		MethodHandle array = javaType.isRecord() ? components(javaType, types) : ARRAY;
		if (!javaType.isRecord() && !javaType.isAssignableFrom(Object[].class)) {
			throw new IllegalArgumentException("%d results %s cannot be %s in Java; a record or Object[] can"
				.formatted(types.size(), types, javaType.getTypeName()));
		}
		MethodHandle spread = MethodHandles.filterArguments(referencesOf(types), 0, array);
		return spread
			.asType(MethodType.methodType(Conversions.carrier(types.getFirst()), javaType, ExecutionContext.class));
	}

	/// Turns references into what the host sees, and halves into vectors.
	private MethodHandle valuesOf(MethodHandle collect, List<ValueType> types) {
		if (types.stream().noneMatch(Results::isConverted)) {
			return collect;
		}
		MethodHandle vectorOf = MethodHandles.filterArguments(this.host.vectorOf(), 0, HALVES_LOW, HALVES_HIGH);
		return sharingContext(converting(MethodHandles.dropArguments(this.host.toHost(), 0, ReferenceType.class),
				shared(vectorOf), types), collect);
	}

	/// Turns what the host sees into references, and vectors into halves.
	private MethodHandle referencesOf(List<ValueType> types) {
		MethodHandle spread = SPREAD.bindTo(types);
		if (types.stream().noneMatch(Results::isConverted)) {
			return spread;
		}
		MethodHandle halvesOf = MethodHandles.filterArguments(HALVES, 0, this.host.lowOf(), this.host.highOf());
		return sharingContext(spread, converting(this.host.fromHost(), shared(halvesOf), types));
	}

	private static boolean isConverted(ValueType type) {
		return type.isReference() || GeneratedSignatures.isVector(type);
	}

	private static MethodHandle converting(MethodHandle references, MethodHandle vectors, List<ValueType> types) {
		return MethodHandles.insertArguments(CONVERT, 0, references, vectors.asType(MethodType.genericMethodType(1)),
				types);
	}

	/// Passes one argument twice.
	private static MethodHandle shared(MethodHandle handle) {
		return MethodHandles.permuteArguments(handle, handle.type().dropParameterTypes(1, 2), 0, 0);
	}

	/// From what a call leaves to a vector: `(long, ExecutionContext)javaType`.
	MethodHandle vectorToJava(Class<?> javaType) {
		MethodHandle vector = MethodHandles.filterArguments(this.host.vectorOf(), 1, HIGH_OF_FIRST);
		return vector.asType(vector.type().changeReturnType(javaType));
	}

	/// From a vector to what generated code expects: `(javaType, ExecutionContext)long`.
	MethodHandle vectorToCarrier(Class<?> javaType) {
		MethodHandle leave = MethodHandles.filterArguments(LEAVE_VECTOR, 0, this.host.lowOf(), this.host.highOf());
		MethodHandle once = MethodHandles.permuteArguments(leave, leave.type().dropParameterTypes(1, 2), 0, 0, 1);
		return once.asType(once.type().changeParameterType(0, javaType));
	}

	static long highOfFirst(ExecutionContext context) {
		return context.resultBits[1];
	}

	static long leaveVector(long low, long high, ExecutionContext context) {
		context.resultBits[1] = high;
		return low;
	}

	static @Nullable Object[] convert(MethodHandle references, MethodHandle vectors, List<ValueType> types,
			@Nullable Object[] values, ExecutionContext context) throws Throwable {
		@Nullable Object[] converted = values.clone();
		for (int index = 0; index < converted.length; index++) {
			switch (types.get(index)) {
				case ReferenceType type ->
					converted[index] = (Object) references.invokeExact(type, values[index], context);
				case VectorType vector -> converted[index] = (Object) vectors.invokeExact(values[index]);
				case NumberType number -> {
					// The same on both sides.
				}
			}
		}
		return converted;
	}

	/// `outer(inner(value, context), context)`.
	private static MethodHandle sharingContext(MethodHandle outer, MethodHandle inner) {
		MethodHandle both = MethodHandles.collectArguments(outer, 0, inner);
		return MethodHandles.permuteArguments(both, both.type().dropParameterTypes(2, 3), 0, 1, 1);
	}

	private MethodHandle constructor(Class<?> recordClass, List<ValueType> types) {
		Class<?>[] components = componentTypes(recordClass).toArray(Class[]::new);
		checkComponents(recordClass, types, components);
		try {
			return MethodHandles.privateLookupIn(recordClass, MethodHandles.lookup())
				.findConstructor(recordClass, MethodType.methodType(void.class, components));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalArgumentException(recordClass.getName() + " cannot be created: " + ex.getMessage(), ex);
		}
	}

	private MethodHandle components(Class<?> recordClass, List<ValueType> types) {
		MethodHandle[] accessors = accessors(recordClass, types).stream()
			.map((accessor) -> accessor.asType(MethodType.genericMethodType(1)))
			.toArray(MethodHandle[]::new);
		return COMPONENTS.bindTo(accessors);
	}

	private List<MethodHandle> accessors(Class<?> recordClass, List<ValueType> types) {
		RecordComponent[] components = recordClass.getRecordComponents();
		checkComponents(recordClass, types, componentTypes(recordClass).toArray(Class[]::new));
		List<MethodHandle> accessors = new ArrayList<>();
		try {
			MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(recordClass, MethodHandles.lookup());
			for (RecordComponent component : components) {
				accessors.add(lookup.unreflect(component.getAccessor()));
			}
		}
		catch (IllegalAccessException ex) {
			throw new IllegalArgumentException(recordClass.getName() + " cannot be read: " + ex.getMessage(), ex);
		}
		return accessors;
	}

	private void checkComponents(Class<?> recordClass, List<ValueType> types, Class<?>[] components) {
		boolean fits = components.length == types.size();
		for (int index = 0; fits && index < components.length; index++) {
			fits = types.get(index).isReference() ? !components[index].isPrimitive()
					: components[index] == (GeneratedSignatures.isVector(types.get(index)) ? this.host.vectorClass()
							: Conversions.carrier(types.get(index)));
		}
		if (!fits) {
			throw new IllegalArgumentException("the results %s do not fit the components %s of %s".formatted(types,
					Arrays.toString(components), recordClass.getName()));
		}
	}

	static @Nullable Object[] components(MethodHandle[] accessors, Object record) throws Throwable {
		@Nullable Object[] values = new @Nullable Object[accessors.length];
		for (int index = 0; index < values.length; index++) {
			values[index] = (Object) accessors[index].invokeExact(record);
		}
		return values;
	}

	static @Nullable Object[] array(Object results) {
		return (Object[]) results;
	}

	private static MethodHandle find(String name, MethodType type) {
		try {
			return MethodHandles.lookup().findStatic(Results.class, name, type);
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

}
