package dev.graft.compiler.plan;

import java.util.ArrayList;
import java.util.List;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.ClassFile;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.emit.CodeNames;
import dev.graft.compiler.emit.FarGlobals;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.model.ModuleModel;
import org.jspecify.annotations.Nullable;

/// Makes the class of instances: fields for memories, tables and globals, and a
/// constructor that takes them from the seed.
///
/// A class has room for a limited number of fields. A module with more gets a chain of
/// classes; `Instance` is the last one, and whoever reads a field names `Instance`, as
/// the JVM looks for fields in superclasses too. Globals beyond a number are in arrays,
/// as each class makes the next one slower to load.
final class InstanceCompiler {

	/// So that the constructor stays small enough to be compiled.
	private static final int MOST_FIELDS = 500;

	private static final String CONSTRUCTOR = "(L" + AbiMethod.PACKAGE + "InstanceSeed;)V";

	private final CodeNames names;

	private final List<Field> fields = new ArrayList<>();

	InstanceCompiler(CodeNames names) {
		this.names = names;
		ModuleModel module = names.module();
		for (int memory = 0; memory < module.memoryTypes().size(); memory++) {
			add(GeneratedNames.memory(memory), CodeNames.MEMORY, new OfSeed(AbiMethod.SEED_MEMORIES, memory, null));
		}
		for (int table = 0; table < module.tableTypes().size(); table++) {
			add(GeneratedNames.table(table), CodeNames.TABLE, new OfSeed(AbiMethod.SEED_TABLES, table, null));
		}
		for (int global = 0; global < module.globalTypes().size() && !FarGlobals.contains(global); global++) {
			addGlobal(global);
		}
		addFarGlobals(names.farGlobals());
	}

	private void addGlobal(int global) {
		String descriptor = this.names.globalDescriptor(global);
		if (this.names.isCell(global)) {
			String cell = CodeNames.cellType(this.names.globalKind(global));
			add(GeneratedNames.global(global), descriptor, new OfSeed(AbiMethod.SEED_CELLS, global, cell));
		}
		else {
			add(GeneratedNames.global(global), descriptor, new Zero());
			if (this.names.globalKind(global) == Kind.VECTOR) {
				add(GeneratedNames.globalHigh(global), descriptor, new Zero());
			}
		}
	}

	private void addFarGlobals(FarGlobals globals) {
		if (globals.bits() > 0) {
			add(GeneratedNames.GLOBAL_BITS, Kind.BITS.descriptor(), new Elements(Kind.BITS, globals.bits()));
		}
		if (globals.references() > 0) {
			add(GeneratedNames.GLOBAL_REFERENCES, Kind.REFERENCES.descriptor(),
					new Elements(Kind.REFERENCES, globals.references()));
		}
		if (globals.cells() > 0) {
			add(GeneratedNames.GLOBAL_CELLS, AbiMethod.SEED_CELLS.descriptor(), new AllOfSeed(AbiMethod.SEED_CELLS));
		}
	}

	private void add(String name, String descriptor, Origin origin) {
		this.fields.add(new Field(name, descriptor, origin));
	}

	/// @param transfers the fields that pieces of functions need to pass values
	List<GeneratedClass> compile(TransferCounts transfers) {
		for (Kind kind : Kind.values()) {
			for (int index = 0; index < transfers.count(kind); index++) {
				add(CodeNames.transfer(kind, index), kind.descriptor(), new Zero());
			}
			for (int index = 0; index < transfers.homes(kind); index++) {
				add(CodeNames.home(kind, index), kind.descriptor(), new Zero());
			}
		}
		List<GeneratedClass> classes = new ArrayList<>();
		String superclass = CodeNames.MODULE_INSTANCE;
		int from = 0;
		while (this.fields.size() - from > MOST_FIELDS) {
			String name = this.names.internalName(GeneratedNames.INSTANCE_PART + classes.size());
			classes.add(compile(name, superclass, false, this.fields.subList(from, from + MOST_FIELDS)));
			superclass = name;
			from += MOST_FIELDS;
		}
		classes.add(compile(this.names.instance(), superclass, true, this.fields.subList(from, this.fields.size())));
		return classes;
	}

	private GeneratedClass compile(String name, String superclass, boolean last, List<Field> fields) {
		ClassFile file = new ClassFile(name, superclass, name, this.names.sourceFile(), last);
		fields.forEach((field) -> file.field(field.name, field.descriptor));
		Bytecode code = file.constructor(CONSTRUCTOR);
		code.loadInstance();
		code.load(Kind.REFERENCE, 1);
		code.invokeConstructor(superclass, CONSTRUCTOR);
		for (Field field : fields) {
			if (!(field.origin instanceof Zero)) {
				code.loadInstance();
				begin(code, field.origin);
				code.putField(name, field.name, field.descriptor);
			}
		}
		code.giveBack(Kind.VOID);
		return new GeneratedClass(name.replace('/', '.'), file.toByteArray());
	}

	private static void begin(Bytecode code, Origin origin) {
		switch (origin) {
			case OfSeed seed -> {
				code.load(Kind.REFERENCE, 1);
				code.use(seed.array);
				code.constant(seed.index);
				code.add(Instruction.AALOAD);
				if (seed.cast != null) {
					code.checkCast(seed.cast);
				}
			}
			case AllOfSeed seed -> {
				code.load(Kind.REFERENCE, 1);
				code.use(seed.array);
			}
			case Elements elements -> {
				code.constant(elements.count);
				code.newArray(elements.kind);
			}
			case Zero _ -> {
			}
		}
	}

	private record Field(String name, String descriptor, Origin origin) {
	}

	/// What a field has at first.
	private sealed interface Origin {

	}

	/// Zero, or null.
	private record Zero() implements Origin {
	}

	/// An element of an array of the seed.
	///
	/// @param cast its type, null if it is that of the array's elements
	private record OfSeed(AbiMethod array, int index, @Nullable String cast) implements Origin {
	}

	/// An array of the seed.
	private record AllOfSeed(AbiMethod array) implements Origin {
	}

	/// A new array.
	private record Elements(Kind kind, int count) implements Origin {
	}

}
