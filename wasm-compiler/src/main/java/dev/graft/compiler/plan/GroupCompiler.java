package dev.graft.compiler.plan;

import dev.graft.compiler.tail.TailCalls;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.UnsupportedFeatureException;
import dev.graft.compiler.emit.CodeNames;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.lower.FunctionLowering;
import dev.graft.compiler.model.FunctionBody;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.pass.ByteSwaps;
import dev.graft.compiler.pass.RotatedSums;
import dev.graft.compiler.pass.WideProducts;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.compiler.split.UncuttableBodyException;
import dev.graft.compiler.timing.Stage;
import dev.graft.compiler.timing.StageClock;
import dev.graft.compiler.validate.FunctionValidator;

/// Compiles the functions of one group. Groups share nothing that changes, so they can be
/// compiled in parallel.
final class GroupCompiler {

	private final ModuleModel module;

	private final CompilerSettings settings;

	private final CodeNames names;

	private final FunctionGroups groups;

	private final TailCalls tails;

	private final BitSet rare;

	private final StageClock clock;

	GroupCompiler(ModuleModel module, CompilerSettings settings, CodeNames names, FunctionGroups groups,
			TailCalls tails, BitSet rare, StageClock clock) {
		this.module = module;
		this.settings = settings;
		this.names = names;
		this.groups = groups;
		this.tails = tails;
		this.rare = rare;
		this.clock = clock;
	}

	/// @param limits how large methods may become
	CompiledGroup compile(int group, MethodLimits limits) {
		FunctionValidator validator = new FunctionValidator(this.module);
		TransferCounts transfers = new TransferCounts();
		ClassSequence classes = new ClassSequence(this.names, GeneratedNames.functions(group));
		BodyCompiler compiler = new BodyCompiler(this.names, classes, limits, transfers, this.settings.vectorApi(),
				this.clock);
		List<int[]> sites = new ArrayList<>();
		Set<Target.Indirect> indirectCalls = new HashSet<>();
		Set<Integer> tailArgumentTypes = new HashSet<>();
		for (int function = this.groups.start(group); function < this.groups.end(group); function++) {
			int functionIndex = this.module.importedFunctionCount() + function;
			FunctionLowering lowering = compile(compiler, validator, functionIndex);
			sites.add(lowering.sites().offsets());
			indirectCalls.addAll(lowering.indirectCalls());
			tailArgumentTypes.addAll(lowering.tailArgumentTypes());
			if (this.tails.number(functionIndex) != 0) {
				TailCallCompiler.entry(this.names, classes, functionIndex,
						TailCallCompiler.bodyName(this.names, functionIndex));
			}
		}
		long compiled = this.clock.now();
		CompiledGroup result = new CompiledGroup(classes.finish(), sites, indirectCalls, tailArgumentTypes, transfers);
		this.clock.end(Stage.CLASSES, compiled);
		return result;
	}

	/// A group with its classes elsewhere.
	CompiledGroup moved(CompiledGroup group, UnaryOperator<ByteBuffer> copy) {
		long start = this.clock.now();
		CompiledGroup moved = group.moved(copy);
		this.clock.end(Stage.CLASSES, start);
		return moved;
	}

	private FunctionLowering compile(BodyCompiler compiler, FunctionValidator validator, int functionIndex) {
		long start = this.clock.now();
		FunctionLowering lowering = new FunctionLowering(this.module, functionIndex, this.settings, this.tails);
		validator.validateBody(functionIndex, lowering);
		Body body = lowering.body();
		if (lowering.products() >= WideProducts.FEWEST_PRODUCTS) {
			WideProducts.apply(body);
		}
		if (lowering.byteShifts() >= ByteSwaps.FEWEST_SHIFTS) {
			ByteSwaps.apply(body);
		}
		if (lowering.rotations() > 0) {
			RotatedSums.apply(body);
		}
		this.clock.end(Stage.LOWER, start);
		String name = (this.tails.number(functionIndex) != 0) ? TailCallCompiler.bodyName(this.names, functionIndex)
				: this.names.functionName(functionIndex);
		String descriptor = this.names.functionDescriptor(this.module.functionType(functionIndex));
		try {
			int methods = compiler.compile(body, compiler.leaves().isShort(functionIndex), this.rare.get(functionIndex),
					name, descriptor);
			FunctionBody source = this.module.body(functionIndex);
			this.clock.function(functionIndex, source.endOffset() - source.offset(), methods, start);
		}
		catch (UncuttableBodyException ex) {
			throw unsupported(functionIndex, ex);
		}
		return lowering;
	}

	private UnsupportedFeatureException unsupported(int functionIndex, UncuttableBodyException cause) {
		String at = this.module.positions().at(this.module.body(functionIndex).offset());
		UnsupportedFeatureException unsupported = new UnsupportedFeatureException(this.module.sourceName(),
				at + " in function " + functionIndex, "a function of this size and shape",
				String.valueOf(cause.getMessage()));
		unsupported.initCause(cause);
		return unsupported;
	}

}
