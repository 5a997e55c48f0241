/// Calls in tail position: which of them take the stack space of the function that makes
/// them, and which are ordinary calls after which the function returns.
///
/// ```
///   return_call of itself            a jump to the beginning
///   … in a chain that surely ends    an ordinary call: the chain is short, and so is the stack
///   … in any other chain             the arguments are left in the context, the method returns, and the entry of the
///                                    function that was called first goes on with the callee (a trampoline)
/// ```
///
/// Start at [dev.graft.compiler.tail.TailCalls].
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-return-call">Execution,
/// "return_call"</a>
@NullMarked
package dev.graft.compiler.tail;

import org.jspecify.annotations.NullMarked;
