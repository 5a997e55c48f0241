package dev.graft.engine.load;

import java.io.PrintStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MutableCallSite;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.engine.abi.EngineSide;
import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.abi.GuestException;
import dev.graft.engine.abi.IntCell;
import dev.graft.engine.abi.LinearMemory;
import dev.graft.engine.abi.MemoryAccessOps;
import dev.graft.engine.abi.MemoryCallSites;
import dev.graft.engine.abi.MemoryOps;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.abi.Polls;
import dev.graft.engine.abi.TrapException;
import org.junit.jupiter.api.Test;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/// Classes that somebody has tampered with, one way at a time.
class ClassVerifierTests {

	private static final ClassDesc SYSTEM = SampleCode.describe(System.class);

	private static final ClassDesc MEMORY = SampleCode.describe(LinearMemory.class);

	private static final ClassDesc CONTEXT = SampleCode.describe(ExecutionContext.class);

	private static final ClassDesc POLLS = ClassDesc.of(SampleCode.PACKAGE, GeneratedNames.POLLS);

	private static final ClassDesc CALL_SITE = SampleCode.describe(MutableCallSite.class);

	private static final ClassDesc STRUCTURE = ClassDesc.of("graft.type.S0");

	private static final ClassDesc ARRAY = ClassDesc.of("graft.type.A0");

	private static final DirectMethodHandleDesc LINK = ConstantDescs
		.ofCallsiteBootstrap(SampleCode.describe(MemoryCallSites.class), "link", ConstantDescs.CD_CallSite);

	private static final MethodTypeDesc GET_I32 = MethodTypeDesc.of(CD_int, CD_long, CD_long);

	private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(CD_void);

	@Test
	void acceptsWhatTheCompilerMakes() {
		verify(SampleCode.INSTANCE, SampleCode::instance);
		verify(SampleCode.FUNCTIONS, SampleCode::functions);
	}

	@Test
	void refusesToCallAnythingElse() {
		refuse((code) -> code.iconst_0().invokestatic(SYSTEM, "exit", MethodTypeDesc.of(CD_void, CD_int)).return_(),
				"java/lang/System");
		refuse((code) -> code.aload(2).invokevirtual(CD_Object, "notify", NOTHING).return_(),
				"java/lang/Object.notify()V");
		refuse((code) -> code.aload(2)
			.invokevirtual(CD_Object, "getClass", MethodTypeDesc.of(ConstantDescs.CD_Class))
			.pop()
			.return_(), "java/lang/Class");
	}

	@Test
	void refusesToReadFieldsThatAreNotListed() {
		refuse((code) -> code.getstatic(SYSTEM, "out", SampleCode.describe(PrintStream.class)).pop().return_(),
				"java/lang/System");
		refuse((code) -> code.aload(2)
			.getfield(SampleCode.describe(ModuleInstance.class), "embedder", CD_Object)
			.pop()
			.return_(), "dev/graft/engine/abi/ModuleInstance.embedder");
	}

	@Test
	void refusesToCatchTrapsAndErrors() {
		for (Class<?> caught : List.of(TrapException.class, Object.class)) {
			refuse((code) -> code
				.trying(CodeBuilder::nop,
						(handlers) -> handlers.catching(SampleCode.describe(caught), CodeBuilder::pop))
				.return_(), "catches more than exceptions of guests");
		}
		refuse((code) -> code.trying(CodeBuilder::nop, (handlers) -> handlers.catchingAll(CodeBuilder::pop)).return_(),
				"catches more than exceptions of guests");
	}

	@Test
	void allowsToCatchExceptionsOfGuests() {
		verify(SampleCode.FUNCTIONS,
				withMethod((code) -> code
					.trying(CodeBuilder::nop,
							(handlers) -> handlers.catching(SampleCode.describe(GuestException.class),
									CodeBuilder::pop))
					.return_()));
	}

	@Test
	void refusesToReachAListedNameWithAnotherDescriptor() {
		refuse((code) -> code.dconst_0()
			.invokestatic(SampleCode.describe(Math.class), "sqrt", MethodTypeDesc.of(CD_int, ConstantDescs.CD_double))
			.pop()
			.return_(), "java/lang/Math.sqrt(D)I");
	}

