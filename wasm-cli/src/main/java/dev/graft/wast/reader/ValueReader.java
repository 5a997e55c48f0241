package dev.graft.wast.reader;

import dev.graft.artifact.type.NumberType;
import dev.graft.compiler.text.TokenCursor;
import dev.graft.compiler.text.TokenKind;
import dev.graft.wast.ResultPattern;
import dev.graft.wast.ScriptValue;
import java.util.ArrayList;
import java.util.List;

/// Reads values and result patterns.
final class ValueReader {

	private final TokenCursor cursor;

	ValueReader(TokenCursor cursor) {
		this.cursor = cursor;
	}

	/// Values up to a closing parenthesis, which is left alone.
	List<ScriptValue> values() {
		List<ScriptValue> values = new ArrayList<>();
		while (!this.cursor.at(TokenKind.RIGHT_PARENTHESIS)) {
			if (!(pattern() instanceof ResultPattern.Exactly exactly)) {
				throw this.cursor.unexpected("a value");
			}
			values.add(exactly.value());
		}
		return values;
	}

	/// Patterns up to a closing parenthesis, which is left alone.
	List<ResultPattern> patterns() {
		List<ResultPattern> patterns = new ArrayList<>();
		while (!this.cursor.at(TokenKind.RIGHT_PARENTHESIS)) {
			patterns.add(pattern());
		}
		return patterns;
	}

	private ResultPattern pattern() {
		this.cursor.take(TokenKind.LEFT_PARENTHESIS, "a value");
		String keyword = this.cursor.text();
		int token = this.cursor.skip();
		ResultPattern pattern = switch (keyword) {
			case "i32.const" -> new ResultPattern.Exactly(new ScriptValue.I32(this.cursor.takeI32()));
			case "i64.const" -> new ResultPattern.Exactly(new ScriptValue.I64(this.cursor.takeI64()));
			case "f32.const" -> float32(this.cursor);
			case "f64.const" -> float64(this.cursor);
			case "v128.const" -> new VectorReader(this.cursor).read();
			case "ref.null" -> new ResultPattern.Exactly(new ScriptValue.NullReference(heapType()));
			case "ref.extern" -> this.cursor.at(TokenKind.INTEGER)
					? new ResultPattern.Exactly(new ScriptValue.ExternReference(this.cursor.takeU32()))
					: new ResultPattern.AnyReference("extern");
			case "ref.host" -> new ResultPattern.Exactly(new ScriptValue.HostReference(this.cursor.takeU32()));
			case "ref" -> new ResultPattern.AnyReference("");
			case "ref.func" -> anyFunction();
			case "ref.any", "ref.eq", "ref.i31", "ref.struct", "ref.array", "ref.exn" ->
				new ResultPattern.AnyReference(keyword.substring("ref.".length()));
			case "either" -> new ResultPattern.Either(patterns());
			default -> {
				this.cursor.moveTo(token);
				throw this.cursor.unexpected("a value");
			}
		};
		this.cursor.close();
		return pattern;
	}

	/// The rest of an `f32.const`.
	static ResultPattern float32(TokenCursor cursor) {
		if (cursor.tryKeyword("nan:canonical")) {
			return new ResultPattern.CanonicalNan(NumberType.F32);
		}
		if (cursor.tryKeyword("nan:arithmetic")) {
			return new ResultPattern.ArithmeticNan(NumberType.F32);
		}
		return new ResultPattern.Exactly(new ScriptValue.F32(cursor.takeF32()));
	}

	/// The rest of an `f64.const`.
	static ResultPattern float64(TokenCursor cursor) {
		if (cursor.tryKeyword("nan:canonical")) {
			return new ResultPattern.CanonicalNan(NumberType.F64);
		}
		if (cursor.tryKeyword("nan:arithmetic")) {
			return new ResultPattern.ArithmeticNan(NumberType.F64);
		}
		return new ResultPattern.Exactly(new ScriptValue.F64(cursor.takeF64()));
	}

	/// Wasmtime's scripts say which function they mean, which no host can check.
	private ResultPattern anyFunction() {
		if (this.cursor.at(TokenKind.INTEGER)) {
			this.cursor.takeU32();
		}
		return new ResultPattern.AnyReference("func");
	}

	private String heapType() {
		if (this.cursor.at(TokenKind.RIGHT_PARENTHESIS)) {
			return "";
		}
		String heapType = this.cursor.text();
		this.cursor.skip();
		return heapType;
	}

}
