package dev.graft.engine;

import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.Set;

import dev.graft.artifact.type.FunctionType;

/// Names for what modules import: host functions, and exports of instances.
///
/// Host functions belong to no store, so one linker serves any number of stores. Memories, tables, globals, functions and
/// instances do belong to a store, and so does what is linked with them.
///
/// A linker is filled by one thread. Once [frozen][#freeze] it is immutable and shared freely; {@link #copy} starts
/// another one from it.
public final class Linker {

	private Linker() {
	}

	/// A linker that knows nothing yet.
	public static Linker create(Engine engine) {
		return Pending.body();
	}

	/// The engine whose modules it links.
	public Engine engine() {
		return Pending.body();
	}

	/// Whether a name may be defined again, replacing its meaning. By default it may not.
	public Linker allowShadowing(boolean allow) {
		return Pending.body();
	}

	/// Gives a name to something that lives in a store.
	/// @throws LinkException if the name is taken
	public Linker define(String module, String name, Extern item) {
		return Pending.body();
	}

	/// Gives a name to a host function with boxed values.
	/// @throws LinkException if the name is taken
	public Linker function(String module, String name, FunctionType type, HostFunction function) {
		return Pending.body();
	}

	/// Gives a name to a host function whose type follows from the method's: `int`,
	/// `long`, `float` and `double` are
	/// the number types, [Func] is `funcref`, any other class is `externref`. A first
	/// parameter of type [Caller] is the
	/// calling instance. A method that returns a record returns as many results as the
	/// record has components.
	/// @throws SignatureMismatchException if the method has a parameter or result without
	/// counterpart
	/// @throws LinkException if the name is taken
	public Linker function(String module, String name, MethodHandle function) {
		return Pending.body();
	}

	/// Gives a name to a host function of a given type. The method's parameters may be
	/// boxes and numbers of the same
	/// width, `boolean`, `byte`, `short` and `char` for `i32`; several results are
	/// returned as a record or `Object[]`.
	/// @throws SignatureMismatchException if the method does not fit
	/// @throws LinkException if the name is taken
	public Linker function(String module, String name, FunctionType type, MethodHandle function) {
		return Pending.body();
	}

	/// Gives a name to a lambda or method reference, whose type follows from the
	/// interface's method as in
	/// [#function(String, String, MethodHandle)]:
	///
	/// ```java
	/// linker.function("env", "add", IntBinaryOperator.class, (a, b) -> a + b);
	/// ```
	/// @param functionalInterface an interface with one abstract method
	/// @throws SignatureMismatchException if the method has a parameter or result without
	/// counterpart
	/// @throws LinkException if the name is taken
	public <F> Linker function(String module, String name, Class<F> functionalInterface, F function) {
		return Pending.body();
	}

	/// Gives a name to a lambda or method reference of a generic interface, whose type
	/// has to be told:
	///
	/// ```java
	/// linker.function("env", "next", FunctionType.of(List.of(I32), I32),
	/// UnaryOperator.class, (Integer n) -> n + 1);
	/// ```
	/// @param functionalInterface an interface with one abstract method
	/// @throws SignatureMismatchException if the method does not fit
	/// @throws LinkException if the name is taken
	public <F> Linker function(String module, String name, FunctionType type, Class<F> functionalInterface,
			F function) {
		return Pending.body();
	}

	/// Gives names to all exports of an instance.
	/// @param module the first part of the names
	/// @throws LinkException if a name is taken
	public Linker instance(String module, Instance instance) {
		return Pending.body();
	}

	/// Gives a second name to something.
	/// @throws LinkException if there is no such thing, or the second name is taken
	public Linker alias(String module, String name, String asModule, String asName) {
		return Pending.body();
	}

	/// Gives every function that the module imports and nobody has defined a meaning: it
	/// traps when it is called.
	public Linker defineUnknownImportsAsTraps(Module module) {
		return Pending.body();
	}

	/// The type of what has a name.
	public Optional<ExternType> get(String module, String name) {
		return Pending.body();
	}

	/// All names, as `module.name`, sorted.
	public Set<String> names() {
		return Pending.body();
	}

	/// Makes this linker immutable, so that threads can share it.
	/// @return this linker
	public Linker freeze() {
		return Pending.body();
	}

	/// Whether this linker has been frozen.
	public boolean isFrozen() {
		return Pending.body();
	}

	/// A linker that knows the same names, is not frozen, and goes its own way from here.
	public Linker copy() {
		return Pending.body();
	}

	/// Resolves all imports of a module and checks their types, once, so that
	/// instantiating need not.
	/// @throws UnsatisfiedImportsException if something is missing or has another type;
	/// it lists everything
	public InstancePre instantiatePre(Module module) {
		return Pending.body();
	}

	/// Resolves all imports of a module and instantiates it.
	/// @throws UnsatisfiedImportsException if something is missing or has another type;
	/// it lists everything
	/// @throws dev.graft.engine.trap.Trap if initialising a table or memory goes out of
	/// bounds, or the start function
	/// traps
	/// @throws LimitExceededException if the store's limits do not allow it
	public Instance instantiate(Store store, Module module) {
		return Pending.body();
	}

}