	@Test
	void refusesToReachTheEnginesSideOfTheAbi() {
		refuse((code) -> code.aload(2)
			.invokevirtual(SampleCode.describe(ModuleInstance.class), "code",
					MethodTypeDesc.of(ClassDesc.of("dev.graft.engine.abi.ModuleCode")))
			.pop()
			.return_(), "dev/graft/engine/abi/ModuleInstance.code");
		refuse((code) -> code.aconst_null().checkcast(SampleCode.describe(EngineSide.class)).pop().return_(),
				"dev/graft/engine/abi/EngineSide");
	}

	@Test
	void refusesToReachInheritedMembersByTheNameOfItsOwnClass() {
		refuse((code) -> code.aload(2).getfield(SampleCode.INSTANCE, "embedder", CD_Object).pop().return_(),
				"Instance.embedder");
		refuse((code) -> code.aload(2).invokevirtual(SampleCode.INSTANCE, "notifyAll", NOTHING).return_(),
				"Instance.notifyAll()V");
		refuse((code) -> code.aload(2).aconst_null().putfield(SampleCode.INSTANCE, "context", CONTEXT).return_(),
				"Instance.context");
	}

	@Test
	void allowsToReadListedMembersThroughItsOwnClass() {
		verify(SampleCode.FUNCTIONS,
				withMethod((code) -> code.aload(2).getfield(SampleCode.INSTANCE, "context", CONTEXT).pop().return_()));
	}

	@Test
	void allowsToUseTheFieldsAndFactoriesOfStructuresAndArrays() {
		verify(SampleCode.FUNCTIONS,
				withMethod((code) -> code.invokestatic(STRUCTURE, "create", MethodTypeDesc.of(CD_Object))
					.checkcast(STRUCTURE)
					.iconst_0()
					.putfield(STRUCTURE, "f0", CD_int)
					.aconst_null()
					.checkcast(ARRAY)
					.getfield(ARRAY, "elements", CD_int.arrayType())
					.pop()
					.return_()));
	}

	@Test
	void refusesToUseAnythingElseOfThem() {
		refuse((code) -> code.new_(STRUCTURE).dup().invokespecial(STRUCTURE, "<init>", NOTHING).pop().return_(),
				"graft/type/S0.<init>()V");
		refuse((code) -> code.aconst_null().checkcast(STRUCTURE).invokevirtual(STRUCTURE, "notify", NOTHING).return_(),
				"graft/type/S0.notify()V");
		refuse((code) -> code.aconst_null()
			.checkcast(ARRAY)
			.invokevirtual(ARRAY, "storage", MethodTypeDesc.of(CD_Object))
			.pop()
			.return_(), "graft/type/A0.storage");
		refuse((code) -> code.aconst_null()
			.checkcast(ARRAY)
			.aconst_null()
			.putfield(ARRAY, "elements", CD_int.arrayType())
			.return_(), "graft/type/A0.elements");
		refuse((code) -> code.aconst_null().checkcast(ARRAY).getfield(ARRAY, "length", CD_int).pop().return_(),
				"graft/type/A0.length");
		refuse((code) -> code.aconst_null()
			.checkcast(ClassDesc.of("dev.graft.engine.abi.IntArrayReference"))
			.pop()
			.return_(), "dev/graft/engine/abi/IntArrayReference");
	}

	@Test
	void refusesToWriteWhatIsListedForReadingOnly() {
		refuse((code) -> code.aconst_null().checkcast(MEMORY).lconst_1().putfield(MEMORY, "size", CD_long).return_(),
				"dev/graft/engine/abi/LinearMemory.size");
		refuse((code) -> code.aconst_null()
			.checkcast(CONTEXT)
			.iconst_0()
			.putfield(CONTEXT, "interruption", CD_int)
			.return_(), "dev/graft/engine/abi/ExecutionContext.interruption");
	}

	@Test
	void findsForbiddenWritesBehindSwitchesAndWideInstructions() {
		refuse((code) -> {
			var end = code.newLabel();
			code.iload(0).tableswitch(1, 3, end, List.of());
			code.labelBinding(end);
			code.iload(0).lookupswitch(end, List.of());
			code.iinc(0, 1000).iload(300).pop().iinc(300, 1);
			code.aconst_null().checkcast(MEMORY).lconst_1().putfield(MEMORY, "size", CD_long).return_();
		}, "dev/graft/engine/abi/LinearMemory.size");
	}

