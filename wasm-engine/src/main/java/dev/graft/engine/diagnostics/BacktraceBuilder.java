package dev.graft.engine.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.module.AddressMap;
import dev.graft.engine.load.LoadedModule;
import dev.graft.engine.load.LoadedModules;
import dev.graft.engine.trap.WasmBacktrace;
import dev.graft.engine.trap.WasmFrame;

/// Finds the WebAssembly functions in a Java stack trace.
///
/// A function is a static method whose name ends with the function's index. Large
/// functions are split into pieces, which call each other: a run of frames of one
/// function, of which all but the outermost are pieces, is one frame, and the innermost
/// of them knows the place. Dispatchers and whatever is not generated code are left out.
final class BacktraceBuilder {

	private final int mostFrames;

	BacktraceBuilder(int mostFrames) {
		this.mostFrames = mostFrames;
	}

	WasmBacktrace build(StackTraceElement[] stackTrace) {
		List<WasmFrame> frames = new ArrayList<>();
		int omitted = 0;
		boolean insideOfFunction = false;
		for (StackTraceElement element : stackTrace) {
			OptionalInt functionIndex = functionIndex(element);
			if (functionIndex.isEmpty()) {
				continue;
			}
			if (!insideOfFunction) {
				if (frames.size() < this.mostFrames) {
					frames.add(frame(element, functionIndex.getAsInt()));
				}
				else {
					omitted++;
				}
			}
			insideOfFunction = GeneratedNames.isPiece(element.getMethodName());
		}
		return new WasmBacktrace(frames, omitted);
	}

	private static OptionalInt functionIndex(StackTraceElement element) {
		boolean generated = element.getClassName().startsWith(GeneratedNames.PACKAGE_PREFIX);
		return generated ? GeneratedNames.functionIndex(element.getMethodName()) : OptionalInt.empty();
	}

	// A trace can outlive the module. Its frames then tell what names there are in it.
	private static WasmFrame frame(StackTraceElement element, int functionIndex) {
		return LoadedModules.of(element)
			.map((module) -> frame(module, functionIndex, element.getLineNumber()))
			.orElseGet(() -> new WasmFrame(String.valueOf(element.getFileName()), functionIndex, null,
					OptionalLong.empty()));
	}

	private static WasmFrame frame(LoadedModule module, int functionIndex, int line) {
		long offset = module.wasmOffset(functionIndex, line);
		return new WasmFrame(module.name(), functionIndex, module.names().functionName(functionIndex),
				(offset != AddressMap.UNKNOWN) ? OptionalLong.of(offset) : OptionalLong.empty());
	}

}
