package dev.graft.spring.host;

import java.lang.reflect.Method;
import java.util.List;

import dev.graft.spring.canonical.CanonicalSignature;
import dev.graft.spring.canonical.Names;

/// A [dev.graft.spring.HostFunction] method of a bean.
///
/// @param beanName the bean
/// @param method the method of the bean's class
/// @param module the module that plugins import it from
/// @param names the names that plugins may import it by
/// @param takesCaller whether the first Java parameter is the calling instance
/// @param signature its type, the caller not included
record HostFunctionDefinition(String beanName, Method method, String module, List<String> names, boolean takesCaller,
		CanonicalSignature signature) {

	/// `bean 'stock', Stock.available(String)`.
	String describe() {
		return "bean '%s', %s".formatted(this.beanName, Names.describe(this.method));
	}

}
