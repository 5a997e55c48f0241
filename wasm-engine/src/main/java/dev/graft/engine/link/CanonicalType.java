package dev.graft.engine.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.abi.GeneratedTypes;
import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.TypeDigest;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.abi.RuntimeType;
import dev.graft.engine.heap.HeapClass;
import dev.graft.engine.heap.HeapClassLoader;
import org.jspecify.annotations.Nullable;

/// A type definition as the engine knows it: equal types are the same object, whichever
/// modules define them, so that comparing them is comparing references. Made by
/// [CanonicalTypes] only.
///
/// The types that it mentions are canonical, too: no index of a module occurs in it. It
/// keeps them alive.
public final class CanonicalType extends RuntimeType implements HeapType.Resolved {

	private static final ClassLoader HERE = CanonicalType.class.getClassLoader();

	private static final String LAST_PARAMETER = ModuleInstance.class.getName().replace('.', '/');

	private final TypeDigest digest;

	private final boolean isFinal;

	private final boolean plain;

	private final @Nullable HeapClassLoader classes;

	private @Nullable Class<?> objectClass;

	private volatile @Nullable HeapClass objects;

	private @Nullable CompositeType composite;

	private @Nullable MethodType methodType;

	private @Nullable MethodHandle untyped;

	/// @param plain whether nothing but its shape is to be known about it: it is final,
	/// has no supertype, and is no member of a larger recursive group
	/// @param classes where its class will be, null for function types
	CanonicalType(TypeDigest digest, boolean isFinal, @Nullable CanonicalType supertype, boolean plain,
			@Nullable HeapClassLoader classes) {
		super(supertype);
		this.classes = classes;
		this.digest = digest;
		this.isFinal = isFinal;
		this.plain = plain;
	}

	/// Gives it its shape, once the types that it mentions are there.
	void define(CompositeType composite) {
		this.composite = composite;
	}

	@Override
	public TypeDigest digest() {
		return this.digest;
	}

	/// The shape; heap types in it that are not abstract are canonical.
	public CompositeType composite() {
		return Objects.requireNonNull(this.composite, "the type is not defined yet");
	}

	/// Whether no subtypes can be declared.
	public boolean isFinal() {
		return this.isFinal;
	}

	/// Whether nothing but its shape is to be known about it: it is final, has no
	/// supertype, and is no member of a larger recursive group.
	public boolean isPlain() {
		return this.plain;
	}

	/// The declared supertype, null if there is none.
	public @Nullable CanonicalType declaredSupertype() {
		return (CanonicalType) supertype();
	}

	/// Whether it is the type of functions.
	public boolean isFunction() {
		return composite() instanceof FunctionType;
	}

	/// The function type.
	/// @throws ClassCastException if it is no function type
	public FunctionType functionType() {
		return (FunctionType) composite();
	}

	/// The type of the method handles of functions of this type: `(parameters…,
	/// ModuleInstance)result`.
	public MethodType methodType() {
		MethodType type = this.methodType;
		if (type == null) {
			type = MethodType.fromMethodDescriptorString(GeneratedSignatures.descriptor(functionType(), LAST_PARAMETER),
					HERE);
			this.methodType = type;
		}
		return type;
	}

	/// The type of handles that take the parameters of such a function one by one even if
	/// it is [wide][#wide].
	MethodType methodTypeOneByOne() {
		return MethodType
			.fromMethodDescriptorString(GeneratedSignatures.descriptorOneByOne(functionType(), LAST_PARAMETER), HERE);
	}

	/// Whether there are so many parameters that they are passed in arrays.
	public boolean wide() {
		return GeneratedSignatures.isWide(functionType());
	}

	/// Calls a function of this type, with boxed values: of type `(MethodHandle,
	/// Object[], ModuleInstance)Object`. Not for [wide][#wide] types.
	///
	/// Threads that come here together arrive at equivalent handles.
	public MethodHandle untyped() {
		MethodHandle untyped = this.untyped;
		if (untyped == null) {
			MethodType type = methodType();
			MethodType boxed = type.generic()
				.changeParameterType(type.parameterCount() - 1, ModuleInstance.class)
				.insertParameterTypes(0, MethodHandle.class);
			untyped = MethodHandles.exactInvoker(type)
				.asType(boxed)
				.asSpreader(1, Object[].class, type.parameterCount() - 1);
			this.untyped = untyped;
		}
		return untyped;
	}

	@Override
	public @Nullable String className() {
		return isFunction() ? null : GeneratedTypes.className(composite(), this.digest);
	}

	@Override
	public synchronized Class<?> objectClass() {
		Class<?> known = this.objectClass;
		if (known == null) {
			known = makeClass();
			this.objectClass = known;
		}
		return known;
	}

	/// What the host needs to make and access its objects.
	///
	/// Threads that come here together arrive at equivalent ones.
	/// @throws IllegalStateException if it is a function type
	public HeapClass objects() {
		HeapClass known = this.objects;
		if (known == null) {
			known = switch (composite()) {
				case StructType structure -> HeapClass.of(objectClass(), structure);
				case ArrayType array -> HeapClass.of(objectClass(), array);
				case FunctionType function -> throw new IllegalStateException("functions are not made of a type");
			};
			this.objects = known;
		}
		return known;
	}

	private Class<?> makeClass() {
		CanonicalType supertype = declaredSupertype();
		Class<?> superclass = (supertype != null) ? supertype.objectClass() : null;
		HeapClassLoader loader = Objects.requireNonNull(this.classes);
		String name = GeneratedTypes.className(composite(), this.digest);
		return switch (composite()) {
			case StructType structure -> loader.define(this, name, structure, this.isFinal, superclass,
					(supertype != null) ? ((StructType) supertype.composite()).fields().size() : 0);
			case ArrayType array -> loader.define(this, name, array, this.isFinal, superclass);
			case FunctionType function -> super.objectClass();
		};
	}

	@Override
	public String definition() {
		return TypeText.definition(this);
	}

	/// Spelled out if nothing but its shape is to be known: `(func (param i32))`.
	/// Otherwise a name that is made of its digest: `$1f5a93c0`.
	@Override
	public String toString() {
		return TypeText.reference(this);
	}

}
