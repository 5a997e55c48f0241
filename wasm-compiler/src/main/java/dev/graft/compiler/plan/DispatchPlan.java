package dev.graft.compiler.plan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.artifact.abi.CallTargets;
import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.module.FunctionTable;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.FunctionType;
import dev.graft.compiler.emit.FewFunctions;
import dev.graft.compiler.model.ConstantExpression;
import dev.graft.compiler.model.ElementDefinition;
import dev.graft.compiler.model.ElementItems;
import dev.graft.compiler.model.ExportDeclaration;
import dev.graft.compiler.model.GlobalDefinition;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.model.TableDefinition;

/// Which functions can become references, and the numbers by which dispatchers know them.
/// Functions of one type and its subtypes have consecutive numbers.
///
/// A function body may only refer to functions that the module mentions outside of bodies
/// too, so nobody has to look into bodies.
final class DispatchPlan {

	/// HotSpot inlines what is called often and has no more than 325 bytes. Some sixty
	/// are no cases.
	private static final int MOST_CASE_BYTES = 260;

	/// Bytes of a case without arguments, its entry in the table among them.
	private static final int CASE_BYTES = 10;

	private final ModuleModel module;

	private final BitSet escaping = new BitSet();

	private boolean declaredAdded;

	/// Equal types stand for each other: the index of the first of them.
	private final int[] canonicalTypes;

	private final int[] slots;

	private final int[] functionsBySlot;

	private final TypeHierarchy hierarchy;

	/// By the name of the class that functions belong to which look alike to Java: their
	/// numbers.
	private final Map<String, BitSet> slotsByClass;

	DispatchPlan(ModuleModel module) {
		this.module = module;
		this.canonicalTypes = module.subtyping().canonicalIndices();
		this.hierarchy = new TypeHierarchy(module.types(), this.canonicalTypes);
		this.slots = new int[module.functionCount()];
		Arrays.fill(this.slots, FunctionTable.NO_SLOT);
		findEscaping();
		this.escaping.clear(0, module.importedFunctionCount());
		this.functionsBySlot = number();
		this.slotsByClass = slotsByClass();
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
		switch (expression.form()) {
			case ConstantExpression.Form.Function function -> this.escaping.set(function.functionIndex());
			case ConstantExpression.Form.Computed computed -> addDeclared();
			default -> {
			}
		}
	}

	// Some of those that are declared as references stand within the expression.
	private void addDeclared() {
		if (this.declaredAdded) {
			return;
		}
		this.declaredAdded = true;
		for (int function = 0; function < this.module.functionCount(); function++) {
			if (this.module.isDeclaredReference(function)) {
				this.escaping.set(function);
			}
		}
	}

	private int[] number() {
		int[] bySlot = this.escaping.stream().boxed().sorted((one, other) -> {
			int byType = Integer.compare(placeOf(one), placeOf(other));
			return (byType != 0) ? byType : Integer.compare(one, other);
		}).mapToInt(Integer::intValue).toArray();
		for (int slot = 0; slot < bySlot.length; slot++) {
			this.slots[bySlot[slot]] = slot;
		}
		return bySlot;
	}

	private int placeOf(int functionIndex) {
		return this.hierarchy.first(canonicalType(this.module.functionTypeIndex(functionIndex)));
	}

	/// The first slot whose function's type does not come before a place in the
	/// hierarchy.
	private int slotFrom(int place) {
		int low = 0;
		int high = this.functionsBySlot.length;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (placeOf(this.functionsBySlot[middle]) < place) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
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

	/// The first number of the functions of a type and its subtypes.
	int firstSlot(int canonicalType) {
		return slotFrom(this.hierarchy.first(canonicalType));
	}

	/// How many functions of a type and its subtypes can become references.
	int slotCount(int canonicalType) {
		return slotFrom(this.hierarchy.end(canonicalType)) - firstSlot(canonicalType);
	}

	private List<Integer> functions(int canonicalType) {
		int first = firstSlot(canonicalType);
		return Arrays.stream(this.functionsBySlot, first, first + slotCount(canonicalType)).boxed().toList();
	}

	/// Whether a table is the module's own, so that code of the same instance alone keeps
	/// in it what it has called.
	boolean isOwnTable(int table) {
		return table >= this.module.importedCount(ExternalKind.TABLE);
	}

	/// Whether all functions that can become references, and look to Java like those of a
	/// type, are of that type or a subtype.
	boolean isToldByClass(int canonicalType) {
		BitSet alike = this.slotsByClass.get(CallTargets.className(this.module.types().function(canonicalType)));
		int first = firstSlot(canonicalType);
		return alike == null || alike.nextSetBit(0) >= first && alike.length() <= first + slotCount(canonicalType);
	}

	private Map<String, BitSet> slotsByClass() {
		Map<String, BitSet> slots = new HashMap<>();
		for (int slot = 0; slot < this.functionsBySlot.length; slot++) {
			FunctionType type = this.module.functionType(this.functionsBySlot[slot]);
			slots.computeIfAbsent(CallTargets.className(type), (_) -> new BitSet()).set(slot);
		}
		return slots;
	}

	/// The functions of the types of which so few can become references that a switch
	/// over them is inlined wherever it is called.
	Map<Integer, FewFunctions> fewFunctions() {
		Map<Integer, FewFunctions> few = new HashMap<>();
		for (int type = 0; type < this.canonicalTypes.length; type++) {
			if (this.canonicalTypes[type] == type
					&& this.module.types().types().get(type).composite() instanceof FunctionType function) {
				int caseBytes = CASE_BYTES + 2 * GeneratedSignatures.mostArguments(function);
				if (slotCount(type) * caseBytes <= MOST_CASE_BYTES) {
					few.put(type, new FewFunctions(firstSlot(type), functions(type)));
				}
			}
		}
		return few;
	}

}
