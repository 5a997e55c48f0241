package dev.graft.spring;

/// What [WatPlugins#version] offers.
@WasmPlugin("versioned")
public interface Versioned {

	int version();

}
