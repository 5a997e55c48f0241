@NullMarked
package dev.graft.bench.runner;

import org.jspecify.annotations.NullMarked;
