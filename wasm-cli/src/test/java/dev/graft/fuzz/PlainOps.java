package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.op.Immediates;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.OpTable;
import dev.graft.compiler.op.Signature;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.op.WideArithmeticOp;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The operators that are told, but for numbers of lanes, by what they pop and push.
final class PlainOps {

	/// Those whose results may be any NaN.
	private static final Pattern NAN_MAKER = Pattern
		.compile("(f32|f64|f32x4|f64x2)\\.(add|sub|mul|div|sqrt|ceil|floor|trunc|nearest|min|max|demote.*|promote.*)");

	private PlainOps() {
	}

	/// One of them.
	/// @param pops what it pops; the last one is on top
	/// @param pushes what it pushes
	record Plain(Op op, List<ValueType> pops, List<ValueType> pushes) {

		/// Whether its result may be any NaN.
		boolean isNanMaker() {
			return NAN_MAKER.matcher(this.op.mnemonic()).matches();
		}

		/// `f32` of `f32.add`.
		String resultShape() {
			return this.op.mnemonic().substring(0, this.op.mnemonic().indexOf('.'));
		}

	}

	/// Those of the features.
	static List<Plain> of(Set<Feature> features) {
		return OpTable.all().stream().filter((op) -> features.contains(op.feature())).flatMap(PlainOps::plain).toList();
	}

	private static Stream<Plain> plain(Op op) {
		return switch (op) {
			case NumericOp numeric -> Stream.of(plain(op, numeric.signature()));
			case VectorOp vector -> Stream.of(plain(op, vector.signature()));
			case WideArithmeticOp wide -> Stream.of(new Plain(op, Collections.nCopies(wide.operands(), NumberType.I64),
					List.of(NumberType.I64, NumberType.I64)));
			default -> Stream.empty();
		};
	}

	private static Plain plain(Op op, Signature signature) {
		return new Plain(op, signature.operands(), List.of(signature.result()));
	}

	/// Writes what follows the opcode.
	static void immediates(Code code, Op op) {
		if (op instanceof VectorOp vector && op.immediates() == Immediates.LANE) {
			code.out.u8(code.dice.below(vector.lanes()));
		}
		else if (op.immediates() == Immediates.LANES) {
			for (int lane = 0; lane < 16; lane++) {
				code.out.u8(code.dice.below(32));
			}
		}
	}

}
