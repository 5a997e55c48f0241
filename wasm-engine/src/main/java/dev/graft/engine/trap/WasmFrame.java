package dev.graft.engine.trap;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

/// A WebAssembly function that was executing.
///
/// @param module the name of its module
/// @param functionIndex its index in the module
/// @param functionName its name from the module's name section, if there is one
/// @param offset the offset of the instruction in the `.wasm` file, if the artifact tells
/// it
public record WasmFrame(String module, int functionIndex, @Nullable String functionName, OptionalLong offset) {

	/// `pricing.wasm!total (@0x1f3)`, with the index in place of an unknown name.
	@Override
	public String toString() {
		String function = (this.functionName != null) ? this.functionName : "function[" + this.functionIndex + "]";
		String place = this.offset.isPresent() ? " (@0x" + Long.toHexString(this.offset.getAsLong()) + ")" : "";
		return this.module + "!" + function + place;
	}

}
