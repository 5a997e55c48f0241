package dev.graft.wast.runner;

import dev.graft.artifact.spi.Feature;
import dev.graft.engine.Engine;
import dev.graft.engine.Extern;
import dev.graft.engine.ExternType;
import dev.graft.engine.Instance;
import dev.graft.engine.LinkException;
import dev.graft.engine.Linker;
import dev.graft.engine.Module;
import dev.graft.engine.Store;
import dev.graft.engine.StoreLimits;
import dev.graft.wast.Action;
import dev.graft.wast.ModuleSource;
import dev.graft.wast.ScriptCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The state of a script that is running: its modules, its instances, and the names they
/// are registered under.
final class ScriptSession implements AutoCloseable {

	/// Much longer than any command takes, so that an endless loop ends the command and
	/// not the patience of whoever waits.
	private static final Duration DEADLINE = Duration.ofMinutes(2);

	private static final String LATEST = "";

	private final Engine engine;

	private final String scriptName;

	private final Store store;

	private final Linker linker;

	private final Map<String, Slot<Module>> modules = new HashMap<>();

	private final Map<String, Slot<Instance>> instances = new HashMap<>();

	/// Names that modules should have been registered under, which failed.
	private final Map<String, Integer> missing = new HashMap<>();

	/// What a thread sees of the instances of the script that started it.
	private final Map<String, Map<String, Extern>> shared = new HashMap<>();

	private final Map<String, ScriptThread> threads = new LinkedHashMap<>();

	ScriptSession(Engine engine, String scriptName) {
		this.engine = engine;
		this.scriptName = scriptName;
		this.store = Store.builder(engine).limits(StoreLimits.UNLIMITED).deadline(DEADLINE).build();
		this.linker = Linker.create(engine).allowShadowing(true);
		Spectest.define(this.linker, this.store);
	}

	@Override
	public void close() {
		this.store.close();
	}

	/// A session for a thread that sees nothing of this one but the memories of some
	/// instances.
	ScriptSession share(List<ScriptCommand.SharedInstance> instances) {
		ScriptSession session = new ScriptSession(this.engine, this.scriptName);
		instances.forEach((instance) -> session.shared.put(instance.inner(), sharedMemories(instance.id())));
		return session;
	}

	// A thread hands on what was shared with it.
	private Map<String, Extern> sharedMemories(@Nullable String id) {
		@Nullable Map<String, Extern> handedOn = this.shared.get(key(id));
		return (handedOn != null) ? handedOn : memories(find(this.instances, id).require());
	}

	private static Map<String, Extern> memories(Instance instance) {
		Map<String, Extern> memories = new LinkedHashMap<>(instance.exports());
		memories.values().removeIf((item) -> !(item.externType() instanceof ExternType.Memory));
		return memories;
	}

	/// Starts a thread.
	/// @param commands performs the thread's commands
	/// @param outcomes where they put what came of them
	void start(ScriptCommand.ThreadStart command, Runnable commands, List<Outcome> outcomes) {
		String name = key(command.id());
		this.threads.put(name, ScriptThread.start(this.scriptName + " " + name, commands, outcomes));
	}

	/// Checks that there is a thread to wait for.
	void requireThread(ScriptCommand.ThreadJoin command) {
		if (!this.threads.containsKey(key(command.id()))) {
			throw new BlockedException("there is no thread " + key(command.id()));
		}
	}

	/// Waits for a thread, if it is there.
	List<Outcome> join(ScriptCommand.ThreadJoin command) {
		@Nullable ScriptThread thread = this.threads.remove(key(command.id()));
		return (thread != null) ? thread.join() : List.of();
	}

	/// Waits for all threads that nobody has waited for.
	List<Outcome> joinAll() {
		List<Outcome> outcomes = new ArrayList<>();
		this.threads.values().forEach((thread) -> outcomes.addAll(thread.join()));
		this.threads.clear();
		return outcomes;
	}

	/// Whether this is the name of a feature that is off.
	boolean isOff(String feature) {
		return Feature.of(feature).filter((known) -> !this.engine.config().features().contains(known)).isPresent();
	}

	/// Loads a module.
	Module load(ModuleSource source, int line) throws IOException {
		return switch (source) {
			case ModuleSource.Inline inline -> this.engine.load(this.scriptName + ":" + line, inline.bytes());
			case ModuleSource.Artifact artifact -> this.engine.load(artifact.file());
		};
	}

	/// Instantiates a module with what has been registered so far.
	Instance instantiate(Module module) {
		try {
			return this.linker.instantiate(this.store, module);
		}
		catch (LinkException ex) {
			module.imports().forEach((wanted) -> {
				@Nullable Integer line = this.missing.get(wanted.module());
				if (line != null) {
					throw new BlockedException("the module of line %d failed".formatted(line), ex);
				}
			});
			throw ex;
		}
	}

	void define(ScriptCommand.Definition command) throws IOException {
		remember(this.modules, command.id(), new Slot<>(null, command.line()));
		Module module = load(command.source(), command.line());
		remember(this.modules, command.id(), new Slot<>(module, command.line()));
	}

	void instantiate(ScriptCommand.Instantiation command) {
		remember(this.instances, command.id(), new Slot<>(null, command.line()));
		Module module = find(this.modules, command.definition()).require();
		remember(this.instances, command.id(), new Slot<>(instantiate(module), command.line()));
	}

	void defineAndInstantiate(ScriptCommand.DefinitionAndInstantiation command) throws IOException {
		remember(this.modules, command.id(), new Slot<>(null, command.line()));
		remember(this.instances, command.id(), new Slot<>(null, command.line()));
		Module module = load(command.source(), command.line());
		remember(this.modules, command.id(), new Slot<>(module, command.line()));
		remember(this.instances, command.id(), new Slot<>(instantiate(module), command.line()));
	}

	void register(ScriptCommand.Registration command) {
		@Nullable Map<String, Extern> memories = this.shared.get(key(command.id()));
		if (memories != null) {
			memories.forEach((name, memory) -> this.linker.define(command.name(), name, memory));
			return;
		}
		Slot<Instance> instance = find(this.instances, command.id());
		if (instance.value() == null) {
			this.missing.put(command.name(), instance.line());
		}
		this.linker.instance(command.name(), instance.require());
	}

	/// Performs an action.
	@Nullable Object[] act(Action action) {
		Instance instance = find(this.instances, action.instance()).require();
		return switch (action) {
			case Action.Invoke invoke -> instance.func(invoke.name())
				.call(invoke.arguments().stream().map(ResultMatcher::engineValue).toArray());
			case Action.Get get -> new @Nullable Object[] { instance.global(get.name()).get() };
		};
	}

	private static <T> void remember(Map<String, Slot<T>> slots, @Nullable String id, Slot<T> slot) {
		slots.put(LATEST, slot);
		if (id != null) {
			slots.put(id, slot);
		}
	}

	private static String key(@Nullable String id) {
		return (id != null) ? id : LATEST;
	}

	private static <T> Slot<T> find(Map<String, Slot<T>> slots, @Nullable String id) {
		@Nullable Slot<T> slot = slots.get(key(id));
		if (slot == null) {
			throw new BlockedException("there is no module " + ((id != null) ? "$" + id : "yet"));
		}
		return slot;
	}

}
