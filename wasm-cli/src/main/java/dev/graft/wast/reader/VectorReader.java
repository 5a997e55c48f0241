package dev.graft.wast.reader;

import dev.graft.compiler.text.TokenCursor;
import dev.graft.wast.LaneShape;
import dev.graft.wast.ResultPattern;
import dev.graft.wast.ScriptValue;
import java.util.ArrayList;
import java.util.List;

/// Reads vectors, lane by lane.
final class VectorReader {

	private final TokenCursor cursor;

	VectorReader(TokenCursor cursor) {
		this.cursor = cursor;
	}

	/// The rest of a `v128.const`.
	ResultPattern read() {
		LaneShape shape = shape();
		List<ResultPattern> lanes = new ArrayList<>();
		boolean exact = true;
		for (int lane = 0; lane < shape.lanes(); lane++) {
			ResultPattern pattern = lane(shape);
			exact &= pattern instanceof ResultPattern.Exactly;
			lanes.add(pattern);
		}
		return exact ? new ResultPattern.Exactly(vector(shape, lanes)) : new ResultPattern.Vector(shape, lanes);
	}

	private LaneShape shape() {
		for (LaneShape shape : LaneShape.values()) {
			if (this.cursor.tryKeyword(shape.toString())) {
				return shape;
			}
		}
		throw this.cursor.unexpected("the shape of a vector");
	}

	private ResultPattern lane(LaneShape shape) {
		return switch (shape) {
			case I8X16 -> new ResultPattern.Exactly(new ScriptValue.I32(this.cursor.takeI8()));
			case I16X8 -> new ResultPattern.Exactly(new ScriptValue.I32(this.cursor.takeI16()));
			case I32X4 -> new ResultPattern.Exactly(new ScriptValue.I32(this.cursor.takeI32()));
			case I64X2 -> new ResultPattern.Exactly(new ScriptValue.I64(this.cursor.takeI64()));
			case F32X4 -> ValueReader.float32(this.cursor);
			case F64X2 -> ValueReader.float64(this.cursor);
		};
	}

	private static ScriptValue.V128 vector(LaneShape shape, List<ResultPattern> lanes) {
		return shape.vector(lanes.stream().mapToLong(VectorReader::bits).toArray());
	}

	private static long bits(ResultPattern lane) {
		return switch (((ResultPattern.Exactly) lane).value()) {
			case ScriptValue.I32 number -> number.value();
			case ScriptValue.I64 number -> number.value();
			case ScriptValue.F32 number -> number.bits();
			case ScriptValue.F64 number -> number.bits();
			default -> throw new IllegalStateException("a lane is a number, not " + lane);
		};
	}

}
