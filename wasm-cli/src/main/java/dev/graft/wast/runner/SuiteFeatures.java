package dev.graft.wast.runner;

import dev.graft.artifact.spi.Feature;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// The features that a script is judged with.
///
/// A script may use everything there is. Only some folders of the suite hold scripts that
/// insist on something *not* being there, since they were written when it was not.
public final class SuiteFeatures {

	/// The proposal for threads is based on a version of the standard with one memory and
	/// one table, and limits of 32 bits: this is what it must not know.
	private static final Set<Feature> AFTER_THREADS = Collections
		.unmodifiableSet(EnumSet.of(Feature.MULTI_MEMORY, Feature.MEMORY64, Feature.REFERENCE_TYPES,
				Feature.FUNCTION_REFERENCES, Feature.GC, Feature.EXCEPTION_HANDLING));

	private SuiteFeatures() {
	}

	/// The features for a script.
	/// @param path the script, relative to the suite or with more in front
	public static Set<Feature> of(String path) {
		EnumSet<Feature> features = EnumSet.allOf(Feature.class);
		if (("/" + path.replace('\\', '/')).contains("/proposals/threads/")) {
			features.removeAll(AFTER_THREADS);
		}
		return Collections.unmodifiableSet(features);
	}

}
