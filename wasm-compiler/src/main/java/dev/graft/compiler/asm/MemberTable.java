package dev.graft.compiler.asm;

import java.util.HashMap;
import java.util.Map;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.AllowedMember;
import dev.graft.artifact.abi.CallFrameField;
import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.artifact.abi.RawMemoryMember;
import dev.graft.artifact.abi.VectorApiMember;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// The listed members as ASM wants them, computed once.
final class MemberTable {

	private static final Map<AllowedMember, Entry> ENTRIES = new HashMap<>();

	static {
		for (AllowedMember member : AbiMethod.values()) {
			ENTRIES.put(member, Entry.of(member));
		}
		for (AllowedMember member : CallFrameField.all()) {
			ENTRIES.put(member, Entry.of(member));
		}
		for (AllowedMember member : JavaBaseMember.values()) {
			ENTRIES.put(member, Entry.of(member));
		}
		for (AllowedMember member : VectorApiMember.values()) {
			ENTRIES.put(member, Entry.of(member));
		}
		for (AllowedMember member : RawMemoryMember.values()) {
			ENTRIES.put(member, Entry.of(member));
		}
	}

	/// What links calls of operators that access memory.
	static final Handle LINK = handle(AbiMethod.MEMORY_LINK);

	private MemberTable() {
	}

	static Entry of(AllowedMember member) {
		Entry entry = ENTRIES.get(member);
		if (entry == null) {
			throw new IllegalArgumentException("not listed: " + member);
		}
		return entry;
	}

	private static Handle handle(AllowedMember bootstrap) {
		return new Handle(Opcodes.H_INVOKESTATIC, bootstrap.owner(), bootstrap.memberName(), bootstrap.descriptor(),
				false);
	}

	/// What calling something does to the operand stack.
	static Change change(String descriptor, boolean hasReceiver) {
		int words = Type.getArgumentsAndReturnSizes(descriptor) >> 2;
		return new Change(hasReceiver ? words : words - 1, pushed(Type.getReturnType(descriptor)));
	}

	/// What a value of a type is in a frame; null for nothing.
	static @Nullable Object pushed(Type type) {
		return switch (type.getSort()) {
			case Type.VOID -> null;
			case Type.LONG -> Opcodes.LONG;
			case Type.FLOAT -> Opcodes.FLOAT;
			case Type.DOUBLE -> Opcodes.DOUBLE;
			case Type.OBJECT, Type.ARRAY -> type.getInternalName();
			default -> Opcodes.INTEGER;
		};
	}

	/// @param pops how many words go
	/// @param pushes what comes, null if nothing
	record Change(int pops, @Nullable Object pushes) {
	}

	record Entry(int opcode, String owner, String name, String descriptor, Change change) {

		static Entry of(AllowedMember member) {
			String descriptor = member.descriptor();
			int opcode = switch (member.kind()) {
				case STATIC, BOOTSTRAP -> Opcodes.INVOKESTATIC;
				case VIRTUAL -> Opcodes.INVOKEVIRTUAL;
				case INTERFACE -> Opcodes.INVOKEINTERFACE;
				case CONSTRUCTOR -> Opcodes.INVOKESPECIAL;
				case STATIC_GET -> Opcodes.GETSTATIC;
				case FIELD_GET, FIELD_GET_PUT -> Opcodes.GETFIELD;
			};
			return new Entry(opcode, member.owner(), member.memberName(), descriptor,
					change(opcode, member, descriptor));
		}

		private static Change change(int opcode, AllowedMember member, String descriptor) {
			if (member.kind().isField()) {
				return new Change((opcode == Opcodes.GETSTATIC) ? 0 : 1, pushed(Type.getType(descriptor)));
			}
			// Signature-polymorphic: depends on the call.
			return descriptor.isEmpty() ? new Change(0, null)
					: MemberTable.change(descriptor, opcode != Opcodes.INVOKESTATIC);
		}

		boolean isField() {
			return this.opcode == Opcodes.GETSTATIC || this.opcode == Opcodes.GETFIELD;
		}

	}

}
