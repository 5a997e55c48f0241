package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.model.ModuleModel;
import java.util.Set;

/// What a section's decoder reads from and writes to.
///
/// @param cursor at the section's contents
/// @param types reads types from the cursor
/// @param constants reads constant expressions from the cursor
/// @param module what the section adds to
/// @param features the features that are on
record SectionInput(ByteCursor cursor, TypeReader types, ConstantExpressionDecoder constants,
		ModuleModel.Builder module, Set<Feature> features) {

	/// Reads how many entries there are.
	/// @param most how many there may be
	/// @param what what the entries are
	int count(int most, String what) {
		int at = this.cursor.position();
		int count = this.cursor.count();
		ImplementationLimits.check(this.cursor, at, count, most, what);
		return count;
	}

	/// Refuses a feature that is off.
	/// @param feature the feature
	/// @param at where it is used
	/// @param what what uses it
	void require(Feature feature, int at, String what) {
		if (!this.features.contains(feature)) {
			throw this.cursor.unsupported(at, feature, what);
		}
	}

}
