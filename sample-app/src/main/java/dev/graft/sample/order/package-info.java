/// Orders: what the service does, in which plugins have their say, and its HTTP
/// interface.
@NullMarked
package dev.graft.sample.order;

import org.jspecify.annotations.NullMarked;
