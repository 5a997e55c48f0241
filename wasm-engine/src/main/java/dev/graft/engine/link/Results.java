package dev.graft.engine.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.abi.ExecutionContext;
import org.jspecify.annotations.Nullable;

/// Several results at once: generated code returns the first and leaves the others in the
/// context, Java returns a record or an array.
public final class Results {

	private static final MethodHandle COLLECT = find("collect",
			MethodType.methodType(Object[].class, List.class, Object.class, ExecutionContext.class));

	private static final MethodHandle SPREAD = find("spread",
			MethodType.methodType(Object.class, List.class, Object[].class, ExecutionContext.class));

	private static final MethodHandle ARRAY = find("array", MethodType.methodType(Object[].class, Object.class));

	private static final MethodHandle COMPONENTS = find("components",
			MethodType.methodType(Object[].class, MethodHandle[].class, Object.class));

	private final HostClasses host;

	Results(HostClasses host) {
		this.host = host;
	}

	/// Boxes the results of a call: functions are still references.
	/// @param types the types of the results
	/// @param first the first one, boxed
	/// @param context where the others are
	public static @Nullable Object[] collect(List<ValueType> types, @Nullable Object first, ExecutionContext context) {
		@Nullable Object[] results = new @Nullable Object[types.size()];
		if (results.length > 0) {
			results[0] = first;
		}
		for (int index = 1; index < results.length; index++) {
			results[index] = get(types.get(index), index, context);
		}
		return results;
	}

	private static @Nullable Object get(ValueType type, int index, ExecutionContext context) {
		long bits = context.resultBits[index];
		return (type instanceof NumberType number) ? switch (number) {
			case I32 -> (Object) (int) bits;
			case I64 -> bits;
			case F32 -> Float.intBitsToFloat((int) bits);
			case F64 -> Double.longBitsToDouble(bits);
		} : context.resultReferences[index];
	}

	/// Leaves all results but the first in the context.
	/// @return the first
	static @Nullable Object spread(List<ValueType> types, @Nullable Object[] results, ExecutionContext context) {
		if (results.length != types.size()) {
			throw new IllegalArgumentException(
					"expected %d results %s, found %d".formatted(types.size(), types, results.length));
		}
		context.ensureResults(results.length);
		for (int index = 1; index < results.length; index++) {
			put(types.get(index), index, results[index], context);
		}
		return results[0];
	}

	private static void put(ValueType type, int index, @Nullable Object result, ExecutionContext context) {
		switch (type) {
			case NumberType number -> context.resultBits[index] = bits(number, index, result);
			default -> context.resultReferences[index] = result;
		}
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
		MethodHandle array = javaType.isRecord() ? components(javaType, types) : ARRAY;
		if (!javaType.isRecord() && !javaType.isAssignableFrom(Object[].class)) {
			throw new IllegalArgumentException("%d results %s cannot be %s in Java; a record or Object[] can"
				.formatted(types.size(), types, javaType.getTypeName()));
		}
		MethodHandle spread = MethodHandles.filterArguments(referencesOf(types), 0, array);
		return spread
			.asType(MethodType.methodType(Conversions.carrier(types.getFirst()), javaType, ExecutionContext.class));
	}

	/// Turns references to functions into functions.
	private MethodHandle valuesOf(MethodHandle collect, List<ValueType> types) {
		if (types.stream().noneMatch(Conversions::isFunction)) {
			return collect;
		}
		MethodHandle convert = MethodHandles.insertArguments(find("convert", MethodType.methodType(Object[].class,
				MethodHandle.class, List.class, Object[].class, ExecutionContext.class)), 0,
				this.host.toFunc().asType(CONVERTER), types);
		return sharingContext(convert, collect);
	}

	/// Turns functions into references to them.
	private MethodHandle referencesOf(List<ValueType> types) {
		MethodHandle spread = SPREAD.bindTo(types);
		if (types.stream().noneMatch(Conversions::isFunction)) {
			return spread;
		}
		MethodHandle convert = MethodHandles.insertArguments(find("convert", MethodType.methodType(Object[].class,
				MethodHandle.class, List.class, Object[].class, ExecutionContext.class)), 0,
				this.host.fromFunc().asType(CONVERTER), types);
		return sharingContext(spread, convert);
	}

	private static final MethodType CONVERTER = MethodType.methodType(Object.class, Object.class,
			ExecutionContext.class);

	static @Nullable Object[] convert(MethodHandle converter, List<ValueType> types, @Nullable Object[] values,
			ExecutionContext context) throws Throwable {
		@Nullable Object[] converted = values.clone();
		for (int index = 0; index < converted.length; index++) {
			if (Conversions.isFunction(types.get(index))) {
				converted[index] = (Object) converter.invokeExact(values[index], context);
			}
		}
		return converted;
	}

	/// `outer(inner(value, context), context)`.
	private static MethodHandle sharingContext(MethodHandle outer, MethodHandle inner) {
		MethodHandle both = MethodHandles.collectArguments(outer, 0, inner);
		return MethodHandles.permuteArguments(both, both.type().dropParameterTypes(2, 3), 0, 1, 1);
	}

	private static MethodHandle constructor(Class<?> recordClass, List<ValueType> types) {
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

	static MethodHandle components(Class<?> recordClass, List<ValueType> types) {
		RecordComponent[] components = recordClass.getRecordComponents();
		checkComponents(recordClass, types, componentTypes(recordClass).toArray(Class[]::new));
		MethodHandle[] accessors = new MethodHandle[components.length];
		try {
			MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(recordClass, MethodHandles.lookup());
			for (int index = 0; index < accessors.length; index++) {
				accessors[index] = lookup.unreflect(components[index].getAccessor())
					.asType(MethodType.genericMethodType(1));
			}
		}
		catch (IllegalAccessException ex) {
			throw new IllegalArgumentException(recordClass.getName() + " cannot be read: " + ex.getMessage(), ex);
		}
		return COMPONENTS.bindTo(accessors);
	}

	private static void checkComponents(Class<?> recordClass, List<ValueType> types, Class<?>[] components) {
		boolean fits = components.length == types.size();
		for (int index = 0; fits && index < components.length; index++) {
			fits = types.get(index).isReference() ? !components[index].isPrimitive()
					: components[index] == Conversions.carrier(types.get(index));
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
