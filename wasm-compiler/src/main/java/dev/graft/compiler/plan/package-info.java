/// Which function lands in which class and method, and the classes that are not
/// functions: the instance, its initializer, the dispatchers of indirect calls.
///
/// ```
///   ModuleEmitter ─▶ FunctionGroups            which class each function belongs to
///                 ─▶ DispatchPlan              which functions become references, and by what number
///                 ─▶ GroupCompiler (parallel)  lower, plan, split, emit: one class, or more if pieces overflow it
///                 ─▶ DispatcherCompiler, InitializerCompiler, InstanceCompiler
/// ```
///
/// Start at [ModuleEmitter].
@NullMarked
package dev.graft.compiler.plan;

import org.jspecify.annotations.NullMarked;
