package dev.graft.engine.limits;

import java.util.concurrent.atomic.LongAdder;

/// How many stores and instances an engine has. Thread-safe. The accounts of memories are
/// kept where memories are made.
public final class Usage {

	private final LongAdder instances = new LongAdder();

	private final LongAdder stores = new LongAdder();

	/// How many instances there are.
	public long instances() {
		return this.instances.sum();
	}

	/// How many stores are open.
	public long stores() {
		return this.stores.sum();
	}

	void addInstances(long count) {
		this.instances.add(count);
	}

	void addStores(long count) {
		this.stores.add(count);
	}

}
