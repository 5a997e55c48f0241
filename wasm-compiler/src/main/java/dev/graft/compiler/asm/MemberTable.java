package dev.graft.compiler.asm;

import java.util.HashMap;
import java.util.Map;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.AllowedMember;
import dev.graft.artifact.abi.JavaBaseMember;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/// The listed members as ASM wants them, computed once.
final class MemberTable {

	private static final Map<AllowedMember, Entry> ENTRIES = new HashMap<>();

	static {
		for (AllowedMember member : AbiMethod.values()) {
			ENTRIES.put(member, Entry.of(member));
		}
		for (AllowedMember member : JavaBaseMember.values()) {
			ENTRIES.put(member, Entry.of(member));
		}
	}

	private MemberTable() {
	}

	static Entry of(AllowedMember member) {
		Entry entry = ENTRIES.get(member);
		if (entry == null) {
			throw new IllegalArgumentException("not listed: " + member);
		}
		return entry;
	}

	/// By how many words calling something changes the operand stack.
	static int stackChange(String descriptor, boolean hasReceiver) {
		int sizes = Type.getArgumentsAndReturnSizes(descriptor);
		int arguments = (sizes >> 2) - (hasReceiver ? 0 : 1);
		return (sizes & 3) - arguments;
	}

	record Entry(int opcode, String owner, String name, String descriptor, int stackChange) {

		static Entry of(AllowedMember member) {
			String descriptor = member.descriptor();
			int opcode = switch (member.kind()) {
				case STATIC -> Opcodes.INVOKESTATIC;
				case VIRTUAL -> Opcodes.INVOKEVIRTUAL;
				case INTERFACE -> Opcodes.INVOKEINTERFACE;
				case CONSTRUCTOR -> Opcodes.INVOKESPECIAL;
				case STATIC_GET -> Opcodes.GETSTATIC;
				case FIELD_GET, FIELD_GET_PUT -> Opcodes.GETFIELD;
			};
			return new Entry(opcode, member.owner(), member.memberName(), descriptor,
					stackChange(opcode, member, descriptor));
		}

		private static int stackChange(int opcode, AllowedMember member, String descriptor) {
			if (member.kind().isField()) {
				return Type.getType(descriptor).getSize() - ((opcode == Opcodes.GETSTATIC) ? 0 : 1);
			}
			// Signature-polymorphic: depends on the call.
			return descriptor.isEmpty() ? 0 : MemberTable.stackChange(descriptor, opcode != Opcodes.INVOKESTATIC);
		}

		boolean isField() {
			return this.opcode == Opcodes.GETSTATIC || this.opcode == Opcodes.GETFIELD;
		}

	}

}
