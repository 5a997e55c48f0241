package dev.graft.artifact.abi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A field of `dev.graft.engine.abi.CallFrame`, in which a call keeps a variable that has
/// no place in the JVM's frame.
///
/// @param type what the variable is
/// @param index its place among those of its type
public record CallFrameField(Type type, int index) implements AllowedMember {

	/// The internal name of the class whose fields these are.
	public static final String OWNER = AbiMethod.PACKAGE + "CallFrame";

	/// All that there are.
	public static List<CallFrameField> all() {
		List<CallFrameField> fields = new ArrayList<>();
		Arrays.stream(Type.values()).forEach((type) -> {
			for (int index = 0; index < type.count(); index++) {
				fields.add(new CallFrameField(type, index));
			}
		});
		return fields;
	}

	@Override
	public String owner() {
		return OWNER;
	}

	@Override
	public String memberName() {
		return this.type.prefix + this.index;
	}

	@Override
	public String descriptor() {
		return this.type.descriptor;
	}

	@Override
	public MemberKind kind() {
		return MemberKind.FIELD_GET_PUT;
	}

	/// What a variable can be. The numbers of fields are about what real interpreters
	/// and crowded functions need at once.
	public enum Type {

		/// An `i32`.
		INT("i", "I", 192),

		/// An `i64`.
		LONG("j", "J", 64),

		/// An `f32`.
		FLOAT("f", "F", 96),

		/// An `f64`.
		DOUBLE("d", "D", 48);

		private final String prefix;

		private final String descriptor;

		private final int count;

		Type(String prefix, String descriptor, int count) {
			this.prefix = prefix;
			this.descriptor = descriptor;
			this.count = count;
		}

		/// How many fields there are.
		public int count() {
			return this.count;
		}

	}

}
