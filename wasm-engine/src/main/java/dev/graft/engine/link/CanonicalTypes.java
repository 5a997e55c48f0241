package dev.graft.engine.link;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.TypeDigest;
import dev.graft.artifact.type.TypeDigests;
import dev.graft.artifact.type.TypeTable;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.heap.HeapClassLoader;
import org.jspecify.annotations.Nullable;

/// All type definitions of an engine, each of them once, known by their digests. Forgets
/// those that nothing uses any more. Thread-safe.
///
/// @see TypeDigests
/// @see <a
/// href="https://webassembly.github.io/spec/core/valid/conventions.html#rolling-and-unrolling">Validation,
/// Conventions, on the equality of types</a>
public final class CanonicalTypes {

	private final Map<TypeDigest, Entry> types = new HashMap<>();

	private final ReferenceQueue<CanonicalType> garbage = new ReferenceQueue<>();

	/// Function types that consist of their shape only, without the detour of a digest.
	/// Each holds its key, so an entry stays as long as the type is in use.
	private final Map<FunctionType, WeakReference<CanonicalType>> functions = new WeakHashMap<>();

	/// The types of a module.
	public ModuleTypes of(TypeTable table) {
		if (table.isPlain()) {
			return ModuleTypes.of(table.types().stream().map((type) -> of((FunctionType) type.composite())).toList());
		}
		TypeDigests digests = TypeDigests.of(table);
		CanonicalType[] all = new CanonicalType[table.size()];
		ModuleTypes types = ModuleTypes.of(Arrays.asList(all));
		HeapClassLoader classes = hasObjects(table) ? new HeapClassLoader() : null;
		int index = 0;
		for (RecursiveGroup group : table.groups()) {
			add(group, index, digests, all, types, classes);
			index += group.members().size();
		}
		return types;
	}

	private static boolean hasObjects(TypeTable table) {
		return table.types().stream().anyMatch((type) -> !(type.composite() instanceof FunctionType));
	}

	// Types come into being before what they consist of, which may be themselves.
	private synchronized void add(RecursiveGroup group, int first, TypeDigests digests, CanonicalType[] all,
			ModuleTypes types, @Nullable HeapClassLoader classes) {
		List<Integer> added = new ArrayList<>();
		boolean alone = group.members().size() == 1;
		for (int index = first; index < first + group.members().size(); index++) {
			TypeDigest digest = digests.get(index);
			CanonicalType known = known(digest);
			if (known == null) {
				SubType type = group.members().get(index - first);
				boolean hasSupertype = !type.supertypes().isEmpty();
				known = new CanonicalType(digest, type.isFinal(),
						hasSupertype ? all[type.supertypes().getFirst()] : null,
						alone && type.isFinal() && !hasSupertype, classes);
				put(known);
				added.add(index);
			}
			all[index] = known;
		}
		added.forEach((index) -> all[index].define(types.resolve(group.members().get(index - first).composite())));
	}

	/// The one object for all plain types that are equal to this one: final, without
	/// supertype, and in a recursive group of their own.
	/// @throws IllegalArgumentException if it mentions types by index
	public synchronized CanonicalType of(FunctionType type) {
		WeakReference<CanonicalType> entry = this.functions.get(type);
		CanonicalType known = (entry != null) ? entry.get() : null;
		return (known != null) ? known : add(type);
	}

	private CanonicalType add(FunctionType type) {
		type.mentions().forEach(this::requireKnown);
		TypeDigest digest = TypeDigests.of(TypeTable.of(List.of(RecursiveGroup.of(type)))).get(0);
		CanonicalType canonical = known(digest);
		if (canonical == null) {
			canonical = new CanonicalType(digest, true, null, true, null);
			canonical.define(type);
			put(canonical);
		}
		this.functions.remove(type);
		this.functions.put(canonical.functionType(), new WeakReference<>(canonical));
		return canonical;
	}

	/// Checks that a type which somebody states means something in this engine.
	/// @throws IllegalArgumentException if it mentions a type by index, or one of another
	/// engine
	public synchronized void requireKnown(ValueType type) {
		if (!(type instanceof ReferenceType reference)) {
			return;
		}
		if (reference.heapType() instanceof HeapType.Concrete) {
			throw new IllegalArgumentException(type + " states a type by its index in some module");
		}
		if (reference.heapType() instanceof HeapType.Resolved resolved && !resolved.equals(known(resolved.digest()))) {
			throw new IllegalArgumentException(type + " states a type of another engine");
		}
	}

	/// The type with a digest, if it is in use.
	public synchronized @Nullable CanonicalType known(TypeDigest digest) {
		Entry entry = this.types.get(digest);
		return (entry != null) ? entry.get() : null;
	}

	/// How many there are.
	public synchronized int count() {
		forgetGarbage();
		return this.types.size();
	}

	private void put(CanonicalType type) {
		forgetGarbage();
		this.types.put(type.digest(), new Entry(type, this.garbage));
	}

	private void forgetGarbage() {
		for (Object dead = this.garbage.poll(); dead != null; dead = this.garbage.poll()) {
			this.types.remove(((Entry) dead).digest, dead);
		}
	}

	private static final class Entry extends WeakReference<CanonicalType> {

		private final TypeDigest digest;

		Entry(CanonicalType type, ReferenceQueue<CanonicalType> garbage) {
			super(type, garbage);
			this.digest = type.digest();
		}

	}

}
