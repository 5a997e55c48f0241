package dev.graft.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes an interface an injectable bean whose methods are exports of a plugin.
///
/// ```java
/// @WasmPlugin("pricing")
/// public interface Pricing {
///
///     int discountPercent(String customer, int quantity);   // export "discount-percent", "discount_percent" or "discountPercent"
///
///     String describe(byte[] order);
///
///     default boolean discounted(String customer, int quantity) {   // stays Java
///         return discountPercent(customer, quantity) > 0;
///     }
///
/// }
/// ```
///
/// The plugin's module is found by name: `pricing.wasm` (or `.wat`, or a precompiled
/// artifact) in `wasm.plugins.directory`, or wherever `wasm.plugin.pricing.location`
/// says. Interfaces are found in the packages of the application (those of
/// `@SpringBootApplication` and `@AutoConfigurationPackage`), or named with
/// [dev.graft.spring.plugin.ImportWasmPlugins]. The bean is thread-safe and follows the
/// plugin when its file is replaced; every method is checked against the module's exports
/// when the application starts and before a replacement serves.
///
/// Parameters may be `boolean`, `byte`, `short`, `int`, `long`, `float`, `double`,
/// `String` and `byte[]`; results the same and `void`. They cross by the canonical ABI of
/// the component model, see [dev.graft.spring.canonical].
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WasmPlugin {

	/// The plugin's name: its file name without the extension, the key of its properties
	/// (`wasm.plugin.<name>`), its bean's name and qualifier.
	String value();

	/// The exported WIT interface the methods belong to, as in `acme:shop/pricing@1.2.0`:
	/// the method `quote` is then the export `acme:shop/pricing@1.2.0#quote`. Empty for
	/// functions exported by their plain names.
	String witInterface() default "";

}
