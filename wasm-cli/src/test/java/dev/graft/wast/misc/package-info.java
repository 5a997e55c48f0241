/// Scripts of our own, for what the specification's suite does not reach, run in three
/// ways. Start at [dev.graft.wast.misc.ScriptsTests].
@NullMarked
package dev.graft.wast.misc;

import org.jspecify.annotations.NullMarked;
