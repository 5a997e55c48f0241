package dev.graft.compiler.validate;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.InvalidModuleException;
import dev.graft.artifact.spi.UnsupportedFeatureException;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.model.ConstantExpression;
import dev.graft.compiler.model.DataDefinition;
import dev.graft.compiler.model.ElementDefinition;
import dev.graft.compiler.model.ElementItems;
import dev.graft.compiler.model.ExportDeclaration;
import dev.graft.compiler.model.FunctionBody;
import dev.graft.compiler.model.GlobalDefinition;
import dev.graft.compiler.model.ImportDeclaration;
import dev.graft.compiler.model.MemoryDefinition;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.model.SegmentMode;
import dev.graft.compiler.model.TableDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Validates everything of a module but its function bodies, which [FunctionValidator]
/// takes one at a time.
///
/// @see <a href="https://webassembly.github.io/spec/core/valid/modules.html">Validation,
/// "Modules"</a>
public final class ModuleValidator {

	private final ModuleModel module;

	private final FunctionValidator expressions;

	private final LimitsValidator limits;

	private final TypeValidator types;

	private ModuleValidator(ModuleModel module) {
		this.module = module;
		this.expressions = new FunctionValidator(module);
		this.limits = new LimitsValidator(module);
		this.types = new TypeValidator(module);
	}

	/// Validates a module.
	/// @throws InvalidModuleException if it breaks a rule
	/// @throws UnsupportedFeatureException if it needs a feature that is off
	public static void validate(ModuleModel module) {
		new ModuleValidator(module).validate();
	}

	private void validate() {
		this.types.definitions();
		this.module.imports().forEach(this::importDeclaration);
		functions();
		this.module.tables().forEach(this::table);
		this.module.memories().forEach(this::memory);
		this.module.tags().forEach((tag) -> tag(tag.type(), tag.offset()));
		globals();
		counts();
		this.module.elements().forEach(this::element);
		this.module.data().forEach(this::data);
		start();
		exports();
	}

	private void importDeclaration(ImportDeclaration declaration) {
		switch (declaration.type()) {
			case ExternalType.Function function -> this.types.function(function.typeIndex(), declaration.offset());
			case ExternalType.Table table -> tableType(table, declaration.offset());
			case ExternalType.Memory memory -> this.limits.memory(memory, declaration.offset());
			case ExternalType.Tag tag -> tag(tag, declaration.offset());
			case ExternalType.Global global -> this.types.defined(global.valueType(), declaration.offset());
		}
	}

	private void functions() {
		int first = this.module.importedFunctionCount();
		for (int i = first; i < this.module.functionCount(); i++) {
			FunctionBody body = this.module.body(i);
			this.types.function(this.module.functionTypeIndex(i), body.offset());
			body.locals().forEach((group) -> this.types.defined(group.type(), body.offset()));
		}
	}

	private void tableType(ExternalType.Table type, int offset) {
		this.limits.table(type, offset);
		this.types.defined(type.elementType(), offset);
	}

	private void tag(ExternalType.Tag tag, int offset) {
		this.types.function(tag.typeIndex(), offset);
		FunctionType type = this.module.types().function(tag.typeIndex());
		if (!type.results().isEmpty()) {
			throw invalid(offset, "non-empty tag result type", "the tag's type is " + type);
		}
	}

	private void table(TableDefinition table) {
		tableType(table.type(), table.offset());
		ReferenceType elementType = table.type().elementType();
		ConstantExpression initializer = table.initializer();
		if (initializer != null) {
			this.expressions.validateConstant(initializer, elementType, this.module.importedCount(ExternalKind.GLOBAL),
					DiscardingSink.INSTANCE);
		}
		else if (!elementType.isDefaultable()) {
			throw invalid(table.offset(), "type mismatch",
					"a table of %s needs an initial value".formatted(elementType));
		}
	}

	private void memory(MemoryDefinition memory) {
		this.limits.memory(memory.type(), memory.offset());
	}

	/*
	 * Version 2.0 lets a constant expression read imported globals only. Version 3.0 lets
	 * it read every immutable global that comes before it, and all engines follow,
	 * whatever else they are told to refuse.
	 */
	private void globals() {
		int visible = this.module.importedCount(ExternalKind.GLOBAL);
		for (GlobalDefinition global : this.module.globals()) {
			this.types.defined(global.type().valueType(), global.offset());
			this.expressions.validateConstant(global.initializer(), global.type().valueType(), visible++,
					DiscardingSink.INSTANCE);
		}
	}

	private void counts() {
		requireFeature(ExternalKind.MEMORY, Feature.MULTI_MEMORY);
		requireFeature(ExternalKind.TABLE, Feature.REFERENCE_TYPES);
	}

	/// Refuses more than one memory or table unless a feature allows it.
	private void requireFeature(ExternalKind kind, Feature feature) {
		int count = this.module.count(kind);
		if (count > 1 && !this.module.features().contains(feature)) {
			throw new UnsupportedFeatureException(this.module.sourceName(), "in the " + kind + " section",
					feature.specName(), "the module has %d".formatted(count));
		}
	}

