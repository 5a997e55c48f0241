package dev.graft.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the export behind a method of a [WasmPlugin] interface, where it is not the
/// method's own name in camel, kebab or snake case.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WasmExport {

	/// The export's name, exactly as the module spells it.
	String value();

}
