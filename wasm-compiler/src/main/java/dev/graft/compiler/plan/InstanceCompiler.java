package dev.graft.compiler.plan;

import java.util.ArrayList;
import java.util.List;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.ClassFile;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.emit.CodeNames;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.model.ModuleModel;
import org.jspecify.annotations.Nullable;

/// Makes the class of instances: fields for memories, tables and globals, and a
/// constructor that takes them from the seed.
///
/// A class has room for a limited number of fields. A module with more gets a chain of
/// classes; `Instance` is the last one, and whoever reads a field names `Instance`, as
/// the JVM looks for fields in superclasses too.
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
			this.fields
				.add(new Field(GeneratedNames.memory(memory), CodeNames.MEMORY, AbiMethod.SEED_MEMORIES, memory, null));
		}
		for (int table = 0; table < module.tableTypes().size(); table++) {
			this.fields
				.add(new Field(GeneratedNames.table(table), CodeNames.TABLE, AbiMethod.SEED_TABLES, table, null));
		}
		for (int global = 0; global < module.globalTypes().size(); global++) {
			addGlobal(global);
		}
	}

	private void addGlobal(int global) {
		String descriptor = this.names.globalDescriptor(global);
		if (this.names.isCell(global)) {
			this.fields.add(new Field(GeneratedNames.global(global), descriptor, AbiMethod.SEED_CELLS, global,
					CodeNames.cellType(this.names.globalKind(global))));
		}
		else {
			this.fields.add(new Field(GeneratedNames.global(global), descriptor, null, global, null));
			if (this.names.globalKind(global) == Kind.VECTOR) {
				this.fields.add(new Field(GeneratedNames.globalHigh(global), descriptor, null, global, null));
			}
		}
	}

	/// @param transfers the fields that pieces of functions need to pass values
	List<GeneratedClass> compile(TransferCounts transfers) {
		for (Kind kind : Kind.values()) {
			for (int index = 0; index < transfers.count(kind); index++) {
				this.fields.add(new Field(CodeNames.transfer(kind, index), kind.descriptor(), null, index, null));
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
			if (field.source != null) {
				code.loadInstance();
				code.load(Kind.REFERENCE, 1);
				code.use(field.source);
				code.constant(field.index);
				code.add(Instruction.AALOAD);
				if (field.cast != null) {
					code.checkCast(field.cast);
				}
				code.putField(name, field.name, field.descriptor);
			}
		}
		code.giveBack(Kind.VOID);
		return new GeneratedClass(name.replace('/', '.'), file.toByteArray());
	}

	/// @param source the array of the seed that the field is taken from, null if it
	/// starts as zero
	private record Field(String name, String descriptor, @Nullable AbiMethod source, int index, @Nullable String cast) {
	}

}
