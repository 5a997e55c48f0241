package dev.graft.compiler.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.compiler.emit.CodeNames;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.EngineCall;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.NewArray;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.GlobalSet;
import dev.graft.compiler.ir.Statement.SetElement;
import dev.graft.compiler.ir.Statement.SetSegment;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.lower.ConstantLowering;
import dev.graft.compiler.lower.TableOperands;
import dev.graft.compiler.model.DataDefinition;
import dev.graft.compiler.model.ElementDefinition;
import dev.graft.compiler.model.ElementItems;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.model.SegmentMode;
import dev.graft.compiler.model.TableDefinition;
import dev.graft.compiler.op.MemoryOp;
import dev.graft.compiler.op.TableOp;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.compiler.timing.StageClock;

/// Makes the code that runs when an instance is created: globals, tables, element
/// segments, data segments, in the order of the specification.
///
/// It is a body like any other, so a module with a hundred thousand segments gets as many
/// methods as that takes.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/modules.html#instantiation">Execution,
/// Modules, "Instantiation"</a>
final class InitializerCompiler {

	private final ModuleModel module;

	private final CodeNames names;

	private final MethodLimits limits;

	private final Body.Variables variables = new Body.Variables();

	private final List<Statement> statements = new ArrayList<>();

	private final ConstantLowering constants;

	InitializerCompiler(CodeNames names, MethodLimits limits) {
		this.module = names.module();
		this.names = names;
		this.limits = limits;
		this.constants = new ConstantLowering(this.module, this.variables, this.statements);
	}

	/// @param inImage the data segments that memories contain from the start
	/// @param transfers is told what pieces need to pass values
	/// @return no class if there is nothing to do
	List<GeneratedClass> compile(IntPredicate inImage, TransferCounts transfers) {
		globals();
		tables();
		elementItems();
		activeElements();
		activeData(inImage);
		if (this.statements.isEmpty()) {
			return List.of();
		}
		this.statements.add(new Statement.Return(null));
		ClassSequence classes = new ClassSequence(this.names, GeneratedNames.INITIALIZER);
		Body body = new Body(this.variables, List.of(), Kind.VOID, this.statements);
		BodyCompiler compiler = new BodyCompiler(this.names, classes, this.limits, transfers, false, StageClock.NONE);
		compiler.compile(body, true, false, GeneratedNames.INITIALIZE, "(L" + this.names.instance() + ";)V");
		return classes.finish();
	}

	// Fields begin as zero, but an instance that is reset runs this code again.
	private void globals() {
		int imported = this.module.importedCount(ExternalKind.GLOBAL);
		for (int defined = 0; defined < this.module.globals().size(); defined++) {
			Expression value = this.constants.value(this.module.globals().get(defined).initializer());
			if (value.kind() == Kind.VECTOR) {
				Variable vector = this.variables.temporary(Kind.VECTOR);
				this.statements.add(new Assign(vector, value));
				for (int half = 0; half < 2; half++) {
					this.statements
						.add(new GlobalSet(imported + defined, half == 1, Vector.half(half, Read.of(vector))));
				}
			}
			else if (this.module.globals().get(defined).type().mutable() || !isZero(value)) {
				this.statements.add(new GlobalSet(imported + defined, false, value));
			}
		}
	}

	private static boolean isZero(Expression value) {
		return value instanceof Constant constant && constant.bits() == 0;
	}

	private void tables() {
		int imported = this.module.importedCount(ExternalKind.TABLE);
		for (int defined = 0; defined < this.module.tables().size(); defined++) {
			TableDefinition table = this.module.tables().get(defined);
			if (table.initializer() != null) {
				Expression size = EngineCall.of(TableOp.TABLE_SIZE, imported + defined, 0, 0);
				run(EngineCall.of(TableOp.TABLE_FILL, imported + defined, 0, 0, Constant.ofInt(0),
						this.constants.value(table.initializer()), size));
			}
		}
	}

	private void elementItems() {
		for (int segment = 0; segment < this.module.elements().size(); segment++) {
			ElementDefinition definition = this.module.elements().get(segment);
			if (definition.items() instanceof ElementItems.Expressions items) {
				Variable array = this.variables.temporary(Kind.REFERENCES);
				this.statements.add(new Assign(array, new NewArray(Kind.REFERENCES, items.count())));
				for (int item = 0; item < items.count(); item++) {
					this.statements
						.add(new SetElement(array, item, this.constants.value(items.expressions().get(item))));
				}
				this.statements.add(new SetSegment(segment, array));
			}
		}
	}

	private void activeElements() {
		for (int segment = 0; segment < this.module.elements().size(); segment++) {
			ElementDefinition definition = this.module.elements().get(segment);
			switch (definition.mode()) {
				case SegmentMode.Active active -> {
					run(EngineCall.of(TableOp.TABLE_INIT, active.index(), segment, 0,
							TableOperands.narrow(offset(active)), Constant.ofInt(0),
							Constant.ofInt(definition.items().count())));
					run(EngineCall.of(TableOp.ELEM_DROP, 0, segment, 0));
				}
				case SegmentMode.Declarative declarative -> run(EngineCall.of(TableOp.ELEM_DROP, 0, segment, 0));
				case SegmentMode.Passive passive -> {
				}
			}
		}
	}

	private void activeData(IntPredicate inImage) {
		for (int segment = 0; segment < this.module.data().size(); segment++) {
			DataDefinition definition = this.module.data().get(segment);
			if (definition.mode() instanceof SegmentMode.Active active && !inImage.test(segment)) {
				run(EngineCall.of(MemoryOp.MEMORY_INIT, Kind.VOID, active.index(), segment, 0, offset(active),
						Constant.ofInt(0), Constant.ofInt(definition.length())));
				run(EngineCall.of(MemoryOp.DATA_DROP, Kind.VOID, 0, segment, 0));
			}
		}
	}

	private void run(EngineCall instruction) {
		this.statements.add(new Evaluate(instruction));
	}

	private Expression offset(SegmentMode.Active active) {
		return this.constants.value(active.offset());
	}

}
