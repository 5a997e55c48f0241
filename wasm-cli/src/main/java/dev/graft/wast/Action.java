package dev.graft.wast;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something to do with an instance.
public sealed interface Action extends Serializable {

	/// The identifier of the instance, or null for the latest.
	@Nullable String instance();

	/// `(invoke $instance "name" value*)`: calls an exported function.
	record Invoke(@Nullable String instance, String name, List<ScriptValue> arguments) implements Action {

		/// Copies the list.
		public Invoke {
			arguments = List.copyOf(arguments);
		}

	}

	/// `(get $instance "name")`: reads an exported global.
	record Get(@Nullable String instance, String name) implements Action {
	}

}
