package dev.graft.spring.plugin;

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
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/// Makes an object that implements an interface by method handles, one for each method.
///
/// The handles are constants of a hidden class, so the JIT compiler sees through a call.
/// The class mentions only the interface, the types in its methods and `java.base`, so it
/// can be defined next to an interface of any class loader.
final class ProxyClass {

	// Spring proxies objects of synthetic classes of such a name by their interfaces,
	// even where it is told to make subclasses, as it does for lambdas.
	private static final String NAME_SUFFIX = "$$Lambda$WasmPlugin";

	private final Class<?> type;

	private final List<Implementation> methods = new ArrayList<>();

	ProxyClass(Class<?> type) {
		this.type = type;
	}

	/// Adds a method, unless there is one of that name and type.
	void add(String name, MethodHandle handle) {
		if (this.methods.stream().noneMatch((each) -> each.name.equals(name) && each.type().equals(handle.type()))) {
			this.methods.add(new Implementation(name, handle));
		}
	}

	/// Makes the object.
	/// @throws IllegalAccessException if the interface is in a module that is not open to
	/// this one
	Object newProxy() throws IllegalAccessException {
		MethodHandles.Lookup host = MethodHandles.privateLookupIn(this.type, MethodHandles.lookup());
		List<MethodHandle> handles = this.methods.stream().map(Implementation::handle).toList();
		MethodHandles.Lookup hidden = host.defineHiddenClassWithClassData(classFile(), handles, true);
		try {
			return hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class)).invoke();
		}
		catch (Throwable impossible) {
			throw new IllegalStateException("a constructor that does nothing has failed", impossible);
		}
	}

	private byte[] classFile() {
		ClassDesc self = ClassDesc.of(this.type.getPackageName(), this.type.getSimpleName() + NAME_SUFFIX);
		return ClassFile.of().build(self, (builder) -> {
			builder.withFlags(AccessFlag.FINAL, AccessFlag.SYNTHETIC)
				.withInterfaceSymbols(ClassDesc.ofDescriptor(this.type.descriptorString()))
				.withMethodBody(ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_PRIVATE,
						ProxyClass::constructor);
			for (int index = 0; index < this.methods.size(); index++) {
				int number = index;
				Implementation method = this.methods.get(index);
				MethodTypeDesc type = MethodTypeDesc.ofDescriptor(method.type().toMethodDescriptorString());
				builder.withMethodBody(method.name, type, ClassFile.ACC_PUBLIC, (code) -> call(code, number, type));
			}
		});
	}

	private static void constructor(CodeBuilder code) {
		code.aload(0).invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).return_();
	}

	private static void call(CodeBuilder code, int number, MethodTypeDesc type) {
		code.loadConstant(DynamicConstantDesc.ofNamed(ConstantDescs.BSM_CLASS_DATA_AT, ConstantDescs.DEFAULT_NAME,
				ConstantDescs.CD_MethodHandle, number));
		for (int index = 0; index < type.parameterCount(); index++) {
			code.loadLocal(TypeKind.from(type.parameterType(index)), code.parameterSlot(index));
		}
		code.invokevirtual(ConstantDescs.CD_MethodHandle, "invokeExact", type)
			.return_(TypeKind.from(type.returnType()));
	}

	private record Implementation(String name, MethodHandle handle) {

		MethodType type() {
			return this.handle.type();
		}

	}

}
