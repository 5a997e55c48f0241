package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import dev.graft.fuzz.GeneratedModule.Export;
import dev.graft.fuzz.Scaffold.GlobalShape;
import dev.graft.fuzz.Scaffold.MemoryShape;
import dev.graft.fuzz.Scaffold.TableShape;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes modules that are valid and end. The same seed and the same features give the
/// same module.
///
/// A module imports from [Host], exports everything that can be observed, and counts down
/// the global `fuel` wherever it could go on for ever. Half of what it computes ends up
/// in the global `sum`.
final class ModuleGenerator {

	private static final int CUSTOM = 0;

	/// What the first module of a pair is called by the second.
	static final String FIRST = "first";

	private final long seed;

	private final Dice dice;

	private final Scaffold module;

	/// The module that this one imports from; null if there is none.
	private final @Nullable Scaffold first;

	private final List<byte[]> bodies = new ArrayList<>();

	private final List<Export> exports = new ArrayList<>();

	private final ByteSink importSection = new ByteSink();

	private int imports;

	private ModuleGenerator(long seed, Set<Feature> features, boolean canonicalNans) {
		this.seed = seed;
		this.dice = new Dice(seed);
		this.module = new Scaffold(choose(features));
		this.module.canonicalNans = canonicalNans;
		this.first = null;
	}

	private ModuleGenerator(long seed, Set<Feature> features, boolean canonicalNans, Scaffold first) {
		this.seed = seed;
		this.dice = new Dice(seed);
		this.module = new Scaffold(features);
		this.module.canonicalNans = canonicalNans;
		this.first = first;
	}

	/// Makes a module.
	/// @param features what it may use
	/// @param canonicalNans whether all NaNs that it computes have the same bits
	static GeneratedModule generate(long seed, Set<Feature> features, boolean canonicalNans) {
		return new ModuleGenerator(seed, features, canonicalNans).generate();
	}

	/// Most modules use everything; some leave features out, with those that depend on
	/// them.
	private Set<Feature> choose(Set<Feature> available) {
		EnumSet<Feature> chosen = EnumSet.copyOf(available);
		if (this.dice.oneIn(3)) {
			chosen.removeIf((feature) -> feature.compareTo(Feature.REFERENCE_TYPES) > 0 && this.dice.coin());
		}
		if (!chosen.contains(Feature.FUNCTION_REFERENCES)) {
			chosen.remove(Feature.GC);
		}
		if (!chosen.contains(Feature.SIMD)) {
			chosen.remove(Feature.RELAXED_SIMD);
		}
		return chosen;
	}

	/// Makes two modules, the second of which imports from the first what that one
	/// exports, under the name [#FIRST].
	static List<GeneratedModule> generatePair(long seed, Set<Feature> features, boolean canonicalNans) {
		ModuleGenerator first = new ModuleGenerator(seed, features, canonicalNans);
		GeneratedModule exporting = first.generate();
		ModuleGenerator second = new ModuleGenerator(~seed, first.module.features, canonicalNans, first.module);
		return List.of(exporting, second.generate());
	}

	private GeneratedModule generate() {
		this.module.legacyExceptions = (this.first != null) ? this.first.legacyExceptions : chooseLegacyExceptions();
		if (this.first != null) {
			this.module.types.addAll(this.first.types);
		}
		Types.define(this.module, this.dice);
		imports();
		memories();
		tables();
		tags();
		int firstDefined = helpers();
		declareFunctions();
		byte[] globals = globals();
		byte[] elements = elements();
		byte[] data = data();
		int functions = this.module.functions.size();
		for (int function = firstDefined + this.bodies.size(); function < functions; function++) {
			this.bodies.add(FunctionGenerator.body(this.module, this.dice, this.module.functionType(function)));
		}
		shims(functions);
		return assemble(globals, elements, data);
	}

	private boolean chooseLegacyExceptions() {
		return this.module.has(Feature.LEGACY_EXCEPTIONS)
				&& (!this.module.has(Feature.EXCEPTION_HANDLING) || this.dice.coin());
	}

