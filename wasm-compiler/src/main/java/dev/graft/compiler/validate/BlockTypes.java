package dev.graft.compiler.validate;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The function types that stand for blocks without a type index, made once.
final class BlockTypes {

	/// No parameters and no results.
	static final FunctionType EMPTY = new FunctionType(List.of(), List.of());

	private static final Map<ValueType, FunctionType> GIVING = new HashMap<>();

	static {
		for (ValueType type : NumberType.values()) {
			GIVING.put(type, FunctionType.of(List.of(), type));
		}
		GIVING.put(ReferenceType.FUNCREF, FunctionType.of(List.of(), ReferenceType.FUNCREF));
		GIVING.put(ReferenceType.EXTERNREF, FunctionType.of(List.of(), ReferenceType.EXTERNREF));
	}

	private BlockTypes() {
	}

	/// No parameters and one result.
	static FunctionType giving(ValueType result) {
		FunctionType known = GIVING.get(result);
		return (known != null) ? known : FunctionType.of(List.of(), result);
	}

}
