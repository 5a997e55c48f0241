/// A package with an annotation in the wrong place.
@org.jspecify.annotations.NullMarked
package dev.graft.spring.sample.misplaced;
