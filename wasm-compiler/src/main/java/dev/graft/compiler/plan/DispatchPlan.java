package dev.graft.compiler.plan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.graft.artifact.module.FunctionTable;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.FunctionType;
import dev.graft.compiler.model.ConstantExpression;
import dev.graft.compiler.model.ElementDefinition;
import dev.graft.compiler.model.ElementItems;
import dev.graft.compiler.model.ExportDeclaration;
import dev.graft.compiler.model.GlobalDefinition;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.model.TableDefinition;

/// Which functions can become references, and the numbers by which dispatchers know them.
/// Functions of one type have consecutive numbers.
///
/// A function body may only refer to functions that the module mentions outside of bodies
/// too, so nobody has to look into bodies.
final class DispatchPlan {

	private final ModuleModel module;

	private final BitSet escaping = new BitSet();

	/// Equal types stand for each other: the index of the first of them.
	private final int[] canonicalTypes;

	private final int[] slots;

	private final int[] functionsBySlot;

	private final Map<Integer, int[]> rangeByType = new HashMap<>();

	DispatchPlan(ModuleModel module) {
		this.module = module;
		this.canonicalTypes = canonicalTypes(module);
		this.slots = new int[module.functionCount()];
		Arrays.fill(this.slots, FunctionTable.NO_SLOT);
		findEscaping();
		this.escaping.clear(0, module.importedFunctionCount());
		this.functionsBySlot = number();
	}

	private static int[] canonicalTypes(ModuleModel module) {
		int[] canonical = new int[module.types().size()];
		Map<FunctionType, Integer> first = new HashMap<>();
		for (int type = 0; type < canonical.length; type++) {
			Integer equal = first.putIfAbsent(module.types().function(type), type);
			canonical[type] = (equal != null) ? equal : type;
		}
		return canonical;
	}

	private void findEscaping() {
		for (ExportDeclaration export : this.module.exports()) {
			if (export.kind() == ExternalKind.FUNCTION) {
				this.escaping.set(export.index());
			}
		}
		for (GlobalDefinition global : this.module.globals()) {
			addFrom(global.initializer());
		}
		for (TableDefinition table : this.module.tables()) {
			if (table.initializer() != null) {
				addFrom(table.initializer());
			}
		}
		for (ElementDefinition segment : this.module.elements()) {
			switch (segment.items()) {
				case ElementItems.Functions functions -> addFrom(functions);
				case ElementItems.Expressions expressions -> expressions.expressions().forEach(this::addFrom);
			}
		}
	}

	private void addFrom(ElementItems.Functions functions) {
		for (int item = 0; item < functions.count(); item++) {
			if (functions.get(item) != ElementItems.Functions.NULL) {
				this.escaping.set(functions.get(item));
			}
		}
	}

	private void addFrom(ConstantExpression expression) {
		if (expression.form() instanceof ConstantExpression.Form.Function function) {
			this.escaping.set(function.functionIndex());
		}
	}

	private int[] number() {
		List<Integer> functions = this.escaping.stream().boxed().sorted((one, other) -> {
			int byType = Integer.compare(typeOf(one), typeOf(other));
			return (byType != 0) ? byType : Integer.compare(one, other);
		}).toList();
		int[] bySlot = new int[functions.size()];
		for (int slot = 0; slot < bySlot.length; slot++) {
			bySlot[slot] = functions.get(slot);
			this.slots[bySlot[slot]] = slot;
			int type = typeOf(bySlot[slot]);
			this.rangeByType.putIfAbsent(type, new int[] { slot, slot });
			Objects.requireNonNull(this.rangeByType.get(type))[1] = slot + 1;
		}
		return bySlot;
	}

	private int typeOf(int functionIndex) {
		return canonicalType(this.module.functionTypeIndex(functionIndex));
	}

	/// For each type the index of the first type that is equal to it.
	int[] canonicalTypes() {
		return this.canonicalTypes;
	}

	/// The index of the first type that is equal to a type.
	int canonicalType(int typeIndex) {
		return this.canonicalTypes[typeIndex];
	}

	/// The number of a function, or [FunctionTable#NO_SLOT].
	int slot(int functionIndex) {
		return this.slots[functionIndex];
	}

	/// The first number of the functions of a type.
	int firstSlot(int canonicalType) {
		int[] range = this.rangeByType.get(canonicalType);
		return (range != null) ? range[0] : 0;
	}

	/// The functions of a type that can become references, in the order of their numbers.
	int[] functions(int canonicalType) {
		int[] range = this.rangeByType.get(canonicalType);
		return (range != null) ? Arrays.copyOfRange(this.functionsBySlot, range[0], range[1]) : new int[0];
	}

}