	private GeneratedModule assemble(byte[] globals, byte[] elements, byte[] data) {
		ByteSink out = new ByteSink().raw(new byte[] { 0, 'a', 's', 'm', 1, 0, 0, 0 });
		byte[] exportSection = exports();
		ByteSink code = new ByteSink().unsigned(this.bodies.size());
		this.bodies.forEach(code::sized);
		section(out, 1, this.module.types.encode());
		section(out, 2, new ByteSink().unsigned(this.imports).raw(this.importSection.toByteArray()).toByteArray());
		section(out, 3, functionSection());
		section(out, 4, tableSection());
		section(out, 5, memorySection());
		if (!this.module.tags.isEmpty()) {
			section(out, 13, tagSection());
		}
		section(out, 6, globals);
		section(out, 7, exportSection);
		section(out, 9, elements);
		if (this.module.has(Feature.BULK_MEMORY)) {
			section(out, 12, new ByteSink().unsigned(this.module.data.size()).toByteArray());
		}
		section(out, 10, code.toByteArray());
		section(out, 11, data);
		if (this.dice.oneIn(4)) {
			section(out, CUSTOM, new ByteSink().name("fuzz").raw(this.dice.bytes(9)).toByteArray());
		}
		return new GeneratedModule(this.seed, this.module.features, out.toByteArray(), List.copyOf(this.exports),
				readableGlobals(), this.module.memories.size(), readableTables());
	}

	private static void section(ByteSink out, int id, byte[] contents) {
		out.u8(id).sized(contents);
	}

	// ---- imports

	private void imports() {
		Host.FUNCTIONS.forEach((name, type) -> {
			importing(name, 0).unsigned(this.module.types.function(type));
			this.module.functions.add(this.module.types.function(type));
		});
		if (this.first != null) {
			importFunctions(this.first);
		}
		this.module.importedFunctions = this.module.functions.size();
		this.module.firstFunction = this.module.importedFunctions;
		if (this.dice.oneIn(3)) {
			MemoryShape memory = Host.MEMORY;
			this.module.memories.add(memory);
			importing("memory", 2).u8(1).unsigned(memory.minimum()).unsigned(memory.maximum());
		}
		if (this.dice.oneIn(3)) {
			TableShape table = Host.TABLE;
			this.module.tables.add(table);
			importing("table", 1).u8(0x70).u8(1).unsigned(table.minimum()).unsigned(table.maximum());
		}
		Host.GLOBALS.forEach((name, global) -> {
			TypeSpace.encode(global.type(), importing(name, 3));
			this.importSection.u8(global.mutable() ? 1 : 0);
			this.module.globals.add(global);
		});
		if (this.first != null) {
			importOthers(this.first);
		}
	}

	private void importFunctions(Scaffold from) {
		for (int function = from.firstFunction; function < from.functions.size(); function++) {
			String name = (function < from.firstShim ? "f" : "s") + function;
			importing(FIRST, name, 0).unsigned(from.functions.get(function));
			this.module.functions.add(from.functions.get(function));
		}
	}

	/// Everything but functions. Memories of the host are there already.
	private void importOthers(Scaffold from) {
		for (int memory = 0; memory < from.memories.size() && canHaveMemory(); memory++) {
			MemoryShape shape = from.memories.get(memory).asImported();
			memoryType(importing(FIRST, "m" + memory, 2), shape);
			this.module.memories.add(shape);
		}
		for (int table = 0; table < from.tables.size(); table++) {
			TableShape shape = from.tables.get(table).asImported();
			tableType(importing(FIRST, "t" + table, 1), shape);
			this.module.tables.add(shape);
		}
		for (int global = 0; global < from.globals.size(); global++) {
			GlobalShape shape = from.globals.get(global);
			TypeSpace.encode(shape.type(), importing(FIRST, "g" + global, 3));
			this.importSection.u8(shape.mutable() ? 1 : 0);
			if (global == from.fuelGlobal) {
				this.module.fuelGlobal = this.module.globals.size();
			}
			this.module.globals.add(shape);
		}
		for (int tag = 0; tag < from.tags.size(); tag++) {
			importing(FIRST, "e" + tag, 4).u8(0).unsigned(from.tags.get(tag));
			this.module.tags.add(from.tags.get(tag));
		}
	}

	private boolean canHaveMemory() {
		return this.module.memories.isEmpty() || this.module.has(Feature.MULTI_MEMORY);
	}

	private ByteSink importing(String name, int kind) {
		return importing(Host.NAME, name, kind);
	}

	private ByteSink importing(String from, String name, int kind) {
		this.imports++;
		return this.importSection.name(from).name(name).u8(kind);
	}

	// ---- memories, tables, tags

