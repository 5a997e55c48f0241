/// Real modules do here what they do in other engines. Start at
/// [dev.graft.differential.NpmModulesTests].
@NullMarked
package dev.graft.differential;

import org.jspecify.annotations.NullMarked;
