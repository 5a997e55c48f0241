package dev.graft.compiler.validate;

import dev.graft.artifact.spi.InvalidModuleException;
import dev.graft.artifact.spi.UnsupportedFeatureException;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.decode.CodeReader;
import dev.graft.compiler.op.Op;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes the errors about the instruction that is being validated.
final class CodeErrors {

	private final String sourceName;

	private final CodeReader code;

	CodeErrors(String sourceName, CodeReader code) {
		this.sourceName = sourceName;
		this.code = code;
	}

	/// The instruction breaks a rule.
	/// @param what the rule, in the words of the specification's tests
	/// @param detail the rest of the sentence
	InvalidModuleException invalid(String what, String detail) {
		return new InvalidModuleException(this.sourceName, this.code.location(), what, detail);
	}

	/// An index is out of range.
	/// @param space what the index space holds: `local`
	/// @param index the index, unsigned
	/// @param count how many there are
	InvalidModuleException unknown(String space, int index, int count) {
		return invalid("unknown %s %s".formatted(space, Integer.toUnsignedString(index)),
				"there are %d".formatted(count));
	}

	/// An operand has the wrong type.
	/// @param expected the type that is needed
	/// @param found what is there
	InvalidModuleException mismatch(String expected, String found) {
		return new InvalidModuleException(this.sourceName, this.code.location(), "type mismatch in " + mnemonic(),
				expected, found);
	}

	/// What the module does is beyond a limit of this implementation.
	UnsupportedFeatureException unsupported(Object feature, String detail) {
		return new UnsupportedFeatureException(this.sourceName, this.code.location(), feature.toString(), detail);
	}

	private String mnemonic() {
		Op op = this.code.current();
		return (op != null) ? op.mnemonic() : "code";
	}

	/// As the specification writes result types: `[i32 i64]`.
	static String list(List<? extends @Nullable ValueType> types) {
		return types.stream()
			.map((type) -> (type != null) ? type.toString() : "any")
			.collect(Collectors.joining(" ", "[", "]"));
	}

}
