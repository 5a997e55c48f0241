package dev.graft.spring.plugin;

import java.util.List;
import java.util.stream.Collectors;

import dev.graft.engine.trap.WasmException;

/// Plugins do not have what their interfaces ask for. All that is wrong is in one
/// exception.
public final class WasmPluginMismatchException extends WasmException {

	private static final long serialVersionUID = 1L;

	private final transient List<Mismatch> mismatches;

	/// @param mismatches all that is wrong, at least one
	public WasmPluginMismatchException(List<Mismatch> mismatches) {
		super(message(mismatches));
		this.mismatches = List.copyOf(mismatches);
	}

	private static String message(List<Mismatch> mismatches) {
		return mismatches.stream().map(Mismatch::toString).collect(Collectors.joining("\n"));
	}

	/// All that is wrong.
	public List<Mismatch> mismatches() {
		return this.mismatches;
	}

	/// One thing that is wrong.
	///
	/// @param plugin the plugin's name
	/// @param origin where its module was read from
	/// @param method the method, as `Pricing.quote(String)`
	/// @param problem what is wrong: expected and found
	/// @param suggestion what to do about it, or empty
	public record Mismatch(String plugin, String origin, String method, String problem, String suggestion) {

		@Override
		public String toString() {
			return "plugin '%s' (%s), %s: %s%s".formatted(this.plugin, this.origin, this.method, this.problem,
					this.suggestion.isEmpty() ? "" : "; " + this.suggestion);
		}

	}

}
