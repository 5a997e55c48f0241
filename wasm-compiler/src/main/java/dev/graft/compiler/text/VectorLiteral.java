package dev.graft.compiler.text;

/// The literal of a vector: a shape, and a number for each lane.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/text/instructions.html#vector-instructions">Text
/// Format, "Vector Instructions"</a>
final class VectorLiteral {

	private final TokenCursor cursor;

	VectorLiteral(TokenCursor cursor) {
		this.cursor = cursor;
	}

	/// Takes the literal that is next and writes its sixteen bytes.
	void write(BinaryWriter to) {
		if (!this.cursor.at(TokenKind.KEYWORD)) {
			throw this.cursor.unexpected("the shape of a vector");
		}
		String shape = this.cursor.text();
		switch (shape) {
			case "i8x16", "i16x8", "i32x4", "i64x2", "f32x4", "f64x2" -> this.cursor.skip();
			default -> throw this.cursor.unexpected("the shape of a vector");
		}
		int lanes = Integer.parseInt(shape.substring(shape.indexOf('x') + 1));
		for (int lane = 0; lane < lanes; lane++) {
			lane(shape, lane, lanes, to);
		}
		if (this.cursor.at(TokenKind.INTEGER) || this.cursor.at(TokenKind.FLOAT)) {
			throw this.cursor.error(this.cursor.token(), "wrong number of lane literals", lanes + " lanes", "more");
		}
	}

	private void lane(String shape, int lane, int lanes, BinaryWriter to) {
		if (!this.cursor.at(TokenKind.INTEGER) && !this.cursor.at(TokenKind.FLOAT)) {
			throw this.cursor.error(this.cursor.token(), "wrong number of lane literals", lanes + " lanes",
					Integer.toString(lane));
		}
		switch (shape) {
			case "i8x16" -> to.u8(this.cursor.takeI8() & 0xFF);
			case "i16x8" -> {
				int bits = this.cursor.takeI16();
				to.u8(bits & 0xFF);
				to.u8(bits >> Byte.SIZE & 0xFF);
			}
			case "i32x4" -> to.fixed32(this.cursor.takeI32());
			case "i64x2" -> to.fixed64(this.cursor.takeI64());
			case "f32x4" -> to.fixed32(this.cursor.takeF32());
			default -> to.fixed64(this.cursor.takeF64());
		}
	}

}
