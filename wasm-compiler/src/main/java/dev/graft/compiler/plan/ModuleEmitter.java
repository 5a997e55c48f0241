package dev.graft.compiler.plan;

import dev.graft.compiler.tail.TailCalls;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
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
import dev.graft.compiler.timing.StageClock;
import dev.graft.compiler.validate.FunctionValidator;
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

	private final IntPredicate inImage;

	private final GroupCompiler compiler;

	private ModuleEmitter(ModuleModel module, CompilerSettings settings, String packageName, IntPredicate inImage,
			MethodLimits limits, StageClock clock) {
		this.module = module;
		this.settings = settings;
		this.packageName = packageName;
		this.inImage = inImage;
		this.limits = limits;
		this.groups = FunctionGroups.of(module);
		this.dispatch = new DispatchPlan(module);
		this.tails = TailCalls.of(module);
		this.names = new CodeNames(module, packageName, settings, this.groups.groups(), this.dispatch.canonicalTypes(),
				this.dispatch.fewFunctions());
		this.compiler = new GroupCompiler(module, settings, this.names, this.groups, this.tails,
				RareFunctions.of(module), clock);
	}

	/// Prepares to make the classes of a module.
	/// @param module the module, valid apart from its function bodies, which are
	/// validated when they are compiled
	/// @param settings how to compile
	/// @param packageName the package of the classes, see [GeneratedNames#packageName]
	/// @param inImage tells the active data segments that a memory image contains: the
	/// initializer leaves them alone
	/// @param limits how large methods may become
	/// @param clock is told when a stage ends
	public static ModuleEmitter of(ModuleModel module, CompilerSettings settings, String packageName,
			IntPredicate inImage, MethodLimits limits, StageClock clock) {
		return new ModuleEmitter(module, settings, packageName, inImage, limits, clock);
	}

	/// Makes the classes of a module, as large as methods usually are.
	/// @throws dev.graft.artifact.spi.ModuleException if a function body is not valid
	public static EmittedModule emit(ModuleModel module, CompilerSettings settings, String packageName,
			IntPredicate inImage) {
		ModuleEmitter emitter = of(module, settings, packageName, inImage, MethodLimits.DEFAULT, StageClock.NONE);
		return emitter.assemble(emitter.compileAll());
	}

	/// Compiles the functions of all groups, in parallel.
	/// @throws dev.graft.artifact.spi.ModuleException if a function body is not valid
	public List<CompiledGroup> compileAll() {
		return OrderedTasks.run(groupCount(), this::compile);
	}

	/// Compiles the functions of all groups, in parallel, and keeps their classes
	/// elsewhere as soon as they are made.
	/// @param keep keeps a copy of a class file; called by several threads
	/// @throws dev.graft.artifact.spi.ModuleException if a function body is not valid
	public List<CompiledGroup> compileAll(UnaryOperator<ByteBuffer> keep) {
		return OrderedTasks.run(groupCount(), (group) -> this.compiler.moved(compile(group), keep));
	}

	/// How many groups of functions there are.
	public int groupCount() {
		return this.groups.count();
	}

	/// The group of a function that the module defines.
	public int group(int functionIndex) {
		return this.names.group(functionIndex);
	}

	/// Compiles the functions of a group.
	/// @throws dev.graft.artifact.spi.ModuleException if a function body is not valid
	public CompiledGroup compile(int group) {
		return this.compiler.compile(group, this.limits);
	}

	/// Whether a group goes with [an outline][#outline]: unless its pieces pass more
	/// values than that has fields for, which no compiler's output has been seen to need.
	public boolean fitsOutline(CompiledGroup group) {
		return group.transfers().isWithin(TransferCounts.RESERVE);
	}

	/// Compiles the functions of a group that does not go with an outline once more,
	/// without cutting them: slower code that passes nothing.
	public CompiledGroup compileUncut(int group) {
		return this.compiler.compile(group, MethodLimits.UNCUT);
	}

	/// Whether some functions call others in tail position so that more has to be known
	/// of all functions before any is run than an outline knows.
	public boolean hasTailCalls() {
		return this.tails.functions().length > 0;
	}

	/// Puts the groups together, and adds the other classes.
	/// @param results all groups, in order
	public EmittedModule assemble(List<CompiledGroup> results) {
		TransferCounts transfers = new TransferCounts();
		Set<Target.Indirect> calls = new HashSet<>();
		SortedSet<Integer> tailArguments = new TreeSet<>();
		for (CompiledGroup result : results) {
			transfers.atLeast(result.transfers());
			calls.addAll(result.indirectCalls());
			result.tailArgumentTypes().forEach((type) -> tailArguments.add(this.dispatch.canonicalType(type)));
		}
		List<GeneratedClass> functionClasses = new ArrayList<>();
		results.forEach((result) -> functionClasses.addAll(result.classes()));
		return assemble(transfers, functionClasses, calls, tailArguments, addresses(results));
	}

	/// Validates all functions, and makes what the module needs beside them.
	/// @throws dev.graft.artifact.spi.ModuleException if a function body is not valid
	public EmittedModule outline() {
		Set<Target.Indirect> calls = new HashSet<>();
		OrderedTasks.run(groupCount(), this::validate).forEach(calls::addAll);
		return assemble(TransferCounts.RESERVE.copy(), List.of(), calls, Collections.emptySortedSet(),
				AddressMap.EMPTY);
	}

	private Set<Target.Indirect> validate(int group) {
		FunctionValidator validator = new FunctionValidator(this.module);
		IndirectCallScan scan = new IndirectCallScan();
		for (int function = this.groups.start(group); function < this.groups.end(group); function++) {
			validator.validateBody(this.module.importedFunctionCount() + function, scan);
		}
		return scan.calls();
	}

	private EmittedModule assemble(TransferCounts transfers, List<GeneratedClass> functionClasses,
			Set<Target.Indirect> calls, SortedSet<Integer> tailArguments, AddressMap addresses) {
		List<GeneratedClass> initializer = new InitializerCompiler(this.names, this.limits).compile(this.inImage,
				transfers);
		List<GeneratedClass> classes = new ArrayList<>(new InstanceCompiler(this.names).compile(transfers));
		classes.addAll(initializer);
		classes.addAll(functionClasses);
		classes.addAll(dispatchers(calls));
		classes.addAll(TailCallCompiler.compile(this.names, this.tails, tailArguments));
		return new EmittedModule(classes, layout(!initializer.isEmpty()), functions(), addresses);
	}

	private List<GeneratedClass> dispatchers(Set<Target.Indirect> calls) {
		SortedMap<Integer, SortedSet<Integer>> tablesByType = new TreeMap<>();
		for (Target.Indirect call : calls) {
			if (this.names.isFoundInPlace(call)) {
				continue;
			}
			tablesByType.computeIfAbsent(this.dispatch.canonicalType(call.typeIndex()), (type) -> new TreeSet<>())
				.add(call.tableIndex());
		}
		List<GeneratedClass> classes = new ArrayList<>();
		tablesByType.forEach(
				(type, tables) -> classes.addAll(DispatcherCompiler.compile(this.names, this.dispatch, type, tables)));
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

	private AddressMap addresses(List<CompiledGroup> results) {
		if (!this.settings.addressMap()) {
			return AddressMap.EMPTY;
		}
		AddressMap.Builder map = new AddressMap.Builder();
		int function = this.module.importedFunctionCount();
		for (CompiledGroup result : results) {
			for (int[] sites : result.sites()) {
				map.add(function++, sites);
			}
		}
		return map.build();
	}

}
