/// The embedding API: load WebAssembly modules, link them with host functions,
/// instantiate and call them.
///
/// ```java
/// try (Engine engine = Engine.create(); Store store = Store.create(engine)) {
///     Module module = engine.load(Path.of("add.wasm"));
///     Linker linker = Linker.create(engine);
///     linker.function("env", "log", IntConsumer.class, System.out::println);
///     Instance instance = linker.instantiate(store, module);
///     int five = instance.func("add").typed(IntBinaryOperator.class).call().applyAsInt(2, 3);
/// }
/// ```
///
///     Engine ──load──▶ Module ─┐
///                              ├─ Linker.instantiatePre ─▶ InstancePre ──instantiate──▶ Instance ─▶ Func, Memory, …
///     host functions ─▶ Linker ┘                             (once)        in a Store
///
/// [Engine][dev.graft.engine.Engine], [Module][dev.graft.engine.Module], a frozen
/// [Linker][dev.graft.engine.Linker] and [InstancePre][dev.graft.engine.InstancePre] are
/// immutable and shared freely between threads. A [Store][dev.graft.engine.Store] and all
/// that lives in it belong to one thread at a time; any other use is a typed exception.
///
/// Start at [Engine][dev.graft.engine.Engine]. How to embed: docs/EMBEDDING.md.
@NullMarked
package dev.graft.engine;

import org.jspecify.annotations.NullMarked;
