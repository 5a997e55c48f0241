package dev.graft.engine.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import dev.graft.engine.abi.ModuleInstance;
import org.jspecify.annotations.Nullable;

/// Handles between the two ways to pass the parameters of [wide][CanonicalType#wide]
/// functions: in two arrays, as generated code does, and one by one, as Java methods take
/// them. The latter are in boxes for a moment.
///
/// @see GeneratedSignatures
public final class WideArguments {

	private static final MethodType WIDE = MethodType.methodType(Object.class, long[].class, Object[].class,
			ModuleInstance.class);

	private static final MethodType BOXED = MethodType.methodType(Object.class, Object[].class, ModuleInstance.class);

	private static final MethodHandle PASS;

	private static final MethodHandle SPREAD;

	static {
		try {
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			PASS = lookup.findStatic(WideArguments.class, "pass",
					BOXED.insertParameterTypes(0, MethodHandle.class, List.class));
			SPREAD = lookup.findStatic(WideArguments.class, "spread",
					WIDE.insertParameterTypes(0, MethodHandle.class, List.class));
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

	private WideArguments() {
	}

	/// What takes the parameters one by one, and passes them in arrays.
	/// @param wide of type `(long[], Object[], ModuleInstance)result`
	/// @return a handle of type `(parameters…, ModuleInstance)result`
	public static MethodHandle oneByOne(MethodHandle wide, CanonicalType type) {
		MethodType target = type.methodTypeOneByOne();
		return MethodHandles.insertArguments(PASS, 0, wide.asType(WIDE), type.functionType().parameters())
			.asCollector(0, Object[].class, target.parameterCount() - 1)
			.asType(target);
	}

	/// What takes the parameters in arrays, and passes them one by one.
	/// @param function of type `(parameters…, ModuleInstance)result`
	/// @return a handle of type `(long[], Object[], ModuleInstance)result`
	static MethodHandle inArrays(MethodHandle function, CanonicalType type) {
		MethodType given = function.type();
		MethodHandle boxed = function
			.asType(given.generic().changeParameterType(given.parameterCount() - 1, ModuleInstance.class))
			.asSpreader(0, Object[].class, given.parameterCount() - 1);
		return MethodHandles.insertArguments(SPREAD, 0, boxed, type.functionType().parameters())
			.asType(type.methodType());
	}

	static @Nullable Object pass(MethodHandle wide, List<ValueType> parameters, @Nullable Object[] carriers,
			ModuleInstance instance) throws Throwable {
		return (Object) wide.invokeExact(bits(parameters, carriers), references(parameters, carriers), instance);
	}

	static @Nullable Object spread(MethodHandle boxed, List<ValueType> parameters, long[] bits,
			@Nullable Object[] references, ModuleInstance instance) throws Throwable {
		@Nullable Object[] carriers = new @Nullable Object[GeneratedSignatures.places(parameters)];
		int place = 0;
		for (ValueType parameter : parameters) {
			switch (parameter) {
				case NumberType number -> carriers[place] = number(number, bits[place]);
				case ReferenceType _ -> carriers[place] = references[place];
				case VectorType _ -> {
					carriers[place] = bits[place];
					place++;
					carriers[place] = bits[place];
				}
			}
			place++;
		}
		return (Object) boxed.invokeExact(carriers, instance);
	}

	/// The numbers among arguments, each at its place, the halves of a vector at two.
	/// @param carriers the arguments in boxes, by place
	public static long[] bits(List<ValueType> parameters, @Nullable Object[] carriers) {
		long[] bits = new long[carriers.length];
		int place = 0;
		for (ValueType parameter : parameters) {
			if (!parameter.isReference()) {
				bits[place] = bits(carriers[place]);
			}
			if (GeneratedSignatures.isVector(parameter)) {
				place++;
				bits[place] = bits(carriers[place]);
			}
			place++;
		}
		return bits;
	}

	/// The references among arguments, each at its place.
	/// @param carriers the arguments in boxes, by place
	public static @Nullable Object[] references(List<ValueType> parameters, @Nullable Object[] carriers) {
		@Nullable Object[] references = new @Nullable Object[carriers.length];
		int place = 0;
		for (ValueType parameter : parameters) {
			if (parameter.isReference()) {
				references[place] = carriers[place];
			}
			place += GeneratedSignatures.isVector(parameter) ? 2 : 1;
		}
		return references;
	}

	/// A number in its box.
	public static Object number(NumberType type, long bits) {
		return switch (type) {
			case I32 -> (Object) (int) bits;
			case I64 -> bits;
			case F32 -> Float.intBitsToFloat((int) bits);
			case F64 -> Double.longBitsToDouble(bits);
		};
	}

	/// A number as its bits.
	public static long bits(@Nullable Object number) {
		return switch (number) {
			case Integer i32 -> i32;
			case Long i64 -> i64;
			case Float f32 -> Float.floatToRawIntBits(f32);
			case Double f64 -> Double.doubleToRawLongBits(f64);
			case null, default -> throw new IllegalStateException("a number that has been checked is none");
		};
	}

}
