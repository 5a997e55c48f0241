/// A package to be searched for plugin interfaces.
@org.jspecify.annotations.NullMarked
package dev.graft.spring.sample.scanned;