	@Test
	void allowsToWriteGlobalsAndItsOwnFields() {
		ClassDesc cell = SampleCode.describe(IntCell.class);
		verify(SampleCode.FUNCTIONS,
				withMethod((code) -> code.aload(2)
					.iconst_1()
					.putfield(SampleCode.INSTANCE, "g0", CD_int)
					.aconst_null()
					.checkcast(cell)
					.iconst_1()
					.putfield(cell, "value", CD_int)
					.return_()));
	}

	@Test
	void allowsToAskWhetherToPollAndNothingElseOfCallSites() {
		verify(SampleCode.FUNCTIONS,
				withMethod((code) -> code.getstatic(POLLS, "SITE", CALL_SITE)
					.invokevirtual(CALL_SITE, "getTarget", MethodTypeDesc.of(ConstantDescs.CD_MethodHandle))
					.getstatic(SampleCode.describe(Polls.class), "OFF", ConstantDescs.CD_MethodHandle)
					.pop2()
					.return_()));
		refuse((code) -> code.getstatic(POLLS, "SITE", CALL_SITE)
			.getstatic(SampleCode.describe(Polls.class), "OFF", ConstantDescs.CD_MethodHandle)
			.invokevirtual(CALL_SITE, "setTarget", MethodTypeDesc.of(CD_void, ConstantDescs.CD_MethodHandle))
			.return_(), "java/lang/invoke/MutableCallSite.setTarget");
		refuse((code) -> code.getstatic(SampleCode.describe(Polls.class), "ON", ConstantDescs.CD_MethodHandle)
			.pop()
			.return_(), "dev/graft/engine/abi/Polls.ON");
		refuse((code) -> code.aconst_null()
			.checkcast(SampleCode.describe(Polls.class))
			.invokevirtual(SampleCode.describe(Polls.class), "demand", NOTHING)
			.return_(), "dev/graft/engine/abi/Polls.demand()V");
		refuse((code) -> code.aconst_null()
			.putstatic(SampleCode.describe(Polls.class), "OFF", ConstantDescs.CD_MethodHandle)
			.return_(), "dev/graft/engine/abi/Polls.OFF");
	}

