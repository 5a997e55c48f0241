package dev.graft.actuator.endpoint;

import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/// The HTTP status of a reload: 404 for what does not exist (the default for writing
/// would be 204), 422 for a module that was refused.
@EndpointWebExtension(endpoint = WasmPluginsEndpoint.class)
public final class WasmPluginsEndpointWebExtension {

	private static final int UNPROCESSABLE = 422;

	private final WasmPluginsEndpoint endpoint;

	/// The web form of an endpoint.
	public WasmPluginsEndpointWebExtension(WasmPluginsEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/// Looks for the module of a plugin.
	@WriteOperation
	public WebEndpointResponse<ReloadDescriptor> reload(@Selector String name) {
		ReloadDescriptor result = this.endpoint.reload(name);
		if (result == null) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		return new WebEndpointResponse<>(result, result.isRefused() ? UNPROCESSABLE : WebEndpointResponse.STATUS_OK);
	}

}
