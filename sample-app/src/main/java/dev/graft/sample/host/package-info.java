/// What the shop offers to its plugins: the interfaces of `plugins/wit/shop.wit`, as
/// Spring beans.
@NullMarked
package dev.graft.sample.host;

import org.jspecify.annotations.NullMarked;
