package dev.graft.spring.plugin;

import dev.graft.engine.trap.WasmException;

/// A module is not the one that the configuration asks for.
public final class PinnedDigestException extends WasmException {

	private static final long serialVersionUID = 1L;

	PinnedDigestException(PluginSource source, String pinned) {
		super("%s: SHA-256 is expected to be %s, found %s; see wasm.plugin.%s.sha256".formatted(source.origin(), pinned,
				source.digest(), source.plugin()));
	}

}
