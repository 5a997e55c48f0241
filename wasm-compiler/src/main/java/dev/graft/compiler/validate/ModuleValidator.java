package dev.graft.compiler.validate;

/// Validates modules.
public final class ModuleValidator {

}