	// ---- segments

	private void element(ElementDefinition segment) {
		this.types.defined(segment.type(), segment.offset());
		if (segment.mode() instanceof SegmentMode.Active active) {
			List<ExternalType.Table> tables = this.module.tableTypes();
			if (Integer.compareUnsigned(active.index(), tables.size()) >= 0) {
				throw unknown("table", active.index(), tables.size(), segment.offset());
			}
			ExternalType.Table table = tables.get(active.index());
			if (!this.module.subtyping().matches(segment.type(), table.elementType())) {
				throw new InvalidModuleException(this.module.sourceName(), at(segment.offset()),
						"type mismatch of element segment and table", table.elementType().toString(),
						segment.type().toString());
			}
			offset(active.offset(), table.addressType().valueType());
		}
		items(segment);
	}

	private void items(ElementDefinition segment) {
		switch (segment.items()) {
			case ElementItems.Functions functions -> functions(functions, segment);
			case ElementItems.Expressions list -> list.expressions()
				.forEach((expression) -> this.expressions.validateConstant(expression, segment.type(),
						DiscardingSink.INSTANCE));
		}
	}

	private void functions(ElementItems.Functions functions, ElementDefinition segment) {
		int count = this.module.functionCount();
		boolean typed = segment.type().heapType() != HeapType.Abstract.FUNC;
		int accepted = -1;
		for (int i = 0; i < functions.count(); i++) {
			int index = functions.get(i);
			if (index != ElementItems.Functions.NULL) {
				if (Integer.compareUnsigned(index, count) >= 0) {
					throw unknown("function", index, count, segment.offset());
				}
				if (typed && this.module.functionTypeIndex(index) != accepted) {
					accepted = this.module.functionTypeIndex(index);
					item(accepted, segment);
				}
			}
		}
	}

	private void item(int typeIndex, ElementDefinition segment) {
		HeapType type = new HeapType.Concrete(typeIndex);
		if (!this.module.subtyping().matches(type, segment.type().heapType())) {
			throw new InvalidModuleException(this.module.sourceName(), at(segment.offset()),
					"type mismatch of item and element segment", segment.type().toString(),
					new ReferenceType(false, type).toString());
		}
	}

	private void data(DataDefinition segment) {
		if (segment.mode() instanceof SegmentMode.Active active) {
			List<ExternalType.Memory> memories = this.module.memoryTypes();
			if (Integer.compareUnsigned(active.index(), memories.size()) >= 0) {
				throw unknown("memory", active.index(), memories.size(), segment.offset());
			}
			offset(active.offset(), memories.get(active.index()).addressType().valueType());
		}
	}

	private void offset(ConstantExpression expression, ValueType type) {
		this.expressions.validateConstant(expression, type, DiscardingSink.INSTANCE);
	}

	// ---- start function, exports

	private void start() {
		this.module.startFunction().ifPresent((index) -> {
			if (Integer.compareUnsigned(index, this.module.functionCount()) >= 0) {
				throw unknown("function", index, this.module.functionCount(), this.module.startOffset());
			}
			FunctionType type = this.module.functionType(index);
			if (!type.parameters().isEmpty() || !type.results().isEmpty()) {
				throw new InvalidModuleException(this.module.sourceName(), at(this.module.startOffset()),
						"start function", "[] -> []", type.toString());
			}
		});
	}

	private void exports() {
		Set<String> names = new HashSet<>();
		for (ExportDeclaration export : this.module.exports()) {
			int count = this.module.count(export.kind());
			if (Integer.compareUnsigned(export.index(), count) >= 0) {
				throw unknown(export.kind().toString(), export.index(), count, export.offset());
			}
			if (!names.add(export.name())) {
				throw invalid(export.offset(), "duplicate export name", "\"" + export.name() + "\"");
			}
			mutableGlobal(export);
		}
	}

	private void mutableGlobal(ExportDeclaration export) {
		if (export.kind() == ExternalKind.GLOBAL && this.module.globalTypes().get(export.index()).mutable()
				&& !this.module.features().contains(Feature.MUTABLE_GLOBALS)) {
			throw new UnsupportedFeatureException(this.module.sourceName(), at(export.offset()),
					Feature.MUTABLE_GLOBALS.specName(), "an exported mutable global");
		}
	}

	// ---- errors

	private InvalidModuleException unknown(String space, int index, int count, int offset) {
		return invalid(offset, "unknown %s %s".formatted(space, Integer.toUnsignedString(index)),
				"there are %d".formatted(count));
	}

	private InvalidModuleException invalid(int offset, String what, String detail) {
		return new InvalidModuleException(this.module.sourceName(), at(offset), what, detail);
	}

	private String at(int offset) {
		return this.module.positions().at(offset);
	}

}
