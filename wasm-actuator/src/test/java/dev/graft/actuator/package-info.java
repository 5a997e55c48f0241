/// Tests of what Actuator shows of plugins.
@NullMarked
package dev.graft.actuator;

import org.jspecify.annotations.NullMarked;
