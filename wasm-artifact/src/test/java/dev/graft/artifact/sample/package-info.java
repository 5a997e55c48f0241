/// A small module with one of everything, compiled by hand: what the tests of this module
/// write, read and damage.
@NullMarked
package dev.graft.artifact.sample;

import org.jspecify.annotations.NullMarked;
