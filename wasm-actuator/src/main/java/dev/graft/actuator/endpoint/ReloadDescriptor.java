package dev.graft.actuator.endpoint;

import dev.graft.actuator.endpoint.PluginDescriptor.VersionDescriptor;
import dev.graft.spring.plugin.PluginVersion;
import dev.graft.spring.plugin.SwapResult;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/// How a reload ended.
///
/// @param outcome `loaded`, `replaced`, `unchanged` or `refused`
/// @param serving the version that serves now
/// @param reason why the module was refused
public record ReloadDescriptor(String outcome, @Nullable VersionDescriptor serving,
		@Nullable String reason) implements OperationResponseBody {

	private static final String REFUSED = "refused";

	static ReloadDescriptor of(SwapResult result) {
		return switch (result) {
			case SwapResult.Published published ->
				of((published.previous() != null) ? "replaced" : "loaded", published.version(), null);
			case SwapResult.Unchanged unchanged -> of("unchanged", unchanged.version(), null);
			case SwapResult.Refused refused ->
				of(REFUSED, refused.serving(), String.valueOf(refused.failure().cause()));
		};
	}

	private static ReloadDescriptor of(String outcome, @Nullable PluginVersion serving, @Nullable String reason) {
		return new ReloadDescriptor(outcome, (serving != null) ? VersionDescriptor.of(serving) : null, reason);
	}

	boolean isRefused() {
		return this.outcome.equals(REFUSED);
	}

}
