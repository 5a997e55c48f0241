package dev.graft.compiler.print;

import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.Limits;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.TypeTable;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.model.ConstantExpression;
import dev.graft.compiler.model.DataDefinition;
import dev.graft.compiler.model.ElementDefinition;
import dev.graft.compiler.model.ElementItems;
import dev.graft.compiler.model.ExportDeclaration;
import dev.graft.compiler.model.GlobalDefinition;
import dev.graft.compiler.model.ImportDeclaration;
import dev.graft.compiler.model.LocalGroup;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.model.SegmentMode;
import dev.graft.compiler.model.TableDefinition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Prints modules in the text format. Custom sections other than names are left out.
///
/// @see <a href="https://webassembly.github.io/spec/core/text/modules.html">Text Format,
/// "Modules"</a>
public final class WatPrinter {

	private static final String INDENTATION = "  ";

	private final ModuleModel module;

	private final FunctionNames names;

	private final CodePrinter code;

	private final StringBuilder out = new StringBuilder("(module");

	private WatPrinter(ModuleModel module) {
		this.module = module;
		this.names = new FunctionNames(module);
		this.code = new CodePrinter(module, this.names);
	}

	/// Prints a module, which need not be valid but for its bodies, which have to follow
	/// the grammar.
	/// @throws MalformedModuleException if a body does not
	public static String print(ModuleModel module) {
		return new WatPrinter(module).print();
	}

	private String print() {
		types();
		imports();
		functions();
		tables();
		memories();
		tags();
		globals();
		this.module.exports().forEach(this::export);
		this.module.startFunction().ifPresent((function) -> line("(start " + this.names.reference(function) + ")"));
		elements();
		data();
		return this.out.append(")\n").toString();
	}

	private void line(String form) {
		this.out.append('\n').append(INDENTATION).append(form);
	}

	private static String number(int index) {
		return " (;" + index + ";)";
	}

	// ---- types

	private void types() {
		int next = 0;
		for (TypeTable.RecursiveGroup group : this.module.types().groups()) {
			boolean alone = group.members().size() == 1;
			if (!alone) {
				line("(rec");
			}
			for (SubType member : group.members()) {
				line((alone ? "" : INDENTATION) + "(type" + number(next++) + " " + subType(member) + ")");
			}
			if (!alone) {
				line(")");
			}
		}
	}

	private static String subType(SubType type) {
		String composite = composite(type.composite());
		if (type.isFinal() && type.supertypes().isEmpty()) {
			return composite;
		}
		StringBuilder text = new StringBuilder("(sub");
		text.append(type.isFinal() ? " final" : "");
		type.supertypes().forEach((supertype) -> text.append(' ').append(Integer.toUnsignedString(supertype)));
		return text.append(' ').append(composite).append(')').toString();
	}

	private static String composite(CompositeType type) {
		return switch (type) {
			case FunctionType function -> "(func" + signature(function) + ")";
			case StructType struct -> struct.toString();
			case ArrayType array -> array.toString();
		};
	}

	private static String signature(FunctionType type) {
		return types(" (param", type.parameters()) + types(" (result", type.results());
	}

	private static String types(String form, List<ValueType> types) {
		if (types.isEmpty()) {
			return "";
		}
		StringBuilder text = new StringBuilder(form);
		types.forEach((type) -> text.append(' ').append(type));
		return text.append(')').toString();
	}

	private String typeUse(int typeIndex) {
		List<SubType> types = this.module.types().types();
		boolean known = typeIndex >= 0 && typeIndex < types.size()
				&& types.get(typeIndex).composite() instanceof FunctionType;
		return " (type " + Integer.toUnsignedString(typeIndex) + ")"
				+ (known ? signature(this.module.types().function(typeIndex)) : "");
	}

	// ---- imports and exports

	private void imports() {
		Map<ExternalKind, Integer> next = new EnumMap<>(ExternalKind.class);
		for (ImportDeclaration wanted : this.module.imports()) {
			int index = next.merge(wanted.type().kind(), 1, Integer::sum) - 1;
			line("(import " + Literals.string(wanted.module()) + " " + Literals.string(wanted.name()) + " "
					+ external(wanted.type(), index) + ")");
		}
	}

	private String external(ExternalType type, int index) {
		return switch (type) {
			case ExternalType.Function function ->
				"(func" + this.names.definition(index) + typeUse(function.typeIndex()) + ")";
			case ExternalType.Table table -> "(table" + number(index) + tableType(table) + ")";
			case ExternalType.Memory memory -> "(memory" + number(index) + memoryType(memory) + ")";
			case ExternalType.Global global -> "(global" + number(index) + globalType(global) + ")";
			case ExternalType.Tag tag -> "(tag" + number(index) + typeUse(tag.typeIndex()) + ")";
		};
	}

