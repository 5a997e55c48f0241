package dev.graft.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ModuleSubtyping;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.TypeTable;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import dev.graft.engine.link.CanonicalType;
import org.jspecify.annotations.Nullable;

/// A type that modules or the host have defined: a function, structure or array type as
/// an engine knows it. Equal definitions are the same type, whichever modules they come
/// from; then these objects are equal, too. Immutable, thread-safe.
///
/// ```java
/// DefinedType point = DefinedType.of(engine, new StructType(List.of(
/// 		FieldType.mutable(NumberType.F64), FieldType.mutable(NumberType.F64))));
/// StructRef origin = StructRef.create(store, point, 0.0, 0.0);
/// ```
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/valid/conventions.html#defined-types">Validation,
/// Conventions, "Defined Types"</a>
public final class DefinedType {

	private final Engine engine;

	private final CanonicalType type;

	DefinedType(Engine engine, CanonicalType type) {
		this.engine = engine;
		this.type = type;
	}

	/// The type of a shape: final, without supertype, and in a recursive group of its
	/// own, as a plain `(type (struct …))` of a module is. It may mention other defined
	/// types by their [#reference].
	/// @throws IllegalArgumentException if it mentions types by an index
	public static DefinedType of(Engine engine, CompositeType shape) {
		return define(engine, TypeTable.of(List.of(RecursiveGroup.of(shape)))).getFirst();
	}

	/// Types that may refer to each other by their indices, and may be supertypes of each
	/// other, as the type section of a module has them.
	/// @throws IllegalArgumentException if a module could not define such types
	public static List<DefinedType> define(Engine engine, TypeTable types) {
		ModuleSubtyping subtyping = new ModuleSubtyping(types);
		List<CanonicalType> canonical = engine.types().of(types).all();
		for (int index = 0; index < types.size(); index++) {
			check(types, index, subtyping);
		}
		return all(engine, canonical);
	}

	private static void check(TypeTable types, int index, ModuleSubtyping subtyping) {
		SubType type = types.types().get(index);
		for (int supertype : type.supertypes()) {
			SubType above = types.types().get(supertype);
			if (supertype >= index || above.isFinal() || type.supertypes().size() > 1
					|| !subtyping.matches(type.composite(), above.composite())) {
				throw new IllegalArgumentException(
						"type %d cannot be a subtype of type %d: %s".formatted(index, supertype, type.composite()));
			}
		}
	}

	static List<DefinedType> all(Engine engine, List<CanonicalType> types) {
		List<DefinedType> all = new ArrayList<>(types.size());
		types.forEach((type) -> all.add(new DefinedType(engine, type)));
		return all;
	}

	/// The type that a heap type stands for: that of a parameter, say, whose value type
	/// comes from an [ExternType] of the engine.
	/// @return empty if the heap type is abstract
	/// @throws IllegalArgumentException if the heap type is the index of a type of some
	/// module, or belongs to another engine
	public static Optional<DefinedType> of(Engine engine, HeapType heapType) {
		return switch (heapType) {
			case HeapType.Abstract named -> Optional.empty();
			case CanonicalType type when type.equals(engine.types().known(type.digest())) ->
				Optional.of(new DefinedType(engine, type));
			default -> throw new IllegalArgumentException(heapType + " means nothing in this engine");
		};
	}

	/// The engine that knows it.
	public Engine engine() {
		return this.engine;
	}

	/// What it looks like: a function, structure or array type. Heap types in it are
	/// abstract or those of other defined types.
	public CompositeType shape() {
		return this.type.composite();
	}

	/// The heap type that stands for it.
	public HeapType heapType() {
		return this.type;
	}

	/// The type of references to its objects, null not among them.
	public ReferenceType reference() {
		return new ReferenceType(false, this.type);
	}

	/// The type of references to its objects, and null.
	public ReferenceType nullableReference() {
		return new ReferenceType(true, this.type);
	}

	/// Whether it can have no subtypes.
	public boolean isFinal() {
		return this.type.isFinal();
	}

	/// The supertype that it declares.
	public Optional<DefinedType> supertype() {
		CanonicalType declared = this.type.declaredSupertype();
		return Optional.ofNullable(declared).map((supertype) -> new DefinedType(this.engine, supertype));
	}

	/// Whether it is another type, or declared to be a subtype of it, perhaps by way of
	/// others.
	public boolean isSubtypeOf(DefinedType other) {
		return this.type.isSubtypeOf(other.type);
	}

	CanonicalType canonical() {
		return this.type;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof DefinedType that && that.type.equals(this.type);
	}

	@Override
	public int hashCode() {
		return this.type.hashCode();
	}

	/// As the text format writes it.
	@Override
	public String toString() {
		return this.type.definition();
	}

}
