package dev.graft.readme;

import dev.graft.spring.WasmPlugin;

@WasmPlugin("greeter")
public interface Greeter {

	int visits(int customer);

}
