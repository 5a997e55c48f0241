package dev.graft.compiler.op;

import dev.graft.artifact.spi.Feature;

/// The operators on structures, arrays and unboxed scalars, and those that look at what a
/// reference really refers to.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/instructions.html#aggregate-instructions">Binary
/// Format, "Aggregate Instructions"</a>
public enum GcOp implements Op {

	STRUCT_NEW("struct.new", 0xFB0000, Immediates.TYPE),

	STRUCT_NEW_DEFAULT("struct.new_default", 0xFB0001, Immediates.TYPE),

	STRUCT_GET("struct.get", 0xFB0002, Immediates.TYPE_AND_FIELD),

	STRUCT_GET_S("struct.get_s", 0xFB0003, Immediates.TYPE_AND_FIELD),

	STRUCT_GET_U("struct.get_u", 0xFB0004, Immediates.TYPE_AND_FIELD),

	STRUCT_SET("struct.set", 0xFB0005, Immediates.TYPE_AND_FIELD),

	ARRAY_NEW("array.new", 0xFB0006, Immediates.TYPE),

	ARRAY_NEW_DEFAULT("array.new_default", 0xFB0007, Immediates.TYPE),

	ARRAY_NEW_FIXED("array.new_fixed", 0xFB0008, Immediates.TYPE_AND_COUNT),

	ARRAY_NEW_DATA("array.new_data", 0xFB0009, Immediates.TYPE_AND_DATA),

	ARRAY_NEW_ELEM("array.new_elem", 0xFB000A, Immediates.TYPE_AND_ELEMENT),

	ARRAY_GET("array.get", 0xFB000B, Immediates.TYPE),

	ARRAY_GET_S("array.get_s", 0xFB000C, Immediates.TYPE),

	ARRAY_GET_U("array.get_u", 0xFB000D, Immediates.TYPE),

	ARRAY_SET("array.set", 0xFB000E, Immediates.TYPE),

	ARRAY_LEN("array.len", 0xFB000F, Immediates.NONE),

	ARRAY_FILL("array.fill", 0xFB0010, Immediates.TYPE),

	ARRAY_COPY("array.copy", 0xFB0011, Immediates.TYPE_AND_TYPE),

	ARRAY_INIT_DATA("array.init_data", 0xFB0012, Immediates.TYPE_AND_DATA),

	ARRAY_INIT_ELEM("array.init_elem", 0xFB0013, Immediates.TYPE_AND_ELEMENT),

	REF_TEST("ref.test", 0xFB0014, Immediates.CAST),

	/// The text format spells it like the one above: the type says whether null passes.
	REF_TEST_NULL("ref.test", 0xFB0015, Immediates.CAST),

	REF_CAST("ref.cast", 0xFB0016, Immediates.CAST),

	/// Like `ref.cast`, but null passes.
	REF_CAST_NULL("ref.cast", 0xFB0017, Immediates.CAST),

	BR_ON_CAST("br_on_cast", 0xFB0018, Immediates.LABEL_AND_CAST),

	BR_ON_CAST_FAIL("br_on_cast_fail", 0xFB0019, Immediates.LABEL_AND_CAST),

	ANY_CONVERT_EXTERN("any.convert_extern", 0xFB001A, Immediates.NONE),

	EXTERN_CONVERT_ANY("extern.convert_any", 0xFB001B, Immediates.NONE),

	REF_I31("ref.i31", 0xFB001C, Immediates.NONE),

	I31_GET_S("i31.get_s", 0xFB001D, Immediates.NONE),

	I31_GET_U("i31.get_u", 0xFB001E, Immediates.NONE);

	private final String mnemonic;

	private final int opcode;

	private final Immediates immediates;

	GcOp(String mnemonic, int opcode, Immediates immediates) {
		this.mnemonic = mnemonic;
		this.opcode = opcode;
		this.immediates = immediates;
	}

	@Override
	public void accept(OpVisitor visitor) {
		visitor.gc(this);
	}

	@Override
	public String mnemonic() {
		return this.mnemonic;
	}

	@Override
	public int opcode() {
		return this.opcode;
	}

	@Override
	public Immediates immediates() {
		return this.immediates;
	}

	@Override
	public Feature feature() {
		return Feature.GC;
	}

	/// The variant of `ref.test` or `ref.cast` that null passes.
	public GcOp lettingNullPass() {
		return switch (this) {
			case REF_TEST -> REF_TEST_NULL;
			case REF_CAST -> REF_CAST_NULL;
			default -> throw new IllegalArgumentException(this + " has no such variant");
		};
	}

	@Override
	public String toString() {
		return this.mnemonic;
	}

}
