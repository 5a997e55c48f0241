package dev.graft.spring.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.graft.spring.WasmPlugin;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/// Says which [WasmPlugin] interfaces become beans, instead of looking through the
/// application's packages: by type, or by package. With neither, the package of the
/// annotated class.
///
/// Where it is present on any configuration class, the automatic search of the
/// application's packages is off.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(WasmPluginsRegistrar.class)
public @interface ImportWasmPlugins {

	/// The interfaces.
	@AliasFor("types")
	Class<?>[] value() default {};

	/// The interfaces.
	@AliasFor("value")
	Class<?>[] types() default {};

	/// Packages to search, with those below them.
	String[] basePackages() default {};

	/// Classes whose packages to search, with those below them.
	Class<?>[] basePackageClasses() default {};

}
