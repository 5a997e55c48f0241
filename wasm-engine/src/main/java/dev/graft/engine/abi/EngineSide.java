package dev.graft.engine.abi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a public member that belongs to the engine: generated code cannot reach it,
/// because it is not in the list of [dev.graft.artifact.abi.AbiMethod]. On a type it
/// covers all of the type's members.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.FIELD })
public @interface EngineSide {

}
