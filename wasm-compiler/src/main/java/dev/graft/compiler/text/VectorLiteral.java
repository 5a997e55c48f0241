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
		checkNumber(lanes);
		for (int lane = 0; lane < lanes; lane++) {
			lane(shape, to);
		}
	}

	/// Checks that there are as many numbers as lanes before it looks at any.
	private void checkNumber(int lanes) {
		int start = this.cursor.token();
		int numbers = 0;
		while (this.cursor.at(TokenKind.INTEGER) || this.cursor.at(TokenKind.FLOAT)) {
			this.cursor.skip();
			numbers++;
		}
		boolean word = this.cursor.at(TokenKind.RESERVED) || this.cursor.at(TokenKind.KEYWORD);
		if (word && !Keywords.isKnown(this.cursor.text())) {
			throw this.cursor.unexpected("a number");
		}
		if (numbers != lanes) {
			throw this.cursor.error(start, "wrong number of lane literals", lanes + " lanes",
					Integer.toString(numbers));
		}
		this.cursor.moveTo(start);
	}

	private void lane(String shape, BinaryWriter to) {
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