	private void memories() {
		int most = this.module.has(Feature.MULTI_MEMORY) ? 3 : 1;
		int count = this.dice.between(0, most);
		while (this.module.memories.size() < count) {
			boolean is64 = this.module.has(Feature.MEMORY64) && this.dice.oneIn(3);
			boolean shared = this.module.has(Feature.THREADS) && this.dice.oneIn(3);
			boolean tiny = this.module.has(Feature.CUSTOM_PAGE_SIZES) && this.dice.oneIn(4);
			int minimum = tiny ? this.dice.below(3000) : this.dice.oneIn(8) ? 0 : this.dice.between(1, 2);
			int maximum = minimum + this.dice.below(tiny ? 3000 : 4);
			this.module.memories.add(new MemoryShape(is64, minimum, maximum, shared, tiny ? 0 : 16, false));
		}
	}

	private byte[] memorySection() {
		List<MemoryShape> defined = this.module.memories.stream().filter((memory) -> !memory.imported()).toList();
		ByteSink out = new ByteSink().unsigned(defined.size());
		for (MemoryShape memory : defined) {
			memoryType(out, memory);
		}
		return out.toByteArray();
	}

	private static void memoryType(ByteSink out, MemoryShape memory) {
		boolean tiny = memory.pageSizeLog2() == 0;
		out.u8(1 | (memory.shared() ? 2 : 0) | (memory.is64() ? 4 : 0) | (tiny ? 8 : 0));
		out.unsigned(memory.minimum()).unsigned(memory.maximum());
		if (tiny) {
			out.unsigned(0);
		}
	}

	private static void tableType(ByteSink out, TableShape table) {
		TypeSpace.encode(table.element(), out);
		out.u8(1 | (table.is64() ? 4 : 0)).unsigned(table.minimum()).unsigned(table.maximum());
	}

	private void tables() {
		int most = this.module.has(Feature.REFERENCE_TYPES) ? 3 : 1;
		int count = this.dice.between(1, most);
		while (this.module.tables.size() < count) {
			boolean is64 = this.module.has(Feature.MEMORY64) && this.dice.oneIn(4);
			int minimum = this.dice.oneIn(8) ? 0 : this.dice.between(8, 12);
			ReferenceType element = this.module.tables.isEmpty() || this.dice.coin() ? ReferenceType.FUNCREF
					: Types.reference(this.module, this.dice, false);
			this.module.tables.add(new TableShape(is64, minimum, minimum + this.dice.below(12), element, false));
		}
	}

	private byte[] tableSection() {
		List<TableShape> defined = this.module.tables.stream().filter((table) -> !table.imported()).toList();
		ByteSink out = new ByteSink().unsigned(defined.size());
		for (TableShape table : defined) {
			boolean initialized = this.module.has(Feature.FUNCTION_REFERENCES) && this.dice.oneIn(3);
			if (initialized) {
				out.u8(0x40).u8(0);
			}
			tableType(out, table);
			if (initialized) {
				Constants.expression(out, this.module, this.dice, table.element(), Host.GLOBALS.size());
			}
		}
		return out.toByteArray();
	}

	private void tags() {
		int count = Exceptions.areIn(this.module) ? this.dice.between(1, 4) : 0;
		for (int i = 0; i < count; i++) {
			FunctionType type = new FunctionType(Types.some(this.module, this.dice, 3), List.of());
			this.module.tags.add(this.module.types.function(type));
		}
	}

	private byte[] tagSection() {
		int imported = (this.first != null) ? this.first.tags.size() : 0;
		ByteSink out = new ByteSink().unsigned(this.module.tags.size() - imported);
		this.module.tags.stream().skip(imported).forEach((type) -> out.u8(0).unsigned(type));
		return out.toByteArray();
	}

	// ---- functions

	/// Functions that make all NaNs the same.
	/// @return the index of the first one
	private int helpers() {
		int first = this.module.functions.size();
		helper(NumberType.F32, "f32.eq", new ByteSink().u8(0x43).fixed(0x7FC00000, 4).toByteArray());
		helper(NumberType.F64, "f64.eq", new ByteSink().u8(0x44).fixed(0x7FF8000000000000L, 8).toByteArray());
		if (this.module.has(Feature.SIMD)) {
			helper(VectorType.V128, "f32x4.eq",
					new ByteSink().u8(0xFD)
						.unsigned(0x0C)
						.fixed(0x7FC000007FC00000L, 8)
						.fixed(0x7FC000007FC00000L, 8)
						.toByteArray());
			helper(VectorType.V128, "f64x2.eq",
					new ByteSink().u8(0xFD)
						.unsigned(0x0C)
						.fixed(0x7FF8000000000000L, 8)
						.fixed(0x7FF8000000000000L, 8)
						.toByteArray());
		}
		this.module.firstFunction = this.module.functions.size();
		return first;
	}

