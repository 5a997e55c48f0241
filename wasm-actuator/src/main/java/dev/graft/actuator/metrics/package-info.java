/// Meters of engine and plugins. Every name, tag and unit is in [WasmMeter];
/// docs/METRICS.md lists them.
@NullMarked
package dev.graft.actuator.metrics;

import org.jspecify.annotations.NullMarked;
