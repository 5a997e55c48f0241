package dev.graft.engine.load;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.AllowedMember;
import dev.graft.artifact.abi.CallFrameField;
import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.artifact.abi.MemberKind;
import dev.graft.artifact.abi.RawMemoryMember;
import dev.graft.artifact.abi.VectorApiMember;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.engine.abi.GuestException;
import dev.graft.engine.abi.ModuleInstance;
import org.jspecify.annotations.Nullable;

/// The lists of [AbiMethod], [CallFrameField], [JavaBaseMember] and, where there is a Vector API,
/// [VectorApiMember], arranged for looking things up; and apart from them
/// [RawMemoryMember].
final class AllowedMembers {

	/// The internal name of the superclass of generated instances.
	static final String MODULE_INSTANCE = internalName(ModuleInstance.class);

	/// The internal name of all that generated classes may catch.
	static final String GUEST_EXCEPTION = internalName(GuestException.class);

	/// The internal name of the superclass of all other generated classes.
	static final String OBJECT = internalName(Object.class);

	// Whose methods calls are linked to.
	private static final String LINKED = AbiMethod.MEMORY_GET_I8.owner();

	private static final Map<String, MemberKind> MEMBERS = members();

	private static final Map<String, MemberKind> RAW_MEMBERS = members(Arrays.stream(RawMemoryMember.values()));

	private static final Set<String> CLASSES = classes();

	private static final Set<String> INHERITED_NAMES = inheritedNames();

	private static final BitSet INHERITED_ENDS = inheritedEnds();

	private AllowedMembers() {
	}

	/// Whether generated code may name a class.
	/// @param name its internal name, not that of an array
	/// @param access what the code may reach memories by
	static boolean isAllowed(String name, MemoryAccess access) {
		return CLASSES.contains(name) || access == MemoryAccess.RAW && name.equals(RawMemoryMember.OWNER);
	}

	/// How generated code may use a member of a class that is not its own, null if not at
	/// all.
	/// @param access what the code may reach memories by
	static @Nullable MemberKind kind(String owner, String name, String descriptor, MemoryAccess access) {
		String exactly = key(owner, name, descriptor);
		MemberKind exact = MEMBERS.get(exactly);
		if (exact == null && access == MemoryAccess.RAW) {
			exact = RAW_MEMBERS.get(exactly);
		}
		return exact != null ? exact : MEMBERS.get(key(owner, name, ""));
	}

	/// Whether a call that is linked when it is first run may have this name and type.
	static boolean isLinked(String name, String descriptor) {
		return MEMBERS.get(key(LINKED, name, descriptor)) == MemberKind.STATIC;
	}

	/// Whether a name belongs to what generated classes inherit. A reference to one's own
	/// class by such a name would reach the inherited member.
	static boolean isInherited(String name) {
		return INHERITED_NAMES.contains(name);
	}

	/// Whether what generated classes inherit has a name that ends like this. Most names
	/// in generated code end with a digit, and so need not be looked at as a whole.
	static boolean isInherited(char last) {
		return INHERITED_ENDS.get(last);
	}

	/// The internal names of the classes that generated code may name.
	static Set<String> classNames() {
		return CLASSES;
	}

	private static Map<String, MemberKind> members(Stream<? extends AllowedMember> allowed) {
		Map<String, MemberKind> members = new HashMap<>();
		allowed.forEach(
				(member) -> members.put(key(member.owner(), member.memberName(), member.descriptor()), member.kind()));
		return members;
	}

	private static Map<String, MemberKind> members() {
		Map<String, MemberKind> members = members(allowed());
		members.put(key(OBJECT, "<init>", "()V"), MemberKind.CONSTRUCTOR);
		return members;
	}

	// Whoever may call a member may name its class and the classes in its descriptor. The
	// JVM calls what links.
	private static Set<String> classes() {
		Set<String> classes = new HashSet<>();
		classes.add(OBJECT);
		allowed().forEach((member) -> {
			classes.add(member.owner());
			String descriptor = (member.kind() == MemberKind.BOOTSTRAP) ? "" : member.descriptor();
			for (int start = descriptor.indexOf('L'); start >= 0; start = descriptor.indexOf('L', start + 1)) {
				int end = descriptor.indexOf(';', start);
				if (end > start) {
					classes.add(descriptor.substring(start + 1, end));
					start = end;
				}
			}
		});
		return classes;
	}

	private static Set<String> inheritedNames() {
		Set<String> names = new HashSet<>();
		Stream.of(ModuleInstance.class, Object.class).forEach((owner) -> {
			Arrays.stream(owner.getDeclaredFields()).map(Field::getName).forEach(names::add);
			Arrays.stream(owner.getDeclaredMethods()).map(Method::getName).forEach(names::add);
		});
		return names;
	}

	private static BitSet inheritedEnds() {
		BitSet ends = new BitSet();
		INHERITED_NAMES.forEach((name) -> ends.set(name.charAt(name.length() - 1)));
		return ends;
	}

	private static Stream<AllowedMember> allowed() {
		Stream<AllowedMember> always = Stream
			.of(Arrays.stream(AbiMethod.values()), CallFrameField.all().stream(),
					Arrays.stream(JavaBaseMember.values()))
			.flatMap((each) -> each);
		return VectorApiMember.isPresent() ? Stream.concat(always, Arrays.stream(VectorApiMember.values())) : always;
	}

	private static String key(String owner, String name, String descriptor) {
		return owner + '.' + name + ' ' + descriptor;
	}

	private static String internalName(Class<?> type) {
		return type.getName().replace('.', '/');
	}

}
