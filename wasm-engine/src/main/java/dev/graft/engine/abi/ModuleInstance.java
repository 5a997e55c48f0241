package dev.graft.engine.abi;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// A module instance: what every generated `Instance` class extends.
///
/// The subclass has the fields that the module's code reads directly (`memory0`,
/// `table0`, `g3`); here is what all instances share. Generated functions are static and
/// take their instance as the last parameter.
///
/// An instance belongs to one store and with it to one thread at a time; nothing here is
/// synchronised.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#module-instances">Execution,
/// Runtime Structure, "Module Instances"</a>
public abstract class ModuleInstance {

	private static final @Nullable Object[][] NO_ELEMENTS = new @Nullable Object[0][];

	private static final MemorySegment NO_BYTES = MemorySegment.NULL;

	/// The state that all instances of a store share.
	public final ExecutionContext context;

	/// The imported functions, by function index. Shared between all instances that were
	/// linked together: never written after linking.
	public final FunctionReference[] imports;

	/// The tags, by tag index. Never written to.
	public final TagInstance[] tags;

	/// The element segments whose items the generated initializer computes, by segment
	/// index. An entry is null where the items are function indices in the artifact (see
	/// [ModuleCode#elements]), and after `elem.drop`. There is an entry for every
	/// segment if there is one that is computed, and otherwise none.
	public final @Nullable Object[] @Nullable [] elements;

	/// The object that stands for this instance in the embedding API.
	@EngineSide
	public @Nullable Object embedder;

	/// What calls have given back to be used again; null if there is nothing.
	@Nullable CallFrame spareFrame;

	private final ModuleCode code;

	private final FunctionReferences references;

	private final DroppedSegments droppedElements = new DroppedSegments();

	private final DroppedSegments droppedData = new DroppedSegments();

	/// Takes the shared parts from the seed; the generated constructor goes on with
	/// memories, tables and cells.
	protected ModuleInstance(InstanceSeed seed) {
		this.context = seed.context;
		this.imports = seed.imports;
		this.tags = seed.tags;
		this.code = seed.code;
		this.elements = this.code.computesElements() ? new @Nullable Object[this.code.elementSegmentCount()][]
				: NO_ELEMENTS;
		this.references = new FunctionReferences(this.code);
	}

	/// `ref.func`: the reference to a function, made on its first use and the same
	/// object ever after.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-ref-func">Execution,
	/// "ref.func"</a>
	public final FunctionReference functionReference(int functionIndex) {
		return functionIndex < this.imports.length ? this.imports[functionIndex]
				: this.references.get(functionIndex, this);
	}

	/// What follows from the module alone.
	@EngineSide
	public final ModuleCode code() {
		return this.code;
	}

	/// The bytes of a data segment: none after `data.drop`.
	@EngineSide
	public final MemorySegment data(int segment) {
		return this.droppedData.contains(segment) ? NO_BYTES : this.code.data(segment);
	}

	final void dropData(int segment) {
		this.droppedData.add(segment);
	}

	final void dropElements(int segment) {
		if (segment < this.elements.length) {
			this.elements[segment] = null;
		}
		this.droppedElements.add(segment);
	}

	/// The items of a segment that were computed; null if there are none.
	final @Nullable Object @Nullable [] items(int segment) {
		return (segment < this.elements.length) ? this.elements[segment] : null;
	}

	/// Has all segments again, and nothing left over from calls. Items of segments are
	/// computed when the instance is initialized again.
	@EngineSide
	public final void restore() {
		CallFrame.clear(this);
		this.droppedElements.clear();
		this.droppedData.clear();
		Arrays.fill(this.elements, null);
	}

	/// The element segment as function indices, or null if it was dropped or its items
	/// are in [#elements].
	final @Nullable FunctionIndices functionIndices(int segment) {
		return this.droppedElements.contains(segment) ? null : this.code.elements(segment);
	}

}
