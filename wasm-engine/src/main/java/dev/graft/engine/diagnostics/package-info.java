/// What happened, for people: which trap it was, and where in the guest's code.
///
/// ```
///   Throwable ──TrapTranslation──▶ Trap                     at the boundary, once
///                  │ stack trace
///                  ▼
///              BacktraceBuilder ──▶ WasmBacktrace           frames of generated code ⇒ module, function, offset
/// ```
///
/// Start at [TrapTranslation].
@NullMarked
package dev.graft.engine.diagnostics;

import org.jspecify.annotations.NullMarked;
