/// Auto-configuration of what Actuator and Micrometer show of plugins; each part goes
/// without the library it needs.
@NullMarked
package dev.graft.actuator.autoconfigure;

import org.jspecify.annotations.NullMarked;
