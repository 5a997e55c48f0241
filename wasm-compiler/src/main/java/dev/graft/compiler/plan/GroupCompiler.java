package dev.graft.compiler.plan;

import dev.graft.compiler.tail.TailCalls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.UnsupportedFeatureException;
import dev.graft.compiler.emit.CodeNames;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.lower.FunctionLowering;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.compiler.split.UncuttableBodyException;
import dev.graft.compiler.validate.FunctionValidator;

/// Compiles the functions of one group. Groups share nothing that changes, so they can be
/// compiled in parallel.
final class GroupCompiler {

	private final ModuleModel module;

	private final CompilerSettings settings;

	private final CodeNames names;

	private final FunctionGroups groups;

	private final TailCalls tails;

	GroupCompiler(ModuleModel module, CompilerSettings settings, CodeNames names, FunctionGroups groups,
			TailCalls tails) {
		this.module = module;
		this.settings = settings;
		this.names = names;
		this.groups = groups;
		this.tails = tails;
	}

	/// @param limits how large methods may become
	CompiledGroup compile(int group, MethodLimits limits) {
		FunctionValidator validator = new FunctionValidator(this.module);
		TransferCounts transfers = new TransferCounts();
		ClassSequence classes = new ClassSequence(this.names, GeneratedNames.functions(group));
		BodyCompiler compiler = new BodyCompiler(this.names, classes, limits, transfers, this.settings.vectorApi());
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
		return new CompiledGroup(classes.finish(), sites, indirectCalls, tailArgumentTypes, transfers);
	}

	private FunctionLowering compile(BodyCompiler compiler, FunctionValidator validator, int functionIndex) {
		FunctionLowering lowering = new FunctionLowering(this.module, functionIndex, this.settings, this.tails);
		validator.validateBody(functionIndex, lowering);
		String name = (this.tails.number(functionIndex) != 0) ? TailCallCompiler.bodyName(this.names, functionIndex)
				: this.names.functionName(functionIndex);
		String descriptor = this.names.functionDescriptor(this.module.functionType(functionIndex));
		try {
			compiler.compile(lowering.body(), name, descriptor);
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
