package dev.graft.engine;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.graft.artifact.module.Export;
import dev.graft.engine.instance.InstanceTemplate.Allocated;
import dev.graft.engine.link.ExternalInstance;
import dev.graft.engine.link.SimilarNames;
import org.jspecify.annotations.Nullable;

/// A module instance: a module with memories, tables and globals of its own, in a store.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#module-instances">Execution,
/// "Module Instances"</a>
public final class Instance {

	private final Module module;

	private final Store store;

	private final Allocated allocated;

	private @Nullable Map<String, Extern> exports;

	private @Nullable Caller caller;

	Instance(Module module, Store store, Allocated allocated) {
		this.module = module;
		this.store = store;
		this.allocated = allocated;
		allocated.instance().embedder = this;
	}

	/// The module.
	public Module module() {
		return this.module;
	}

	/// Where it lives.
	public Store store() {
		return this.store;
	}

	/// An exported function.
	/// @throws NoSuchExportException if there is no function of that name
	public Func func(String name) {
		return require(Func.class, "function", name);
	}

	/// An exported memory.
	/// @throws NoSuchExportException if there is no memory of that name
	public Memory memory(String name) {
		return require(Memory.class, "memory", name);
	}

	/// An exported table.
	/// @throws NoSuchExportException if there is no table of that name
	public Table table(String name) {
		return require(Table.class, "table", name);
	}

	/// An exported global.
	/// @throws NoSuchExportException if there is no global of that name
	public Global global(String name) {
		return require(Global.class, "global", name);
	}

	/// An exported tag.
	/// @throws NoSuchExportException if there is no tag of that name
	public Tag tag(String name) {
		return require(Tag.class, "tag", name);
	}

	/// Makes the instance again what it was when it was instantiated: the memories,
	/// tables and globals that it defines, their sizes included, and its segments. What
	/// it imports stays as it is, except that the segments that go there are written
	/// again, as by any new instance. A memory that another module has imported stays as
	/// large as that one has declared, and one that threads share as large as it is, as
	/// they may be using it. The start function is called again, and takes time
	/// that counts against the store's deadline.
	///
	/// Functions, memories, tables and globals of it stay valid. References to objects on
	/// the Java heap that the host holds, too; the instance has forgotten them.
	///
	/// This costs a part of a new instance: of memories only the pages that were written
	/// are restored, of tables nothing unless they were written to.
	/// @throws StoreInUseException if a call is running in the store, also if this
	/// instance's own host function asks
	/// @throws StoreClosedException if the store has been closed
	/// @throws dev.graft.engine.trap.Trap if the start function traps; the instance is
	/// then in no defined state
	public void reset() {
		int token = this.store.ownership().enterFirst("an instance cannot be reset");
		try {
			this.allocated.reset();
			this.allocated.initialize();
		}
		catch (Throwable thrown) {
			throw HostBoundary.surface(thrown, this.store, this.allocated.instance());
		}
		finally {
			this.store.ownership().leave(token);
		}
	}

	/// Whatever is exported under a name.
	public Optional<Extern> export(String name) {
		return Optional.ofNullable(find(name));
	}

	/// All exports, in the module's order.
	public Map<String, Extern> exports() {
		Map<String, Extern> all = new LinkedHashMap<>();
		for (String name : this.module.shared().exports().keySet()) {
			export(name).ifPresent((item) -> all.put(name, item));
		}
		return Collections.unmodifiableMap(all);
	}

	/// What host functions see when this instance calls them.
	Caller asCaller() {
		Caller caller = this.caller;
		if (caller == null) {
			caller = new Caller(this.store, this);
			this.caller = caller;
		}
		return caller;
	}

	private @Nullable Extern find(String name) {
		int token = this.store.ownership().hold();
		try {
			Map<String, Extern> exports = this.exports;
			if (exports == null) {
				exports = new HashMap<>();
				this.exports = exports;
			}
			Extern known = exports.get(name);
			return (known != null) ? known : make(name, exports);
		}
		finally {
			this.store.ownership().release(token);
		}
	}

	private @Nullable Extern make(String name, Map<String, Extern> exports) {
		Export export = this.module.shared().exports().get(name);
		if (export == null) {
			return null;
		}
		Extern item = switch (this.allocated.export(export)) {
			case ExternalInstance.Function function -> new Func(this.store, function.reference());
			case ExternalInstance.Memory memory -> new Memory(this.store, memory);
			case ExternalInstance.Table table -> new Table(this.store, table);
			case ExternalInstance.Global global -> new Global(this.store, global);
			case ExternalInstance.Tag tag -> new Tag(this.store, tag);
		};
		exports.put(name, item);
		return item;
	}

	private <T extends Extern> T require(Class<T> kind, String what, String name) {
		Extern found = find(name);
		if (!kind.isInstance(found)) {
			throw new NoSuchExportException(name, missing(what, name, found));
		}
		return kind.cast(found);
	}

	private String missing(String what, String name, @Nullable Extern found) {
		String problem = "%s exports no %s \"%s\"".formatted(this.module.name(), what, name);
		if (found != null) {
			return problem + ", that name is " + found.externType();
		}
		Map<String, Export> exports = this.module.shared().exports();
		var similar = SimilarNames.to(name, exports.keySet());
		return similar.isEmpty() ? problem + "; it exports " + exports.keySet()
				: problem + "; did you mean " + String.join(", ", similar) + "?";
	}

	@Override
	public String toString() {
		return "instance of " + this.module;
	}

}
