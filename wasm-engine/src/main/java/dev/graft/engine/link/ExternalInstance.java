package dev.graft.engine.link;

import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.abi.FunctionReference;
import dev.graft.engine.abi.GlobalCell;
import dev.graft.engine.abi.LinearMemory;
import dev.graft.engine.abi.TableInstance;
import dev.graft.engine.abi.TagInstance;
import dev.graft.engine.memory.OwnedMemory;
import org.jspecify.annotations.Nullable;

/// Something that can be imported, with the type it was declared with: sizes change,
/// declared maximums and value types cannot be seen from the runtime structure.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#external-instances">Execution,
/// Runtime Structure, "External Instances"</a>
public sealed interface ExternalInstance {

	/// The context of the store where it lives; null for a host function or a shared
	/// memory, which live in none.
	@Nullable ExecutionContext home();

	/// A function.
	/// @param reference the function
	/// @param home the context of its store, null for a host function
	record Function(FunctionReference reference, @Nullable ExecutionContext home) implements ExternalInstance {

		/// Its type.
		public CanonicalType type() {
			return (CanonicalType) this.reference.type;
		}

	}

	/// A memory.
	/// @param memory the memory
	/// @param declared the type it was made with
	/// @param home the context of its store, null for a shared memory
	/// @param shared who shares it, null for a memory of one store
	record Memory(LinearMemory memory, ExternalType.Memory declared, @Nullable ExecutionContext home,
			@Nullable OwnedMemory shared) implements ExternalInstance {

		/// A memory for stores to share.
		public static Memory shared(OwnedMemory owned, ExternalType.Memory declared) {
			return new Memory(owned.memory(), declared, null, owned);
		}

		/// Its type now: the minimum is the current size.
		public ExternalType.Memory type() {
			Limits limits = new Limits(this.memory.pages(), this.declared.limits().maximum());
			return new ExternalType.Memory(this.declared.addressType(), limits, this.declared.shared(),
					this.declared.pageSizeLog2());
		}

	}

	/// A table.
	/// @param table the table
	/// @param declared the type it was made with
	/// @param home the context of its store
	record Table(TableInstance table, ExternalType.Table declared, ExecutionContext home) implements ExternalInstance {

		/// Its type now: the minimum is the current size.
		public ExternalType.Table type() {
			Limits limits = new Limits(this.table.size(), this.declared.limits().maximum());
			return new ExternalType.Table(this.declared.addressType(), limits, this.declared.elementType());
		}

	}

	/// A global.
	/// @param cell where the value is
	/// @param type its type
	/// @param home the context of its store
	record Global(GlobalCell cell, ExternalType.Global type, ExecutionContext home) implements ExternalInstance {
	}

	/// A tag.
	/// @param tag the tag
	record Tag(TagInstance tag) implements ExternalInstance {

		/// Its type.
		public CanonicalType type() {
			return (CanonicalType) this.tag.type();
		}

		@Override
		public ExecutionContext home() {
			return this.tag.home();
		}

	}

}
