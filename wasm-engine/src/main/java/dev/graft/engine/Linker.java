package dev.graft.engine;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.graft.artifact.module.Import;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.engine.abi.FunctionReference;
import dev.graft.engine.instance.InstanceTemplate;
import dev.graft.engine.link.CanonicalType;
import dev.graft.engine.link.Definitions;
import dev.graft.engine.link.ExternalInstance;
import dev.graft.engine.link.ImportName;
import dev.graft.engine.link.ModuleTypes;
import dev.graft.engine.link.ResolvedImports;
import dev.graft.engine.trap.TrapCode;

/// Names for what modules import: host functions, and exports of instances.
///
/// Host functions belong to no store, so one linker serves any number of stores.
/// Memories, tables, globals, functions and instances do belong to a store, and so does
/// what is linked with them.
///
/// A linker is filled by one thread. Once [frozen][#freeze] it is immutable and shared
/// freely; [#copy] starts another one from it.
public final class Linker {

	/// How many imports that cannot be satisfied are compared with everything there is.
	private static final int MOST_SUGGESTIONS = 20;

	private final Engine engine;

	private final Definitions definitions;

	private boolean shadowing;

	private volatile boolean frozen;

	private Linker(Engine engine, Definitions definitions) {
		this.engine = engine;
		this.definitions = definitions;
	}

	/// A linker that knows nothing yet.
	public static Linker create(Engine engine) {
		return new Linker(engine, new Definitions());
	}

	/// The engine whose modules it links.
	public Engine engine() {
		return this.engine;
	}

	/// Whether a name may be defined again, replacing its meaning. By default it may not.
	public Linker allowShadowing(boolean allow) {
		checkNotFrozen();
		this.shadowing = allow;
		return this;
	}

	/// Gives a name to something that lives in a store.
	/// @throws LinkException if the name is taken
	public Linker define(String module, String name, Extern item) {
		if (item.store().engine() != this.engine) {
			throw new LinkException(new ImportName(module, name) + " belongs to another engine than the linker");
		}
		return put(new ImportName(module, name), switch (item) {
			case Func func -> new ExternalInstance.Function(func.reference(), func.store().state().context());
			case Memory memory -> memory.external();
			case Table table -> table.external();
			case Global global -> global.external();
			case Tag tag -> tag.external();
		});
	}

	/// Gives a name to a shared memory, which any number of stores may import.
	/// @throws LinkException if the name is taken
	public Linker define(String module, String name, SharedMemory memory) {
		if (memory.engine() != this.engine) {
			throw new LinkException(new ImportName(module, name) + " belongs to another engine than the linker");
		}
		return put(new ImportName(module, name), memory.external());
	}

	/// Gives a name to a host function with boxed values.
	/// @throws LinkException if the name is taken
	public Linker function(String module, String name, FunctionType type, HostFunction function) {
		ImportName importName = new ImportName(module, name);
		return put(importName, this.engine.hostFunctions().boxed(type, function));
	}

	/// Gives a name to a host function whose type follows from the method's: `int` (and
	/// `boolean`, `byte`, `short`, `char`), `long`, `float` and `double` and their boxes
	/// are the number types, [Func] is `funcref`, any other class is `externref`. A first
	/// parameter of type [Caller] is the calling instance. A method that returns a record
	/// returns as many results as the record has components.
	/// @throws SignatureMismatchException if the method has a parameter or result without
	/// counterpart
	/// @throws LinkException if the name is taken
	public Linker function(String module, String name, MethodHandle function) {
		ImportName importName = new ImportName(module, name);
		return put(importName, this.engine.hostFunctions().inferred(importName.toString(), function));
	}

	/// Gives a name to a host function of a given type. The method's parameters may be
	/// boxes and numbers of the same width, `boolean`, `byte`, `short` and `char` for
	/// `i32`; several results are returned as a record or `Object[]`.
	/// @throws SignatureMismatchException if the method does not fit
	/// @throws LinkException if the name is taken
	public Linker function(String module, String name, FunctionType type, MethodHandle function) {
		ImportName importName = new ImportName(module, name);
		return put(importName, this.engine.hostFunctions().typed(importName.toString(), type, function));
	}

	/// Gives a name to a lambda or method reference, whose type follows from the
	/// interface's method as in [#function(String, String, MethodHandle)]:
	///
	/// ```java
	/// linker.function("env", "add", IntBinaryOperator.class, (a, b) -> a + b);
	/// ```
	/// @param functionalInterface an interface with one abstract method
	/// @throws SignatureMismatchException if the method has a parameter or result without
	/// counterpart
	/// @throws LinkException if the name is taken
	public <F> Linker function(String module, String name, Class<F> functionalInterface, F function) {
		ImportName importName = new ImportName(module, name);
		return put(importName,
				this.engine.hostFunctions().inferred(importName.toString(), functionalInterface, function));
	}

	/// Gives a name to a lambda or method reference of a generic interface, whose type
	/// has to be told:
	///
	/// ```java
	/// linker.function("env", "next", FunctionType.of(List.of(I32), I32),
	/// UnaryOperator.class, (Object n) -> (Integer) n + 1);
	/// ```
	/// @param functionalInterface an interface with one abstract method
	/// @throws SignatureMismatchException if the method does not fit
	/// @throws LinkException if the name is taken
	public <F> Linker function(String module, String name, FunctionType type, Class<F> functionalInterface,
			F function) {
		ImportName importName = new ImportName(module, name);
		return put(importName,
				this.engine.hostFunctions().typed(importName.toString(), type, functionalInterface, function));
	}