	@Test
	void refusesConstantsThatMakeNewReferences() {
		DirectMethodHandleDesc bootstrap = MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC,
				SampleCode.FUNCTIONS, "add#0", SampleCode.FUNCTION);
		refuse((code) -> code.loadConstant(bootstrap).pop().return_(), "add#0");
		refuse((code) -> code.loadConstant(NOTHING).pop().return_(), "has tag 16");
		refuse((code) -> code.loadConstant(DynamicConstantDesc.ofNamed(LINK, "x", CD_int)).pop().return_(),
				"has tag 17");
	}

	@Test
	void allowsCallsOfOperatorsOnMemoryToBeLinked() {
		verify(SampleCode.FUNCTIONS, withMethod((code) -> linkedCall(code, LINK, "getI32", GET_I32).return_()));
	}

	@Test
	void refusesToLinkAnythingElse() {
		refuse((code) -> linkedCall(code, LINK, "getI64", GET_I32).return_(), "the linked call getI64(JJ)I");
		refuse((code) -> linkedCall(code, LINK, "exit", GET_I32).return_(), "the linked call exit(JJ)I");
		refuse((code) -> code.invokedynamic(DynamicCallSiteDesc.of(LINK, "unreachable", NOTHING)).return_(),
				"the linked call unreachable()V");
	}

	@Test
	void refusesToLinkByAnythingElse() {
		DirectMethodHandleDesc own = ConstantDescs.ofCallsiteBootstrap(SampleCode.FUNCTIONS, "link",
				ConstantDescs.CD_CallSite);
		refuse((code) -> linkedCall(code, own, "getI32", GET_I32).return_(), "Functions0.link");
		DirectMethodHandleDesc operator = MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.STATIC,
				SampleCode.describe(MemoryAccessOps.class), "getI32", GET_I32);
		refuse((code) -> code.loadConstant(operator).pop().return_(), "must not be reached by a method handle");
		DirectMethodHandleDesc reading = MethodHandleDesc.ofField(DirectMethodHandleDesc.Kind.STATIC_GETTER,
				SampleCode.describe(MemoryOps.class), "ALL", SampleCode.describe(MemorySegment.class));
		refuse((code) -> code.loadConstant(reading).pop().return_(), "must not be reached by a method handle");
	}

	@Test
	void refusesMoreLinkedCallsInAClassThanHotSpotCanNumber() {
		assertThatNoException().isThrownBy(() -> verify(SampleCode.FUNCTIONS, linkedCalls(32_500)));
		assertThatExceptionOfType(ForbiddenCodeException.class)
			.isThrownBy(() -> verify(SampleCode.FUNCTIONS, linkedCalls(65_500)))
			.withMessageContaining("more linked calls");
	}

	private static Consumer<ClassBuilder> linkedCalls(int count) {
		int inMethod = 6_500;
		return (type) -> {
			SampleCode.functions(type);
			for (int method = 0; method < (count + inMethod - 1) / inMethod; method++) {
				type.withMethodBody("x#" + (9 + method), NOTHING, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
						(code) -> {
							for (int call = 0; call < inMethod; call++) {
								linkedCall(code, LINK, "getI32", GET_I32);
							}
							code.return_();
						});
			}
		};
	}

	private static CodeBuilder linkedCall(CodeBuilder code, DirectMethodHandleDesc bootstrap, String name,
			MethodTypeDesc type) {
		return code.lconst_0().lconst_0().invokedynamic(DynamicCallSiteDesc.of(bootstrap, name, type)).pop();
	}

	@Test
	void refusesLocks() {
		refuse((code) -> code.aload(2).monitorenter().return_(), "locks an object");
	}

	@Test
	void refusesMethodsThatAreNotPlainStaticOnes() {
		refuse(SampleCode.FUNCTIONS, (type) -> type.withMethod("add#0", SampleCode.FUNCTION,
				ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_NATIVE, (_) -> {
				}), "method add#0 has access flags 0x109");
		refuse(SampleCode.FUNCTIONS,
				(type) -> type.withMethodBody("finalize", NOTHING, ClassFile.ACC_PROTECTED, CodeBuilder::return_),
				"method finalize");
		refuse(SampleCode.FUNCTIONS, (type) -> type.withMethodBody(ConstantDescs.CLASS_INIT_NAME, NOTHING,
				ClassFile.ACC_STATIC, CodeBuilder::return_), "method <clinit>");
		refuse(SampleCode.INSTANCE, (type) -> {
			SampleCode.instance(type);
			type.withMethodBody("hashCode", MethodTypeDesc.of(CD_int), ClassFile.ACC_PUBLIC,
					(code) -> code.iconst_0().ireturn());
		}, "method hashCode");
	}

	@Test
	void refusesOtherSuperclassesAndInterfaces() {
		refuse(SampleCode.FUNCTIONS, SampleCode::instance, "must not be its superclass");
		refuse(SampleCode.INSTANCE, SampleCode::functions, "must not be its superclass");
		refuse(SampleCode.FUNCTIONS, (type) -> type.withSuperclass(SampleCode.describe(ClassLoader.class)),
				"java/lang/ClassLoader");
		refuse(SampleCode.FUNCTIONS, (type) -> type.withInterfaceSymbols(SampleCode.FUNCTIONS),
				"must not be implemented");
	}

	@Test
	void allowsRawAccessOnlyToThoseWhoMayHaveIt() {
		byte[] raw = withAccessor("getIntUnaligned", "(Ljava/lang/Object;J)I");
		assertThatNoException().isThrownBy(() -> verify(SampleCode.FUNCTIONS, raw, MemoryAccess.RAW));
		assertThatExceptionOfType(ForbiddenCodeException.class).isThrownBy(() -> verify(SampleCode.FUNCTIONS, raw))
			.withMessageContaining("jdk/internal/misc/Unsafe");
		byte[] more = withAccessor("allocateMemory", "(J)J");
		assertThatExceptionOfType(ForbiddenCodeException.class)
			.isThrownBy(() -> verify(SampleCode.FUNCTIONS, more, MemoryAccess.RAW))
			.withMessageContaining("jdk/internal/misc/Unsafe.allocateMemory(J)J");
	}

	private static byte[] withAccessor(String name, String descriptor) {
		ClassDesc accessors = ClassDesc.ofInternalName("jdk/internal/misc/Unsafe");
		MethodTypeDesc type = MethodTypeDesc.ofDescriptor(descriptor);
		return ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS, ClassFile.DeadCodeOption.KEEP_DEAD_CODE)
			.build(SampleCode.FUNCTIONS, withMethod((code) -> {
				code.aconst_null().checkcast(accessors);
				if (type.parameterCount() == 2) {
					code.aconst_null();
				}
				code.lconst_0().invokevirtual(accessors, name, type).return_();
			}));
	}

	@Test
	void refusesStaticFieldsAndHiddenOnes() {
		refuse(SampleCode.FUNCTIONS, (type) -> type.withField("g0", CD_int, ClassFile.ACC_STATIC), "field g0");
		refuse(SampleCode.INSTANCE, (type) -> {
			SampleCode.instance(type);
			type.withField("context", CONTEXT, ClassFile.ACC_PUBLIC);
		}, "field context");
	}

	@Test
	void refusesAttributesThatTheCompilerDoesNotWrite() {
		refuse(SampleCode.FUNCTIONS, (type) -> type.with(NestHostAttribute.of(SampleCode.INSTANCE)),
				"attribute NestHost");
	}

	@Test
	void refusesAnotherNameAndAnotherVersion() {
		byte[] functions = ClassFile.of().build(SampleCode.FUNCTIONS, SampleCode::functions);
		assertThatExceptionOfType(ForbiddenCodeException.class)
			.isThrownBy(() -> ClassVerifier.verify(SampleCode.PACKAGE + ".Functions1", ByteBuffer.wrap(functions),
					MemoryAccess.RAW))
			.withMessageContaining("is the name in the class file");
		functions[7]--;
		assertThatExceptionOfType(ForbiddenCodeException.class)
			.isThrownBy(() -> verify(SampleCode.FUNCTIONS, functions))
			.withMessageContaining("class file version 68.0 is not 69.0");
	}

	@Test
	void saysWhichClassWhichMemberAndWhy() {
		assertThatExceptionOfType(ForbiddenCodeException.class)
			.isThrownBy(
					() -> verify(SampleCode.FUNCTIONS, withMethod((code) -> code.aload(2).monitorenter().return_())))
			.satisfies((refusal) -> {
				assertThat(refusal.className()).isEqualTo(SampleCode.PACKAGE + ".Functions0");
				assertThat(refusal.member()).isEqualTo("method x#9");
				assertThat(refusal.reason()).isEqualTo("locks an object");
			});
	}

	@Test
	void anyDamageIsARefusalAndNothingElse() {
		byte[] sound = ClassFile.of().build(SampleCode.FUNCTIONS, SampleCode::functions);
		Random random = new Random(42);
		for (int round = 0; round < 20_000; round++) {
			byte[] damaged = sound.clone();
			for (int change = 0; change <= round % 3; change++) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			}
			verifyOrRefuse(round % 10 == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged);
		}
	}

	private static void verifyOrRefuse(byte[] classFile) {
		try {
			verify(SampleCode.FUNCTIONS, classFile);
		}
		catch (ForbiddenCodeException refused) {
			assertThatNoException().isThrownBy(refused::getMessage);
		}
	}

	private static Consumer<ClassBuilder> withMethod(Consumer<CodeBuilder> code) {
		return (type) -> {
			SampleCode.functions(type);
			type.withMethodBody("x#9", MethodTypeDesc.of(CD_void, CD_int, CD_int, SampleCode.INSTANCE),
					ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC, code);
		};
	}

	private static void refuse(Consumer<CodeBuilder> code, String expected) {
		refuse(SampleCode.FUNCTIONS, withMethod(code), expected);
	}

	private static void refuse(ClassDesc name, Consumer<ClassBuilder> contents, String expected) {
		assertThatExceptionOfType(ForbiddenCodeException.class).isThrownBy(() -> verify(name, contents))
			.withMessageContaining(expected);
	}

	private static void verify(ClassDesc name, Consumer<ClassBuilder> contents) {
		ClassFile format = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS,
				ClassFile.DeadCodeOption.KEEP_DEAD_CODE);
		verify(name, format.build(name, contents));
	}

	private static void verify(ClassDesc name, byte[] classFile) {
		verify(name, classFile, MemoryAccess.FOREIGN);
	}

	private static void verify(ClassDesc name, byte[] classFile, MemoryAccess access) {
		ClassVerifier.verify(name.packageName() + "." + name.displayName(), ByteBuffer.wrap(classFile), access);
	}

}
