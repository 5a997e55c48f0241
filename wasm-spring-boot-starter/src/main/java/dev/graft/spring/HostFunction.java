package dev.graft.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Offers a method of a [HostModule] bean to plugins.
///
/// Parameters and results are those of [WasmPlugin] methods; a first parameter of type
/// [dev.graft.engine.Caller] gives access to the calling instance and is not part of the
/// signature. A `String` or `byte[]` arrives as pointer and length; as a result it is
/// written to memory that the plugin's `cabi_realloc` hands out, its address and length
/// go where the plugin's last parameter points.
///
/// An exception thrown by the method ends the plugin's call and surfaces unchanged from
/// the [WasmPlugin] method that made it.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface HostFunction {

	/// The function's name, exactly as plugins import it. Empty for the method's name,
	/// which then answers to all three of `stockLevel`, `stock-level` and `stock_level`.
	String value() default "";

}
