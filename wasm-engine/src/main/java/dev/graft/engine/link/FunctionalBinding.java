package dev.graft.engine.link;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/// Makes objects of a functional interface from a method handle and a state.
///
/// For each binding one hidden class is made, whose method is nothing but
///
///     return (R) HANDLE.invokeExact(parameters…, this.state);
///
/// `HANDLE` is a constant of the class, so the JIT compiler sees through the whole call:
/// through the conversions, the check of the store's ownership, and the WebAssembly
/// function itself. The state is a field, so instances of a module share the class. The
/// class mentions only the interface and `java.base`, so that it can be defined next to
/// an interface of any class loader.
///
/// RATIONALE, "How does a WebAssembly function become a lambda?".
public final class FunctionalBinding {

	private static final ClassDesc HANDLE = ConstantDescs.CD_MethodHandle;

	private static final String STATE = "state";

	private static final Object[] NO_ARGUMENTS = {};

	/// The class files by interface, on which alone they depend: making one takes longer
	/// than defining it. Nothing here may refer to our own classes, which an interface of
	/// the JDK would keep loaded.
	private static final ClassValue<AtomicReference<byte @Nullable []>> CLASS_FILES = new ClassValue<>() {

		@Override
		protected AtomicReference<byte @Nullable []> computeValue(Class<?> functionalInterface) {
			return new AtomicReference<>();
		}

	};

	private FunctionalBinding() {
	}

	/// The type that [#bind] expects a handle to have: the parameters of the interface's
	/// method, then the state.
	/// @throws IllegalArgumentException if the class is not a functional interface
	public static MethodType handleType(Class<?> functionalInterface) {
		Method method = SingleMethod.of(functionalInterface);
		return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
			.appendParameterTypes(Object.class);
	}

	/// Makes objects of an interface from states: `(Object state)Object`.
	/// @param handle what the interface's method does, of the type [#handleType]
	/// @throws IllegalArgumentException if the class is not a functional interface, or
	/// not accessible
	public static MethodHandle bind(Class<?> functionalInterface, MethodHandle handle) {
		Method method = SingleMethod.of(functionalInterface);
		try {
			MethodHandles.Lookup host = InterfaceHost.of(functionalInterface);
			return (host != null) ? hidden(host, functionalInterface, method, handle)
					: proxy(functionalInterface, method, handle);
		}
		catch (ReflectiveOperationException | LinkageError ex) {
			throw new IllegalArgumentException(
					functionalInterface.getName() + " cannot be implemented: " + ex.getMessage(), ex);
		}
	}

	private static MethodHandle hidden(MethodHandles.Lookup host, Class<?> functionalInterface, Method method,
			MethodHandle handle) throws ReflectiveOperationException {
		AtomicReference<byte @Nullable []> known = CLASS_FILES.get(functionalInterface);
		byte[] bytes = known.get();
		if (bytes == null) {
			bytes = classFile(host.lookupClass(), functionalInterface, method);
			known.set(bytes);
		}
		MethodHandles.Lookup hidden = host.defineHiddenClassWithClassData(bytes, handle, true);
		return hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class, Object.class))
			.asType(MethodType.genericMethodType(1));
	}

	/// For interfaces that no class of ours can implement, because they are not public
	/// and belong to another class loader. Calls box their arguments.
	private static MethodHandle proxy(Class<?> functionalInterface, Method method, MethodHandle handle)
			throws ReflectiveOperationException {
		int parameters = method.getParameterCount();
		MethodHandle spread = handle.asType(handle.type().generic()).asSpreader(0, Object[].class, parameters);
		return MethodHandles.lookup()
			.findStatic(FunctionalBinding.class, "newProxy",
					MethodType.methodType(Object.class, Class.class, MethodHandle.class, Object.class))
			.bindTo(functionalInterface)
			.bindTo(spread);
	}

	static Object newProxy(Class<?> functionalInterface, MethodHandle spread, Object state) {
		return Proxy.newProxyInstance(functionalInterface.getClassLoader(), new Class<?>[] { functionalInterface },
				(proxy, method, arguments) -> {
					if (method.getDeclaringClass() == Object.class) {
						return ofObject(proxy, method, arguments);
					}
					if (method.isDefault()) {
						return InvocationHandler.invokeDefault(proxy, method, arguments);
					}
					Object[] given = (arguments != null) ? arguments : NO_ARGUMENTS;
					return (Object) spread.invokeExact(given, state);
				});
	}

	@SuppressWarnings("ReferenceEquality") // what Object.equals does
	private static Object ofObject(Object proxy, Method method, Object[] arguments) {
		return switch (method.getName()) {
			case "equals" -> proxy == arguments[0];
			case "hashCode" -> System.identityHashCode(proxy);
			default -> "WasmFunction@" + Integer.toHexString(System.identityHashCode(proxy));
		};
	}

	private static byte[] classFile(Class<?> host, Class<?> functionalInterface, Method method) {
		ClassDesc self = ClassDesc.of(host.getPackageName(), "WasmFunction");
		return ClassFile.of()
			.build(self,
					(type) -> type.withFlags(Modifier.FINAL)
						.withInterfaceSymbols(ClassDesc.ofDescriptor(functionalInterface.descriptorString()))
						.withField(STATE, ConstantDescs.CD_Object, Modifier.PRIVATE | Modifier.FINAL)
						.withMethodBody(ConstantDescs.INIT_NAME,
								MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object), Modifier.PRIVATE,
								(code) -> constructor(code, self))
						.withMethodBody(method.getName(), descriptor(method), Modifier.PUBLIC,
								(code) -> call(code, self, descriptor(method))));
	}

	private static MethodTypeDesc descriptor(Method method) {
		return MethodTypeDesc.ofDescriptor(
				MethodType.methodType(method.getReturnType(), method.getParameterTypes()).toMethodDescriptorString());
	}

	private static void constructor(CodeBuilder code, ClassDesc self) {
		code.aload(0)
			.invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
			.aload(0)
			.aload(1)
			.putfield(self, STATE, ConstantDescs.CD_Object)
			.return_();
	}

	private static void call(CodeBuilder code, ClassDesc self, MethodTypeDesc method) {
		code.loadConstant(
				DynamicConstantDesc.ofNamed(ConstantDescs.BSM_CLASS_DATA, ConstantDescs.DEFAULT_NAME, HANDLE));
		for (int index = 0; index < method.parameterCount(); index++) {
			code.loadLocal(TypeKind.from(method.parameterType(index)), code.parameterSlot(index));
		}
		code.aload(0)
			.getfield(self, STATE, ConstantDescs.CD_Object)
			.invokevirtual(HANDLE, "invokeExact",
					method.insertParameterTypes(method.parameterCount(), ConstantDescs.CD_Object))
			.return_(TypeKind.from(method.returnType()));
	}

}
