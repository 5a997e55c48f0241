package dev.graft.spring.plugin;

/// Present as a bean when some configuration class says with [ImportWasmPlugins] which
/// plugins it wants; the automatic search is off then.
public final class ImportedWasmPlugins {

}
