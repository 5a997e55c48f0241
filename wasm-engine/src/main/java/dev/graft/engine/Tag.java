package dev.graft.engine;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.instance.Allocation;
import dev.graft.engine.link.CanonicalType;
import dev.graft.engine.link.ExternalInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tag: what tells exceptions apart, and says which values they carry. Two tags are
/// equal if they are the same tag instance; that two modules define tags of the same type
/// makes these no more equal than two memories.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#tag-instances">Execution,
/// "Tag Instances"</a>
public final class Tag implements Extern {

	private final Store store;

	private final ExternalInstance.Tag tag;

	Tag(Store store, ExternalInstance.Tag tag) {
		this.store = store;
		this.tag = tag;
	}

	/// A new tag in a store, for exceptions that carry values of these types.
	/// @throws SignatureMismatchException if a type mentions a module's type by its index
	public static Tag create(Store store, List<? extends ValueType> types) {
		CanonicalType type = store.engine().hostFunctions().canonical(new FunctionType(List.copyOf(types), List.of()));
		return new Tag(store, Allocation.tag(store.state(), type));
	}

	/// What exceptions with the tag carry: the parameters of a function without results.
	public FunctionType type() {
		return this.tag.type().functionType();
	}

	@Override
	public ExternType.Tag externType() {
		return new ExternType.Tag(type());
	}

	@Override
	public Store store() {
		return this.store;
	}

	/// A new exception with this tag, to be [thrown][ExnRef#thrown] by a host function,
	/// or passed to WebAssembly code as an `exnref`.
	/// @param values what it carries, boxed as for [Func#call]
	/// @throws SignatureMismatchException if they do not fit the type
	public ExnRef exception(@Nullable Object... values) {
		return new ExnRef(this.store, Payload.exception(this, values));
	}

	ExternalInstance.Tag external() {
		return this.tag;
	}

	@Override
	@SuppressWarnings("ReferenceEquality")
	public boolean equals(@Nullable Object other) {
		return other instanceof Tag that && this.tag.tag() == that.tag.tag();
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this.tag.tag());
	}

	@Override
	public String toString() {
		return externType().toString();
	}

}