	private static String tableType(ExternalType.Table type) {
		return limits(type.addressType(), type.limits()) + " " + type.elementType();
	}

	private static String memoryType(ExternalType.Memory type) {
		boolean usual = type.pageSizeLog2() == ExternalType.Memory.DEFAULT_PAGE_SIZE_LOG2;
		return limits(type.addressType(), type.limits()) + (type.shared() ? " shared" : "")
				+ (usual ? "" : " (pagesize " + (1L << type.pageSizeLog2()) + ")");
	}

	private static String limits(AddressType address, Limits limits) {
		String minimum = " " + Long.toUnsignedString(limits.minimum());
		String maximum = limits.maximum().isPresent() ? " " + Long.toUnsignedString(limits.maximum().getAsLong()) : "";
		return ((address == AddressType.I64) ? " i64" : "") + minimum + maximum;
	}

	private static String globalType(ExternalType.Global type) {
		return type.mutable() ? " (mut " + type.valueType() + ")" : " " + type.valueType();
	}

	private void export(ExportDeclaration export) {
		String item = switch (export.kind()) {
			case FUNCTION -> "func " + this.names.reference(export.index());
			case TABLE, MEMORY, GLOBAL, TAG -> export.kind() + " " + Integer.toUnsignedString(export.index());
		};
		line("(export " + Literals.string(export.name()) + " (" + item + "))");
	}

	// ---- definitions

	private void functions() {
		for (int function = this.module.importedFunctionCount(); function < this.module.functionCount(); function++) {
			line("(func" + this.names.definition(function) + typeUse(this.module.functionTypeIndex(function)));
			locals(this.module.body(function).locals());
			this.code.body(function, INDENTATION + INDENTATION, this.out);
			this.out.append(')');
		}
	}

	private void locals(List<LocalGroup> groups) {
		if (groups.isEmpty()) {
			return;
		}
		line(INDENTATION + "(local");
		for (LocalGroup group : groups) {
			this.out.append((" " + group.type()).repeat(group.count()));
		}
		this.out.append(')');
	}

	private void tables() {
		int index = this.module.importedCount(ExternalKind.TABLE);
		for (TableDefinition table : this.module.tables()) {
			ConstantExpression initializer = table.initializer();
			line("(table" + number(index++) + tableType(table.type())
					+ ((initializer != null) ? " " + this.code.expression(initializer) : "") + ")");
		}
	}

	private void memories() {
		int imported = this.module.importedCount(ExternalKind.MEMORY);
		for (int index = imported; index < this.module.memoryTypes().size(); index++) {
			line("(memory" + number(index) + memoryType(this.module.memoryTypes().get(index)) + ")");
		}
	}

	private void tags() {
		int imported = this.module.importedCount(ExternalKind.TAG);
		for (int index = imported; index < this.module.tagTypes().size(); index++) {
			line("(tag" + number(index) + typeUse(this.module.tagTypes().get(index).typeIndex()) + ")");
		}
	}

	private void globals() {
		int index = this.module.importedCount(ExternalKind.GLOBAL);
		for (GlobalDefinition global : this.module.globals()) {
			line("(global" + number(index++) + globalType(global.type()) + " "
					+ this.code.expression(global.initializer()) + ")");
		}
	}

	// ---- segments

	private void elements() {
		int index = 0;
		for (ElementDefinition element : this.module.elements()) {
			String place = switch (element.mode()) {
				case SegmentMode.Passive passive -> "";
				case SegmentMode.Declarative declarative -> " declare";
				case SegmentMode.Active active -> " (table " + Integer.toUnsignedString(active.index()) + ") (offset "
						+ this.code.expression(active.offset()) + ")";
			};
			line("(elem" + number(index++) + place + " " + element.type());
			items(element);
			this.out.append(')');
		}
	}

	private void items(ElementDefinition element) {
		switch (element.items()) {
			case ElementItems.Functions functions -> {
				for (int item = 0; item < functions.count(); item++) {
					int function = functions.get(item);
					this.out.append(
							function == ElementItems.Functions.NULL ? " (ref.null " + element.type().heapType() + ")"
									: " (ref.func " + this.names.reference(function) + ")");
				}
			}
			case ElementItems.Expressions expressions -> expressions.expressions()
				.forEach((item) -> this.out.append(" (item ").append(this.code.expression(item)).append(')'));
		}
	}

	private void data() {
		int index = 0;
		for (DataDefinition data : this.module.data()) {
			String place = switch (data.mode()) {
				case SegmentMode.Active active -> " (memory " + Integer.toUnsignedString(active.index()) + ") (offset "
						+ this.code.expression(active.offset()) + ")";
				case SegmentMode.Passive passive -> "";
				case SegmentMode.Declarative declarative -> "";
			};
			line("(data" + number(index++) + place + " "
					+ Literals.string(this.module.bytes(), data.bytesOffset(), data.length()) + ")");
		}
	}

}
