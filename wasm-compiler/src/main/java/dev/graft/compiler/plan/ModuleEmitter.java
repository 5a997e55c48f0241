package dev.graft.compiler.plan;

import dev.graft.compiler.tail.TailCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.module.AddressMap;
import dev.graft.artifact.module.CodeLayout;
import dev.graft.artifact.module.FunctionTable;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.compiler.emit.CodeNames;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.compiler.work.OrderedTasks;
import org.jspecify.annotations.Nullable;

/// The back end: makes the classes of a module.
///
/// What has to be known of other functions to compile one (its class, its name, its type)
/// follows from the module, so groups of functions are validated, lowered and emitted in
/// parallel. The result does not depend on who was first.
public final class ModuleEmitter {

	private final ModuleModel module;

	private final CompilerSettings settings;

	private final String packageName;

	private final MethodLimits limits;

	private final FunctionGroups groups;

	private final DispatchPlan dispatch;

	private final CodeNames names;

	private final TailCalls tails;

	private ModuleEmitter(ModuleModel module, CompilerSettings settings, String packageName, MethodLimits limits) {
		this.module = module;
		this.settings = settings;
		this.packageName = packageName;
		this.limits = limits;
		this.groups = FunctionGroups.of(module);
		this.dispatch = new DispatchPlan(module);
		this.tails = TailCalls.of(module);
		this.names = new CodeNames(module, packageName, settings.debugNames(), this.groups.groups(),
				this.dispatch.canonicalTypes());
	}

	/// Makes the classes of a module.
	/// @param module the module, valid apart from its function bodies, which are
	/// validated here
	/// @param settings how to compile
	/// @param packageName the package of the classes, see [GeneratedNames#packageName]
	/// @param inImage tells the active data segments that a memory image contains: the
	/// initializer leaves them alone
	/// @throws dev.graft.artifact.spi.ModuleException if a function body is not valid
	public static EmittedModule emit(ModuleModel module, CompilerSettings settings, String packageName,
			IntPredicate inImage) {
		return emit(module, settings, packageName, inImage, MethodLimits.DEFAULT);
	}

	/// Makes the classes of a module, with other limits for the size of methods than
	/// usual.
	/// @param module the module
	/// @param settings how to compile
	/// @param packageName the package of the classes
	/// @param inImage the active data segments that a memory image contains
	/// @param limits how large methods may become
	public static EmittedModule emit(ModuleModel module, CompilerSettings settings, String packageName,
			IntPredicate inImage, MethodLimits limits) {
		return new ModuleEmitter(module, settings, packageName, limits).emit(inImage);
	}

	private EmittedModule emit(IntPredicate inImage) {
		GroupCompiler compiler = new GroupCompiler(this.module, this.settings, this.names, this.groups, this.limits,
				this.tails);
		List<GroupCompiler.Result> results = OrderedTasks.run(this.groups.count(), compiler::compile);
		TransferCounts transfers = new TransferCounts();
		results.forEach((result) -> transfers.atLeast(result.transfers()));
		List<GeneratedClass> initializer = new InitializerCompiler(this.names, this.limits).compile(inImage, transfers);
		List<GeneratedClass> classes = new ArrayList<>(new InstanceCompiler(this.names).compile(transfers));
		classes.addAll(initializer);
		results.forEach((result) -> classes.addAll(result.classes()));
		classes.addAll(dispatchers(results));
		classes.addAll(TailCallCompiler.compile(this.names, this.tails, tailArgumentTypes(results)));
		return new EmittedModule(classes, layout(!initializer.isEmpty()), functions(), addresses(results));
	}

	private SortedSet<Integer> tailArgumentTypes(List<GroupCompiler.Result> results) {
		SortedSet<Integer> types = new TreeSet<>();
		results.forEach(
				(result) -> result.tailArgumentTypes().forEach((type) -> types.add(this.dispatch.canonicalType(type))));
		return types;
	}

	private List<GeneratedClass> dispatchers(List<GroupCompiler.Result> results) {
		SortedMap<Integer, SortedSet<Integer>> tablesByType = new TreeMap<>();
		for (GroupCompiler.Result result : results) {
			for (Target.Indirect call : result.indirectCalls()) {
				tablesByType.computeIfAbsent(this.dispatch.canonicalType(call.typeIndex()), (type) -> new TreeSet<>())
					.add(call.tableIndex());
			}
		}
		List<GeneratedClass> classes = new ArrayList<>();
		CaseBudget budget = new CaseBudget();
		tablesByType.forEach((type, tables) -> classes
			.addAll(DispatcherCompiler.compile(this.names, this.dispatch, type, tables, budget)));
		return classes;
	}

	private CodeLayout layout(boolean hasInitializer) {
		@Nullable String initializer = hasInitializer ? inPackage(GeneratedNames.INITIALIZER) : null;
		List<String> groupClasses = IntStream.range(0, this.groups.count())
			.mapToObj((group) -> inPackage(GeneratedNames.functions(group)))
			.toList();
		return new CodeLayout(this.packageName, inPackage(GeneratedNames.INSTANCE), initializer, groupClasses);
	}

	private String inPackage(String simpleName) {
		return this.packageName + "." + simpleName;
	}

	private FunctionTable functions() {
		FunctionTable.Builder table = new FunctionTable.Builder();
		int imported = this.module.importedFunctionCount();
		for (int function = 0; function < this.module.functionCount(); function++) {
			int type = this.module.functionTypeIndex(function);
			if (function < imported) {
				table.addImport(type, FunctionTable.NO_SLOT);
			}
			else {
				table.add(type, this.names.group(function), this.dispatch.slot(function), this.tails.number(function));
			}
		}
		return table.build();
	}

	private AddressMap addresses(List<GroupCompiler.Result> results) {
		if (!this.settings.addressMap()) {
			return AddressMap.EMPTY;
		}
		AddressMap.Builder map = new AddressMap.Builder();
		int function = this.module.importedFunctionCount();
		for (GroupCompiler.Result result : results) {
			for (int[] sites : result.sites()) {
				map.add(function++, sites);
			}
		}
		return map.build();
	}

}
