package dev.graft.engine.heap;

import java.util.List;

import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.PackedType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.VectorType;

/// Brings what makes class files to its final state before any guest runs that needs
/// some. A guest decides how deep the stack is then, and if the stack ends while a class
/// is being initialized, the JVM gives that class up for ever.
///
/// It takes the Java platform some milliseconds, so it waits for the first module that
/// has structure or array types.
///
/// @see dev.graft.engine.abi.AbiPreparation
final class HeapPreparation {

	private static final FieldType REFERENCE = FieldType.mutable(new ReferenceType(true, HeapType.Abstract.ANY));

	private static final StructType EVERYTHING = new StructType(List.of(FieldType.mutable(PackedType.I8),
			FieldType.mutable(PackedType.I16), FieldType.mutable(NumberType.I32), FieldType.mutable(NumberType.I64),
			FieldType.mutable(NumberType.F32), FieldType.mutable(NumberType.F64), FieldType.mutable(VectorType.V128),
			REFERENCE));

	private static final boolean DONE = prepare();

	private HeapPreparation() {
	}

	/// Prepares, the first time.
	static void run() {
		if (!DONE) {
			throw new IllegalStateException("preparing has failed");
		}
	}

	private static boolean prepare() {
		String name = "graft/type/S";
		byte[] structure = new HeapClassFile(name, "java/lang/Object", true).structure(EVERYTHING, 0);
		byte[] array = new HeapClassFile(name, "java/lang/Object", false).array(new ArrayType(REFERENCE));
		return structure.length > 0 && array.length > 0;
	}

}
