package dev.graft.engine.abi;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

/// A class with a linked call of each operator, as generated code has them and Java has
/// no words for.
final class LinkedCalls {

	private static final String METHOD = "loadAndStore";

	private static final DirectMethodHandleDesc LINK = ConstantDescs
		.ofCallsiteBootstrap(describe(MemoryCallSites.class), "link", ConstantDescs.CD_CallSite);

	private static final List<Carrier> CARRIERS = List.of(new Carrier("I8", CD_int), new Carrier("I16", CD_int),
			new Carrier("I32", CD_int), new Carrier("I64", CD_long), new Carrier("F32", CD_float),
			new Carrier("F64", CD_double));

	private LinkedCalls() {
	}

	/// Makes the class.
	/// @return loads by each operator what it then stores: `(base)void`
	static MethodHandle define() throws ReflectiveOperationException {
		byte[] classFile = ClassFile.of()
			.build(describe(LinkedCalls.class),
					(type) -> type.withMethodBody(METHOD, MethodTypeDesc.of(ConstantDescs.CD_void, CD_long),
							ClassFile.ACC_STATIC, LinkedCalls::loadAndStore));
		MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(classFile, true);
		return hidden.findStatic(hidden.lookupClass(), METHOD, MethodType.methodType(void.class, long.class));
	}

	private static void loadAndStore(CodeBuilder code) {
		for (Carrier carrier : CARRIERS) {
			code.lload(0).lconst_0().lload(0).lconst_0();
			code.invokedynamic(carrier.load()).invokedynamic(carrier.store());
		}
		code.return_();
	}

	private static ClassDesc describe(Class<?> type) {
		return ClassDesc.ofDescriptor(type.descriptorString());
	}

	/// What operators load and store.
	private record Carrier(String name, ClassDesc type) {

		DynamicCallSiteDesc load() {
			return DynamicCallSiteDesc.of(LINK, "get" + this.name, MethodTypeDesc.of(this.type, CD_long, CD_long));
		}

		DynamicCallSiteDesc store() {
			return DynamicCallSiteDesc.of(LINK, "set" + this.name,
					MethodTypeDesc.of(ConstantDescs.CD_void, CD_long, CD_long, this.type));
		}

	}

}
