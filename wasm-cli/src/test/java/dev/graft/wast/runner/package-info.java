/// Whether the runner notices what it has to notice.
@NullMarked
package dev.graft.wast.runner;

import org.jspecify.annotations.NullMarked;
