package dev.graft.engine.trap;

import java.util.List;

/// The WebAssembly functions that were executing, the innermost first.
///
/// Frames of host functions and of the engine are not in it; the exception's Java stack
/// trace has them all.
///
/// @param frames the frames
/// @param omitted how many outer frames were left out because there are too many
public record WasmBacktrace(List<WasmFrame> frames, int omitted) {

	/// No WebAssembly function was executing.
	public static final WasmBacktrace EMPTY = new WasmBacktrace(List.of(), 0);

	/// Copies the list.
	public WasmBacktrace {
		frames = List.copyOf(frames);
	}

	/// One line per frame, each preceded by a line break and ` at `.
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		this.frames.forEach((frame) -> text.append("\n  at ").append(frame));
		if (this.omitted > 0) {
			text.append("\n  … ").append(this.omitted).append(" more");
		}
		return text.toString();
	}

}
