package dev.graft.artifact.module;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names of the generated classes, in binary form with dots.
///
/// @param packageName the package of all of them
/// @param instanceClass the class of instances
/// @param initializerClass the class that runs when an instance is made, if there is
/// anything for it to do
/// @param groupClasses the classes that hold the functions; [FunctionTable#groupIndex]
/// refers to this list
public record CodeLayout(String packageName, String instanceClass, @Nullable String initializerClass,
		List<String> groupClasses) {

	/// Copies the list.
	public CodeLayout {
		groupClasses = List.copyOf(groupClasses);
	}

}