	private void helper(ValueType type, String equal, byte[] constant) {
		this.module.canonicalizers.add(this.module.functions.size());
		FunctionType unary = new FunctionType(List.of(type), List.of(type));
		this.module.functions.add(this.module.types.function(unary));
		Code code = new Code(this.module, this.dice, unary, List.of(), 0);
		code.op("local.get").u(0);
		code.out.raw(constant);
		code.op("local.get").u(0).op("local.get").u(0).op(equal);
		code.op(type == VectorType.V128 ? "v128.bitselect" : "select").op("end");
		this.bodies.add(new ByteSink().u8(0).raw(code.out.toByteArray()).toByteArray());
	}

	private void declareFunctions() {
		List<Integer> types = this.module.types.indices(Shape.Function.class);
		int count = this.dice.between(1, 8);
		for (int i = 0; i < count; i++) {
			int index = this.module.functions.size();
			this.module.functions.add(this.dice.of(types));
			FunctionType type = this.module.functionType(index);
			if (type.parameters().stream().allMatch(Types::isSimple)
					&& type.results().stream().allMatch(Types::isSimple)) {
				this.exports.add(new Export("f" + index, type));
			}
		}
	}

	/// Functions that hosts can call in place of those that they cannot.
	private void shims(int functions) {
		this.module.firstShim = functions;
		for (int function = this.module.firstFunction; function < functions; function++) {
			String name = "f" + function;
			if (this.exports.stream().noneMatch((export) -> export.name().equals(name))) {
				FunctionType type = new FunctionType(
						this.module.functionType(function).parameters().stream().filter(Types::isSimple).toList(),
						List.of());
				this.bodies.add(FunctionGenerator.shim(this.module, this.dice, type, function));
				this.exports.add(new Export("s" + this.module.functions.size(), type));
				this.module.functions.add(this.module.types.function(type));
			}
		}
	}

	private byte[] functionSection() {
		ByteSink out = new ByteSink().unsigned(this.module.functions.size() - this.module.importedFunctions);
		this.module.functions.stream().skip(this.module.importedFunctions).forEach(out::unsigned);
		return out.toByteArray();
	}

	// ---- globals, segments

	private byte[] globals() {
		ByteSink out = new ByteSink();
		int count = this.dice.below(8);
		out.unsigned(count + (this.first != null ? 1 : 2));
		if (this.first == null) {
			this.module.fuelGlobal = this.module.globals.size();
			this.module.globals.add(new GlobalShape(NumberType.I32, true));
			out.u8(0x7F).u8(1).u8(0x41).signed(0).u8(0x0B);
		}
		this.module.sumGlobal = this.module.globals.size();
		this.module.globals.add(new GlobalShape(NumberType.I64, true));
		out.u8(0x7E).u8(1).u8(0x42).signed(0).u8(0x0B);
		for (int i = 0; i < count; i++) {
			GlobalShape global = new GlobalShape(Types.any(this.module, this.dice), this.dice.below(3) > 0);
			TypeSpace.encode(global.type(), out);
			out.u8(global.mutable() ? 1 : 0);
			int known = this.module.has(Feature.GC) || this.module.has(Feature.EXTENDED_CONST)
					? this.module.globals.size() : Host.GLOBALS.size();
			Constants.expression(out, this.module, this.dice, global.type(), known);
			this.module.globals.add(global);
		}
		return out.toByteArray();
	}

	private List<String> readableGlobals() {
		return IntStream.range(0, this.module.globals.size())
			.filter((global) -> Types.isSimple(this.module.globals.get(global).type()))
			.mapToObj((global) -> "g%d:%s".formatted(global, this.module.globals.get(global).type()))
			.toList();
	}

	private List<String> readableTables() {
		return IntStream.range(0, this.module.tables.size())
			.filter((table) -> Types.isSimple(this.module.tables.get(table).element()))
			.mapToObj((table) -> "t" + table)
			.toList();
	}

