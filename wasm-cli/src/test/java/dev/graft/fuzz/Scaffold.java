package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a module under construction consists of, apart from its code: everything that
/// code can refer to. Lists are in the order of the index spaces.
final class Scaffold {

	final Set<Feature> features;

	final TypeSpace types = new TypeSpace();

	/// The type indices of all functions.
	final List<Integer> functions = new ArrayList<>();

	final List<TableShape> tables = new ArrayList<>();

	final List<MemoryShape> memories = new ArrayList<>();

	final List<GlobalShape> globals = new ArrayList<>();

	/// The type indices of all tags.
	final List<Integer> tags = new ArrayList<>();

	/// The types of the element segments.
	final List<ReferenceType> elements = new ArrayList<>();

	/// The lengths of the data segments.
	final List<Integer> data = new ArrayList<>();

	int importedFunctions;

	/// The functions that may be called from anywhere and become references; those
	/// before are the host's, and helpers.
	int firstFunction;

	/// Where the functions begin that only hosts call.
	int firstShim;

	/// Whether results of floating-point operators that are not a number are made the one
	/// that is expected everywhere.
	boolean canonicalNans;

	/// The functions that do that, by type: `f32`, `f64`, `f32x4`, `f64x2`.
	final List<Integer> canonicalizers = new ArrayList<>();

	/// The global that counts down to the end of everything.
	int fuelGlobal;

	/// The global that takes part in what is thrown away.
	int sumGlobal;

	/// Whether exceptions are handled by `try`, not by `try_table`.
	boolean legacyExceptions;

	Scaffold(Set<Feature> features) {
		this.features = features;
	}

	/// @param maximum always there, so that growing fails at the same size everywhere
	record TableShape(boolean is64, int minimum, int maximum, ReferenceType element, boolean imported) {

		TableShape asImported() {
			return new TableShape(this.is64, this.minimum, this.maximum, this.element, true);
		}

		NumberType address() {
			return this.is64 ? NumberType.I64 : NumberType.I32;
		}

	}

	/// @param maximum always there, so that growing fails at the same size everywhere
	record MemoryShape(boolean is64, int minimum, int maximum, boolean shared, int pageSizeLog2, boolean imported) {

		MemoryShape asImported() {
			return new MemoryShape(this.is64, this.minimum, this.maximum, this.shared, this.pageSizeLog2, true);
		}

		NumberType address() {
			return this.is64 ? NumberType.I64 : NumberType.I32;
		}

		long minimumBytes() {
			return (long) this.minimum << this.pageSizeLog2;
		}

	}

	record GlobalShape(ValueType type, boolean mutable) {
	}

	boolean has(Feature feature) {
		return this.features.contains(feature);
	}

	FunctionType functionType(int function) {
		return this.types.function(this.functions.get(function));
	}

}
