/// The plugin in thirty lines that the README begins with, so that it keeps working.
/// Start at [dev.graft.readme.ReadmeTests].
@NullMarked
package dev.graft.readme;

import org.jspecify.annotations.NullMarked;
