package dev.graft.compiler.emit;

import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.model.ModuleModel;
import java.util.BitSet;

/// The globals that are no fields of the instance, because it has so many already.
///
/// Fields beyond some hundreds are in superclasses, each of which is another step for
/// whoever looks for a field, and for the JVM when it lays out a class. So from a number
/// on that no compiler's output reaches, numbers are kept as bits in one array and
/// references in another; those that are visible outside are in the array of cells that
/// the instance is made from.
public final class FarGlobals {

	/// How many globals are fields.
	private static final int FIELDS = 10_000;

	private final int[] places;

	private int bits;

	private int references;

	private int cells;

	FarGlobals(ModuleModel module, BitSet cells) {
		int globals = module.globalTypes().size();
		this.places = new int[Math.max(0, globals - FIELDS)];
		for (int global = FIELDS; global < globals; global++) {
			Kind kind = Kind.of(module.globalTypes().get(global).valueType());
			this.places[global - FIELDS] = cells.get(global) ? cell(global) : place(kind);
		}
	}

	private int cell(int global) {
		this.cells++;
		return global;
	}

	private int place(Kind kind) {
		if (kind == Kind.REFERENCE) {
			return this.references++;
		}
		int place = this.bits;
		this.bits += (kind == Kind.VECTOR) ? 2 : 1;
		return place;
	}

	/// Whether a global is in an array.
	public static boolean contains(int globalIndex) {
		return globalIndex >= FIELDS;
	}

	/// The index of a global in its array. The upper half of a vector follows the lower
	/// one.
	int place(int globalIndex) {
		return this.places[globalIndex - FIELDS];
	}

	/// How many elements the array of bits needs.
	public int bits() {
		return this.bits;
	}

	/// How many elements the array of references needs.
	public int references() {
		return this.references;
	}

	/// How many are in the array of cells.
	public int cells() {
		return this.cells;
	}

}
