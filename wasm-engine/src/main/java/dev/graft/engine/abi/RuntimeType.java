package dev.graft.engine.abi;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// A type that a module defines, as casts and indirect calls see it: equal types are the
/// same object throughout an engine, and a type knows its supertypes, so that both
/// questions that can be asked at run time take a few instructions.
@EngineSide
public abstract class RuntimeType {

	private static final RuntimeType[] NONE = {};

	/// The supertypes, the topmost first. Subtypes of the same type share the array.
	private final RuntimeType[] ancestors;

	/// The supertypes of direct subtypes, once there are any.
	private RuntimeType @Nullable [] ancestorsOfSubtypes;

	/// A type.
	/// @param supertype its declared supertype, null if it has none
	protected RuntimeType(@Nullable RuntimeType supertype) {
		this.ancestors = (supertype != null) ? supertype.ancestorsOfSubtypes() : NONE;
	}

	private RuntimeType[] ancestorsOfSubtypes() {
		RuntimeType[] with = this.ancestorsOfSubtypes;
		if (with == null) {
			with = Arrays.copyOf(this.ancestors, this.ancestors.length + 1);
			with[this.ancestors.length] = this;
			this.ancestorsOfSubtypes = with;
		}
		return with;
	}

	/// Whether this is the other type, or declared to be a subtype of it, perhaps by way
	/// of others.
	@SuppressWarnings("ReferenceEquality") // equal means identical
	public final boolean isSubtypeOf(RuntimeType other) {
		if (this == other) {
			return true;
		}
		int depth = other.ancestors.length;
		return depth < this.ancestors.length && this.ancestors[depth] == other;
	}

	/// The internal name of the class of its objects; null for a function type, which has
	/// none.
	public @Nullable String className() {
		return null;
	}

	/// The class of its objects.
	/// @throws IllegalStateException if it is a function type
	public Class<?> objectClass() {
		throw new IllegalStateException("functions have no class of their own");
	}

	/// The declared supertype, null if there is none.
	protected final @Nullable RuntimeType supertype() {
		return (this.ancestors.length > 0) ? this.ancestors[this.ancestors.length - 1] : null;
	}

}
