package dev.graft.spring.sample.scanned;

import dev.graft.spring.plugin.ImportWasmPlugins;

import org.springframework.context.annotation.Configuration;

/// Imports the plugins of its package.
@Configuration(proxyBeanMethods = false)
@ImportWasmPlugins
public class ScannedApplication {

}
