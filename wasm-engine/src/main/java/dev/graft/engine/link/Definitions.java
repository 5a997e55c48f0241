package dev.graft.engine.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/// What names stand for. Filled by one thread, then only read.
public final class Definitions {

	private final Map<ImportName, ExternalInstance> instances;

	/// No names.
	public Definitions() {
		this.instances = new HashMap<>();
	}

	private Definitions(Map<ImportName, ExternalInstance> instances) {
		this.instances = new HashMap<>(instances);
	}

	/// The same names, to go on with.
	public Definitions copy() {
		return new Definitions(this.instances);
	}

	/// What a name stands for.
	public @Nullable ExternalInstance get(ImportName name) {
		return this.instances.get(name);
	}

	/// Gives a name a meaning, in place of the one it may have had.
	public void put(ImportName name, ExternalInstance instance) {
		this.instances.put(name, instance);
	}

	/// All names, sorted.
	public Set<ImportName> names() {
		return new TreeSet<>(this.instances.keySet());
	}

	/// Names that may have been meant, the most similar first.
	public List<ImportName> similar(ImportName name) {
		return new ArrayList<>(SimilarNames.to(name, this.instances.keySet()));
	}

}
