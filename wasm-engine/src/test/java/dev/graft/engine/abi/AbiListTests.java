package dev.graft.engine.abi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.AllowedMember;
import dev.graft.artifact.abi.CallFrameField;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.artifact.abi.MemberKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The list of what generated code may touch is the truth: the rows and the real members
/// say the same, both ways.
class AbiListTests {

	@Test
	void everyPublicMemberOfTheAbiHasARowWithItsExactDescriptorOrBelongsToTheEngine() {
		Stream<AllowedMember> rows = Stream.concat(Arrays.stream(AbiMethod.values()), CallFrameField.all().stream());
		assertThat(realMembers()).containsExactlyInAnyOrderElementsOf(rows.map(AbiListTests::describe).toList());
	}

	@Test
	void everyRowOfTheJavaPlatformNamesARealMember() {
		for (JavaBaseMember row : JavaBaseMember.values()) {
			assertThat(membersOf(load(row.owner())).map(AbiListTests::describe)).as(row.name())
				.anyMatch((real) -> real.equals(describe(row)));
		}
	}

	@Test
	void noMemberIsListedTwice() {
		List<String> rows = Stream
			.concat(Arrays.<AllowedMember>stream(AbiMethod.values()), Arrays.stream(JavaBaseMember.values()))
			.map(AbiListTests::describe)
			.toList();
		assertThat(rows).doesNotHaveDuplicates();
	}

	@Test
	void theGeneratedClassFileVersionIsTheOneOfThisJavaPlatform() throws Exception {
		try (var bytes = AbiListTests.class.getResourceAsStream("AbiListTests.class")) {
			assertThat(bytes.readNBytes(8)[7]).isEqualTo((byte) GeneratedNames.CLASS_FILE_VERSION);
		}
	}

	private static List<String> realMembers() {
		Set<String> members = new HashSet<>();
		for (Class<?> owner : abiClasses()) {
			membersOf(owner).map(AbiListTests::describe).forEach(members::add);
		}
		return List.copyOf(members);
	}

	private static Stream<Member> membersOf(Class<?> owner) {
		List<Member> members = new ArrayList<>();
		members.addAll(List.of(owner.getDeclaredMethods()));
		members.addAll(List.of(owner.getDeclaredFields()));
		members.addAll(List.of(owner.getDeclaredConstructors()));
		return members.stream().filter((member) -> isAccessible(member) && !isEngineSide(member));
	}

	private static boolean isAccessible(Member member) {
		return Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
	}

	private static boolean isEngineSide(Member member) {
		return ((java.lang.reflect.AnnotatedElement) member).isAnnotationPresent(EngineSide.class);
	}

	private static List<Class<?>> abiClasses() {
		try (Stream<Path> files = Files.list(mainClasses().resolve(AbiMethod.PACKAGE))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".class") && !name.equals("package-info.class"))
				.<Class<?>>map((name) -> load(AbiMethod.PACKAGE + name.substring(0, name.length() - 6)))
				.filter((owner) -> Modifier.isPublic(owner.getModifiers())
						&& !owner.isAnnotationPresent(EngineSide.class) && owner != EngineSide.class)
				.toList();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static Path mainClasses() {
		try {
			return Path.of(ModuleInstance.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static Class<?> load(String internalName) {
		try {
			return Class.forName(internalName.replace('/', '.'), false, AbiListTests.class.getClassLoader());
		}
		catch (ClassNotFoundException missing) {
			throw new AssertionError("listed, but does not exist: " + internalName, missing);
		}
	}

	private static String describe(AllowedMember row) {
		return row.kind() + " " + row.owner() + "." + row.memberName() + " " + row.descriptor();
	}

	private static String describe(Member member) {
		String owner = member.getDeclaringClass().getName().replace('.', '/');
		return switch (member) {
			case Constructor<?> constructor -> MemberKind.CONSTRUCTOR + " " + owner + ".<init> "
					+ MethodType.methodType(void.class, constructor.getParameterTypes()).descriptorString();
			case Method method -> kind(method) + " " + owner + "." + method.getName() + " "
					+ (isSignaturePolymorphic(method) ? "" : descriptor(method));
			case Field field ->
				kind(field) + " " + owner + "." + field.getName() + " " + field.getType().descriptorString();
			default -> throw new IllegalArgumentException(member.toString());
		};
	}

	private static String descriptor(Method method) {
		return MethodType.methodType(method.getReturnType(), method.getParameterTypes()).descriptorString();
	}

	private static MemberKind kind(Method method) {
		if (Modifier.isStatic(method.getModifiers())) {
			return (method.getReturnType() == CallSite.class) ? MemberKind.BOOTSTRAP : MemberKind.STATIC;
		}
		return method.getDeclaringClass().isInterface() ? MemberKind.INTERFACE : MemberKind.VIRTUAL;
	}

	// The field of a cell is what global.set writes, and those of a call's frame are
	// variables; nothing else may be written from outside.
	private static MemberKind kind(Field field) {
		if (Modifier.isStatic(field.getModifiers())) {
			return MemberKind.STATIC_GET;
		}
		Class<?> owner = field.getDeclaringClass();
		return (GlobalCell.class.isAssignableFrom(owner) || owner == CallFrame.class) ? MemberKind.FIELD_GET_PUT
				: MemberKind.FIELD_GET;
	}

	private static boolean isSignaturePolymorphic(Method method) {
		return method.getDeclaringClass() == java.lang.invoke.MethodHandle.class && method.isVarArgs()
				&& Modifier.isNative(method.getModifiers());
	}

}
