/// The specification's test suite, unmodified, as the judge: compiled on the spot, and
/// again from mapped artifacts without a compiler.
///
/// What does not pass yet is listed in `exclusions.txt` with a reason, and a test fails
/// when something listed there passes. Start at [dev.graft.wast.spec.SpecSuiteTest].
@NullMarked
package dev.graft.wast.spec;

import org.jspecify.annotations.NullMarked;
