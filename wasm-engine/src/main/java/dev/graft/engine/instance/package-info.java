/// Instantiation: from a loaded module and resolved imports to an instance in a store.
///
///     InstanceTemplate   what is the same for all instances: made once, by InstancePre
///     StoreState         what all instances of a store share: context, budget, what to free in the end
///     OpenStores         all stores: to count them, and to free what nobody closed
///
/// Start at [InstanceTemplate][dev.graft.engine.instance.InstanceTemplate]. Knows nothing
/// of the embedding API.
@NullMarked
package dev.graft.engine.instance;

import org.jspecify.annotations.NullMarked;
