package dev.graft.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Offers a bean's [HostFunction] methods to plugins, under the module name that they
/// import from.
///
/// ```java
/// @Component
/// @HostModule("env")
/// class Stock {
///
///     @HostFunction
///     @Transactional(readOnly = true)
///     public int available(String sku) {     // a plugin imports "available" from "env"
///         …
///     }
///
/// }
/// ```
///
/// The methods are called through the bean's proxies, so transactions, security and the
/// like apply. The bean is not created before a plugin calls it. Several beans may share
/// a module name, but not a function's name.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface HostModule {

	/// The module name, as in `env` or `acme:shop/stock@1.0.0`.
	String value();

}