	/// Gives names to all exports of an instance.
	/// @param module the first part of the names
	/// @throws LinkException if a name is taken
	public Linker instance(String module, Instance instance) {
		instance.exports().forEach((name, item) -> define(module, name, item));
		return this;
	}

	/// Gives a second name to something.
	/// @throws LinkException if there is no such thing, or the second name is taken
	public Linker alias(String module, String name, String asModule, String asName) {
		ImportName known = new ImportName(module, name);
		ExternalInstance item = this.definitions.get(known);
		if (item == null) {
			throw new LinkException("there is no " + known + " to give a second name to");
		}
		return put(new ImportName(asModule, asName), item);
	}

	/// Gives every function that the module imports and nobody has defined a meaning: it
	/// traps when it is called.
	public Linker defineUnknownImportsAsTraps(Module module) {
		for (Import wanted : module.shared().loaded().metadata().imports()) {
			ImportName name = new ImportName(wanted.module(), wanted.name());
			if (wanted.type() instanceof ExternalType.Function function && this.definitions.get(name) == null) {
				put(name, unknown(name, module.shared().types().get(function.typeIndex())));
			}
		}
		return this;
	}

	private FunctionReference unknown(ImportName name, CanonicalType type) {
		HostFunction trap = (caller, arguments) -> {
			throw caller.store().engine().traps().here(TrapCode.UNKNOWN_IMPORT, name.toString(), null);
		};
		return this.engine.hostFunctions().boxed(type, trap);
	}

	/// The type of what has a name.
	public Optional<ExternType> get(String module, String name) {
		return Optional.ofNullable(this.definitions.get(new ImportName(module, name))).map(ExternTypes::of);
	}

	/// All names, as `module.name`, sorted.
	public Set<String> names() {
		Set<String> names = new TreeSet<>();
		this.definitions.names().forEach((name) -> names.add(name.toString()));
		return names;
	}

	/// Makes this linker immutable, so that threads can share it.
	/// @return this linker
	public Linker freeze() {
		this.frozen = true;
		return this;
	}

	/// Whether this linker has been frozen.
	public boolean isFrozen() {
		return this.frozen;
	}

	/// A linker that knows the same names, is not frozen, and goes its own way from here.
	public Linker copy() {
		Linker copy = new Linker(this.engine, this.definitions.copy());
		copy.shadowing = this.shadowing;
		return copy;
	}

	/// Resolves all imports of a module and checks their types, once, so that
	/// instantiating need not.
	/// @throws UnsatisfiedImportsException if something is missing or has another type;
	/// it lists everything
	/// @throws LinkException if the imports live in different stores
	public InstancePre instantiatePre(Module module) {
		if (module.engine() != this.engine) {
			throw new LinkException(module.name() + " belongs to another engine than the linker");
		}
		SharedModule shared = module.shared();
		ResolvedImports imports = resolve(module, shared.types());
		InstanceTemplate template = new InstanceTemplate(shared.loaded(), shared.types(), imports,
				shared.memoryTemplates());
		return new InstancePre(module, template, imports.home());
	}

	private ResolvedImports resolve(Module module, ModuleTypes types) {
		List<ResolvedImports.Mismatch> unsatisfied = new ArrayList<>();
		ResolvedImports imports;
		try {
			imports = ResolvedImports.resolve(module.shared().loaded().metadata().imports(), types, this.definitions,
					unsatisfied);
		}
		catch (IllegalArgumentException differentStores) {
			throw new LinkException(module.name() + ": " + differentStores.getMessage());
		}
		if (!unsatisfied.isEmpty()) {
			throw new UnsatisfiedImportsException(module.name(), describe(module, unsatisfied));
		}
		return imports;
	}

	private List<UnsatisfiedImport> describe(Module module, List<ResolvedImports.Mismatch> unsatisfied) {
		List<UnsatisfiedImport> described = new ArrayList<>(unsatisfied.size());
		for (ResolvedImports.Mismatch each : unsatisfied) {
			described.add(describe(module, each, described.size() < MOST_SUGGESTIONS));
		}
		return described;
	}

	private UnsatisfiedImport describe(Module module, ResolvedImports.Mismatch mismatch, boolean suggest) {
		ImportName name = new ImportName(mismatch.wanted().module(), mismatch.wanted().name());
		ExternType expected = ExternTypes.of(mismatch.wanted().type(), module.shared().types());
		ExternalInstance found = mismatch.found();
		List<String> similar = (found != null || !suggest) ? List.of()
				: this.definitions.similar(name).stream().map(ImportName::toString).toList();
		return new UnsatisfiedImport(name.module(), name.name(), expected,
				(found != null) ? ExternTypes.of(found) : null, similar);
	}

	/// Resolves all imports of a module and instantiates it.
	/// @throws UnsatisfiedImportsException if something is missing or has another type;
	/// it lists everything
	/// @throws dev.graft.engine.trap.Trap if initialising a table or memory goes out of
	/// bounds, or the start function traps
	/// @throws LimitExceededException if the store's limits do not allow it
	public Instance instantiate(Store store, Module module) {
		return instantiatePre(module).instantiate(store);
	}

	private Linker put(ImportName name, FunctionReference function) {
		return put(name, new ExternalInstance.Function(function, null));
	}

	private Linker put(ImportName name, ExternalInstance item) {
		checkNotFrozen();
		if (!this.shadowing && this.definitions.get(name) != null) {
			throw new LinkException(name + " is already defined; see Linker.allowShadowing");
		}
		this.definitions.put(name, item);
		return this;
	}

	private void checkNotFrozen() {
		if (this.frozen) {
			throw new IllegalStateException("the linker is frozen; Linker.copy makes one that is not");
		}
	}

}