	private byte[] elements() {
		int count = this.dice.below(4);
		ByteSink out = new ByteSink();
		int written = 0;
		for (int i = 0; i < count; i++) {
			boolean passive = this.module.has(Feature.BULK_MEMORY) && this.dice.coin();
			int table = this.dice.below(this.module.tables.size());
			ReferenceType type = passive ? passiveType() : this.module.tables.get(table).element();
			element(out, passive ? -1 : table, type);
			this.module.elements.add(type);
			written++;
		}
		return new ByteSink().unsigned(written).raw(out.toByteArray()).toByteArray();
	}

	private ReferenceType passiveType() {
		return this.module.has(Feature.REFERENCE_TYPES) ? Types.reference(this.module, this.dice, true)
				: ReferenceType.FUNCREF;
	}

	/// Writes a segment, as functions or as expressions.
	/// @param table -1 if it is passive
	private void element(ByteSink out, int table, ReferenceType type) {
		boolean functions = type.equals(ReferenceType.FUNCREF) && this.dice.coin();
		out.unsigned((table < 0 ? 1 : 2) | (functions ? 0 : 4));
		if (table >= 0) {
			TableShape shape = this.module.tables.get(table);
			out.unsigned(table);
			Constants.address(out, shape.address(), this.dice.below(shape.minimum() + 1));
			out.u8(0x0B);
		}
		int length = (table < 0) ? this.dice.below(6) : 0;
		if (table >= 0 && this.module.tables.get(table).minimum() > 8) {
			length = this.dice.below(2);
		}
		if (functions) {
			out.u8(0);
		}
		else {
			TypeSpace.encode(type, out);
		}
		out.unsigned(length);
		for (int i = 0; i < length; i++) {
			if (functions) {
				out.unsigned(this.dice.between(this.module.firstFunction, this.module.functions.size() - 1));
			}
			else {
				Constants.expression(out, this.module, this.dice, type, this.module.globals.size());
			}
		}
	}

	private byte[] data() {
		int count = this.dice.below(4);
		ByteSink out = new ByteSink();
		int written = 0;
		for (int i = 0; i < count; i++) {
			boolean passive = this.module.has(Feature.BULK_MEMORY) && this.dice.coin();
			byte[] bytes = this.dice.bytes(this.dice.below(40));
			if (passive) {
				out.u8(1);
			}
			else if (this.module.memories.isEmpty()
					|| bytes.length > 0 && this.module.memories.getFirst().minimum() == 0) {
				continue;
			}
			else {
				active(out);
			}
			out.sized(bytes);
			this.module.data.add(bytes.length);
			written++;
		}
		return new ByteSink().unsigned(written).raw(out.toByteArray()).toByteArray();
	}

	private void active(ByteSink out) {
		int some = this.dice.below(this.module.memories.size());
		int memory = this.module.memories.get(some).minimumBytes() < 50 ? 0 : some;
		MemoryShape shape = this.module.memories.get(memory);
		if (memory == 0) {
			out.u8(0);
		}
		else {
			out.u8(2).unsigned(memory);
		}
		// Rarely out of bounds, which has to be found out, too.
		long most = Math.max(0, shape.minimumBytes() - (this.dice.oneIn(30) ? 10 : 50));
		Constants.address(out, shape.address(), this.dice.below((int) most + 1));
		out.u8(0x0B);
	}

	// ---- exports

	private byte[] exports() {
		ByteSink out = new ByteSink();
		int count = 0;
		for (int i = this.module.firstFunction; i < this.module.functions.size(); i++) {
			out.name((i < this.module.firstShim ? "f" : "s") + i).u8(0).unsigned(i);
			count++;
		}
		count += exports(out, "t", 1, this.module.tables.size());
		count += exports(out, "m", 2, this.module.memories.size());
		count += exports(out, "g", 3, this.module.globals.size());
		count += exports(out, "e", 4, this.module.tags.size());
		out.name("fuel").u8(3).unsigned(this.module.fuelGlobal);
		return new ByteSink().unsigned(count + 1).raw(out.toByteArray()).toByteArray();
	}

	private static int exports(ByteSink out, String prefix, int kind, int count) {
		for (int i = 0; i < count; i++) {
			out.name(prefix + i).u8(kind).unsigned(i);
		}
		return count;
	}

}
