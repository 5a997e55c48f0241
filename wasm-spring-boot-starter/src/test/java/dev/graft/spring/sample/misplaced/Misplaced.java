package dev.graft.spring.sample.misplaced;

import dev.graft.spring.WasmPlugin;

/// Not an interface.
@WasmPlugin("versioned")
public class Misplaced {

}
