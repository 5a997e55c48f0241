/// What the reader makes of scripts.
@NullMarked
package dev.graft.wast.reader;

import org.jspecify.annotations.NullMarked;
