/// Where modules come from, and how one version follows another without losing a call.
///
///     source ──stage──▶ check ──▶ publish (one volatile write) ──▶ drain ──▶ close
@NullMarked
package dev.graft.spring.reload;

import org.jspecify.annotations.NullMarked;
