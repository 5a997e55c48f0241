package dev.graft.compiler.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.compiler.emit.CodeNames;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.lower.FunctionLowering;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.compiler.validate.FunctionValidator;

/// Compiles the functions of one group. Groups share nothing that changes, so they can be compiled in parallel.
final class GroupCompiler {

	private final ModuleModel module;

	private final CompilerSettings settings;

	private final CodeNames names;

	private final FunctionGroups groups;

	private final MethodLimits limits;

	GroupCompiler(ModuleModel module, CompilerSettings settings, CodeNames names, FunctionGroups groups,
			MethodLimits limits) {
		this.module = module;
		this.settings = settings;
		this.names = names;
		this.groups = groups;
		this.limits = limits;
	}

	Result compile(int group) {
		FunctionValidator validator = new FunctionValidator(this.module);
		TransferCounts transfers = new TransferCounts();
		ClassSequence classes = new ClassSequence(this.names, GeneratedNames.functions(group));
		BodyCompiler compiler = new BodyCompiler(this.names, classes, this.limits, transfers);
		List<int[]> sites = new ArrayList<>();
		Set<Target.Indirect> indirectCalls = new HashSet<>();
		for (int function = this.groups.start(group); function < this.groups.end(group); function++) {
			int functionIndex = this.module.importedFunctionCount() + function;
			FunctionLowering lowering = new FunctionLowering(this.module, functionIndex, this.settings);
			validator.validateBody(functionIndex, lowering);
			compiler.compile(lowering.body(), this.names.functionName(functionIndex),
					this.names.functionDescriptor(this.module.functionType(functionIndex)));
			sites.add(lowering.sites().offsets());
			indirectCalls.addAll(lowering.indirectCalls());
		}
		return new Result(classes.finish(), sites, indirectCalls, transfers);
	}

	/// @param classes the classes of the group
	/// @param sites the sites of each of its functions
	/// @param indirectCalls what they call through tables
	/// @param transfers what their pieces need to pass values
	record Result(List<GeneratedClass> classes, List<int[]> sites, Set<Target.Indirect> indirectCalls,
			TransferCounts transfers) {
	}

}
