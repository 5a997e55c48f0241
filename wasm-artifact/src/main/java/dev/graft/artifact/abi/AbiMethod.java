package dev.graft.artifact.abi;

import static dev.graft.artifact.abi.MemberKind.BOOTSTRAP;
import static dev.graft.artifact.abi.MemberKind.CONSTRUCTOR;
import static dev.graft.artifact.abi.MemberKind.FIELD_GET;
import static dev.graft.artifact.abi.MemberKind.FIELD_GET_PUT;
import static dev.graft.artifact.abi.MemberKind.STATIC;
import static dev.graft.artifact.abi.MemberKind.STATIC_GET;
import static dev.graft.artifact.abi.MemberKind.VIRTUAL;

/// The members of `dev.graft.engine.abi` that generated code may use.
///
/// One row for each public member of that package that is not marked as the engine's own.
/// A test in wasm-engine compares the rows with the real members in both directions, so
/// to add an operator, add the method there and the row here. What each does is told at
/// the method.
public enum AbiMethod implements AllowedMember {

	INSTANCE_CONTEXT(FIELD_GET, "ModuleInstance", "context", "L@ExecutionContext;"),

	INSTANCE_IMPORTS(FIELD_GET, "ModuleInstance", "imports", "[L@FunctionReference;"),

	INSTANCE_TAGS(FIELD_GET, "ModuleInstance", "tags", "[L@TagInstance;"),

	INSTANCE_ELEMENTS(FIELD_GET, "ModuleInstance", "elements", "[[Ljava/lang/Object;"),

	INSTANCE_NEW(CONSTRUCTOR, "ModuleInstance", "<init>", "(L@InstanceSeed;)V"),

	INSTANCE_FUNCTION_REFERENCE(VIRTUAL, "ModuleInstance", "functionReference", "(I)L@FunctionReference;"),

	SEED_CONTEXT(FIELD_GET, "InstanceSeed", "context", "L@ExecutionContext;"),

	SEED_IMPORTS(FIELD_GET, "InstanceSeed", "imports", "[L@FunctionReference;"),

	SEED_MEMORIES(FIELD_GET, "InstanceSeed", "memories", "[L@LinearMemory;"),

	SEED_TABLES(FIELD_GET, "InstanceSeed", "tables", "[L@TableInstance;"),

	SEED_CELLS(FIELD_GET, "InstanceSeed", "cells", "[L@GlobalCell;"),

	CONTEXT_RESULT_BITS(FIELD_GET, "ExecutionContext", "resultBits", "[J"),

	CONTEXT_RESULT_REFERENCES(FIELD_GET, "ExecutionContext", "resultReferences", "[Ljava/lang/Object;"),

	CONTEXT_TAIL_NUMBER(FIELD_GET, "ExecutionContext", "tailNumber", "I"),

	CONTEXT_TAIL_BITS(FIELD_GET, "ExecutionContext", "tailBits", "[J"),

	CONTEXT_TAIL_REFERENCES(FIELD_GET, "ExecutionContext", "tailReferences", "[Ljava/lang/Object;"),

	FUNCTION_OWNER(FIELD_GET, "FunctionReference", "owner", "L@ModuleInstance;"),

	FUNCTION_TARGET(FIELD_GET, "FunctionReference", "target", "L@CallTarget;"),

	FUNCTION_DISPATCH_SLOT(FIELD_GET, "FunctionReference", "dispatchSlot", "I"),

	FUNCTION_TAIL_NUMBER(FIELD_GET, "FunctionReference", "tailNumber", "I"),

	FUNCTION_HANDLE(VIRTUAL, "FunctionReference", "handle", "()Ljava/lang/invoke/MethodHandle;"),

	LINEAR_MEMORY_BASE(FIELD_GET, "LinearMemory", "base", "J"),

	LINEAR_MEMORY_SIZE(FIELD_GET, "LinearMemory", "size", "J"),

	INT_CELL_VALUE(FIELD_GET_PUT, "IntCell", "value", "I"),

	LONG_CELL_VALUE(FIELD_GET_PUT, "LongCell", "value", "J"),

	FLOAT_CELL_VALUE(FIELD_GET_PUT, "FloatCell", "value", "F"),

	DOUBLE_CELL_VALUE(FIELD_GET_PUT, "DoubleCell", "value", "D"),

	VECTOR_CELL_LOW(FIELD_GET_PUT, "VectorCell", "low", "J"),

	VECTOR_CELL_HIGH(FIELD_GET_PUT, "VectorCell", "high", "J"),

	REFERENCE_CELL_VALUE(FIELD_GET_PUT, "ReferenceCell", "value", "Ljava/lang/Object;"),

	I32_DIV_S(STATIC, "IntegerOps", "i32DivS", "(II)I"),

	I32_DIV_U(STATIC, "IntegerOps", "i32DivU", "(II)I"),

	I32_REM_S(STATIC, "IntegerOps", "i32RemS", "(II)I"),

	I32_REM_U(STATIC, "IntegerOps", "i32RemU", "(II)I"),

	I64_DIV_S(STATIC, "IntegerOps", "i64DivS", "(JJ)J"),

	I64_DIV_U(STATIC, "IntegerOps", "i64DivU", "(JJ)J"),

	I64_REM_S(STATIC, "IntegerOps", "i64RemS", "(JJ)J"),

	I64_REM_U(STATIC, "IntegerOps", "i64RemU", "(JJ)J"),

	F32_ABS(STATIC, "FloatOps", "f32Abs", "(F)F"),

	F32_NEG(STATIC, "FloatOps", "f32Neg", "(F)F"),

	F32_COPYSIGN(STATIC, "FloatOps", "f32Copysign", "(FF)F"),

	F32_CEIL(STATIC, "FloatOps", "f32Ceil", "(F)F"),

	F32_FLOOR(STATIC, "FloatOps", "f32Floor", "(F)F"),

	F32_TRUNC(STATIC, "FloatOps", "f32Trunc", "(F)F"),

	F32_NEAREST(STATIC, "FloatOps", "f32Nearest", "(F)F"),

	F32_MIN(STATIC, "FloatOps", "f32Min", "(FF)F"),

	F32_MAX(STATIC, "FloatOps", "f32Max", "(FF)F"),

	F64_ABS(STATIC, "FloatOps", "f64Abs", "(D)D"),

	F64_NEG(STATIC, "FloatOps", "f64Neg", "(D)D"),

	F64_COPYSIGN(STATIC, "FloatOps", "f64Copysign", "(DD)D"),

	F64_CEIL(STATIC, "FloatOps", "f64Ceil", "(D)D"),

	F64_FLOOR(STATIC, "FloatOps", "f64Floor", "(D)D"),

	F64_TRUNC(STATIC, "FloatOps", "f64Trunc", "(D)D"),

	F64_NEAREST(STATIC, "FloatOps", "f64Nearest", "(D)D"),

	F64_MIN(STATIC, "FloatOps", "f64Min", "(DD)D"),

	F64_MAX(STATIC, "FloatOps", "f64Max", "(DD)D"),

	I32_TRUNC_F32_S(STATIC, "ConversionOps", "i32TruncF32S", "(F)I"),

	I32_TRUNC_F32_U(STATIC, "ConversionOps", "i32TruncF32U", "(F)I"),

	I64_TRUNC_F32_S(STATIC, "ConversionOps", "i64TruncF32S", "(F)J"),

	I64_TRUNC_F32_U(STATIC, "ConversionOps", "i64TruncF32U", "(F)J"),

	I32_TRUNC_F64_S(STATIC, "ConversionOps", "i32TruncF64S", "(D)I"),

	I32_TRUNC_F64_U(STATIC, "ConversionOps", "i32TruncF64U", "(D)I"),

	I64_TRUNC_F64_S(STATIC, "ConversionOps", "i64TruncF64S", "(D)J"),

	I64_TRUNC_F64_U(STATIC, "ConversionOps", "i64TruncF64U", "(D)J"),

	I32_TRUNC_SAT_F32_U(STATIC, "ConversionOps", "i32TruncSatF32U", "(F)I"),

	I64_TRUNC_SAT_F32_U(STATIC, "ConversionOps", "i64TruncSatF32U", "(F)J"),

	I32_TRUNC_SAT_F64_U(STATIC, "ConversionOps", "i32TruncSatF64U", "(D)I"),

	I64_TRUNC_SAT_F64_U(STATIC, "ConversionOps", "i64TruncSatF64U", "(D)J"),

	F32_CONVERT_I32_U(STATIC, "ConversionOps", "f32ConvertI32U", "(I)F"),

	F32_CONVERT_I64_U(STATIC, "ConversionOps", "f32ConvertI64U", "(J)F"),

	F64_CONVERT_I32_U(STATIC, "ConversionOps", "f64ConvertI32U", "(I)D"),

	F64_CONVERT_I64_U(STATIC, "ConversionOps", "f64ConvertI64U", "(J)D"),

	I8X16_SWIZZLE(STATIC, "VectorOps", "i8x16Swizzle", "(JJJ)J"),

	I16X8_Q15MULR_SAT_S(STATIC, "VectorOps", "i16x8Q15mulrSatS", "(JJ)J"),

	I16X8_RELAXED_DOT_I8X16_I7X16_S(STATIC, "VectorOps", "i16x8RelaxedDotI8x16I7x16S", "(JJ)J"),

	I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S(STATIC, "VectorOps", "i32x4RelaxedDotI8x16I7x16AddS", "(JJI)I"),

	MEMORY_ALL(STATIC_GET, "MemoryOps", "ALL", "Ljava/lang/foreign/MemorySegment;"),

	MEMORY_RAW(STATIC_GET, "RawMemory", "ACCESSORS", "Ljava/lang/Object;"),

	MEMORY_GET_I8(STATIC, "MemoryAccessOps", "getI8", "(JJ)I"),

	MEMORY_SET_I8(STATIC, "MemoryAccessOps", "setI8", "(JJI)V"),

	MEMORY_GET_I16(STATIC, "MemoryAccessOps", "getI16", "(JJ)I"),

	MEMORY_SET_I16(STATIC, "MemoryAccessOps", "setI16", "(JJI)V"),

	MEMORY_GET_I32(STATIC, "MemoryAccessOps", "getI32", "(JJ)I"),

	MEMORY_SET_I32(STATIC, "MemoryAccessOps", "setI32", "(JJI)V"),

	MEMORY_GET_I64(STATIC, "MemoryAccessOps", "getI64", "(JJ)J"),

	MEMORY_SET_I64(STATIC, "MemoryAccessOps", "setI64", "(JJJ)V"),

	MEMORY_GET_F32(STATIC, "MemoryAccessOps", "getF32", "(JJ)F"),

	MEMORY_SET_F32(STATIC, "MemoryAccessOps", "setF32", "(JJF)V"),

	MEMORY_GET_F64(STATIC, "MemoryAccessOps", "getF64", "(JJ)D"),

	MEMORY_SET_F64(STATIC, "MemoryAccessOps", "setF64", "(JJD)V"),

	MEMORY_LOAD_I8(STATIC, "CheckedAccessOps", "loadI8", "(IJL@LinearMemory;)I"),

	MEMORY_STORE_I8(STATIC, "CheckedAccessOps", "storeI8", "(IJL@LinearMemory;I)V"),

	MEMORY_LOAD_I16(STATIC, "CheckedAccessOps", "loadI16", "(IJL@LinearMemory;)I"),

	MEMORY_STORE_I16(STATIC, "CheckedAccessOps", "storeI16", "(IJL@LinearMemory;I)V"),

	MEMORY_LOAD_I32(STATIC, "CheckedAccessOps", "loadI32", "(IJL@LinearMemory;)I"),

	MEMORY_STORE_I32(STATIC, "CheckedAccessOps", "storeI32", "(IJL@LinearMemory;I)V"),

	MEMORY_LOAD_I64(STATIC, "CheckedAccessOps", "loadI64", "(IJL@LinearMemory;)J"),

	MEMORY_STORE_I64(STATIC, "CheckedAccessOps", "storeI64", "(IJL@LinearMemory;J)V"),

	MEMORY_LOAD_F32(STATIC, "CheckedAccessOps", "loadF32", "(IJL@LinearMemory;)F"),

	MEMORY_STORE_F32(STATIC, "CheckedAccessOps", "storeF32", "(IJL@LinearMemory;F)V"),

	MEMORY_LOAD_F64(STATIC, "CheckedAccessOps", "loadF64", "(IJL@LinearMemory;)D"),

	MEMORY_STORE_F64(STATIC, "CheckedAccessOps", "storeF64", "(IJL@LinearMemory;D)V"),

	MEMORY_LINK(BOOTSTRAP, "MemoryCallSites", "link",
			"(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)"
					+ "Ljava/lang/invoke/CallSite;"),

	UNUSUAL_MEMORY_SIZE(STATIC, "UnusualMemory", "size", "(J)J"),

	MEMORY_SIZE(STATIC, "MemoryOps", "size", "(L@LinearMemory;)I"),

	MEMORY_GROW(STATIC, "MemoryOps", "grow", "(IL@LinearMemory;)I"),

	MEMORY_FILL(STATIC, "MemoryOps", "fill", "(IIIL@LinearMemory;)V"),

	MEMORY_COPY(STATIC, "MemoryOps", "copy", "(IIIL@LinearMemory;L@LinearMemory;)V"),

	MEMORY_INIT(STATIC, "MemoryOps", "init", "(IIIL@LinearMemory;IL@ModuleInstance;)V"),

	MEMORY_DROP_DATA(STATIC, "MemoryOps", "dropData", "(IL@ModuleInstance;)V"),

	MEMORY64_SIZE(STATIC, "Memory64Ops", "size", "(L@LinearMemory;)J"),

	MEMORY64_GROW(STATIC, "Memory64Ops", "grow", "(JL@LinearMemory;)J"),

	MEMORY64_FILL(STATIC, "Memory64Ops", "fill", "(JIJL@LinearMemory;L@ExecutionContext;)V"),

	MEMORY64_COPY(STATIC, "Memory64Ops", "copy", "(JJJL@LinearMemory;L@LinearMemory;L@ExecutionContext;)V"),

	MEMORY64_INIT(STATIC, "Memory64Ops", "init", "(JIIL@LinearMemory;IL@ModuleInstance;)V"),

	ATOMIC_LOAD8(STATIC, "AtomicOps", "load8", "(JJL@LinearMemory;)I"),

	ATOMIC_LOAD16(STATIC, "AtomicOps", "load16", "(JJL@LinearMemory;)I"),

	ATOMIC_LOAD32(STATIC, "AtomicOps", "load32", "(JJL@LinearMemory;)I"),

	ATOMIC_LOAD64(STATIC, "AtomicOps", "load64", "(JJL@LinearMemory;)J"),

	ATOMIC_STORE8(STATIC, "AtomicOps", "store8", "(JIJL@LinearMemory;)V"),

	ATOMIC_STORE16(STATIC, "AtomicOps", "store16", "(JIJL@LinearMemory;)V"),

	ATOMIC_STORE32(STATIC, "AtomicOps", "store32", "(JIJL@LinearMemory;)V"),

	ATOMIC_STORE64(STATIC, "AtomicOps", "store64", "(JJJL@LinearMemory;)V"),

	ATOMIC_ADD8(STATIC, "AtomicOps", "add8", "(JIJL@LinearMemory;)I"),

	ATOMIC_ADD16(STATIC, "AtomicOps", "add16", "(JIJL@LinearMemory;)I"),

	ATOMIC_ADD32(STATIC, "AtomicOps", "add32", "(JIJL@LinearMemory;)I"),

	ATOMIC_ADD64(STATIC, "AtomicOps", "add64", "(JJJL@LinearMemory;)J"),

	ATOMIC_SUBTRACT8(STATIC, "AtomicOps", "subtract8", "(JIJL@LinearMemory;)I"),

	ATOMIC_SUBTRACT16(STATIC, "AtomicOps", "subtract16", "(JIJL@LinearMemory;)I"),

	ATOMIC_SUBTRACT32(STATIC, "AtomicOps", "subtract32", "(JIJL@LinearMemory;)I"),

	ATOMIC_SUBTRACT64(STATIC, "AtomicOps", "subtract64", "(JJJL@LinearMemory;)J"),

	ATOMIC_AND8(STATIC, "AtomicOps", "and8", "(JIJL@LinearMemory;)I"),

	ATOMIC_AND16(STATIC, "AtomicOps", "and16", "(JIJL@LinearMemory;)I"),

	ATOMIC_AND32(STATIC, "AtomicOps", "and32", "(JIJL@LinearMemory;)I"),

	ATOMIC_AND64(STATIC, "AtomicOps", "and64", "(JJJL@LinearMemory;)J"),

	ATOMIC_OR8(STATIC, "AtomicOps", "or8", "(JIJL@LinearMemory;)I"),

	ATOMIC_OR16(STATIC, "AtomicOps", "or16", "(JIJL@LinearMemory;)I"),

	ATOMIC_OR32(STATIC, "AtomicOps", "or32", "(JIJL@LinearMemory;)I"),

	ATOMIC_OR64(STATIC, "AtomicOps", "or64", "(JJJL@LinearMemory;)J"),

	ATOMIC_XOR8(STATIC, "AtomicOps", "xor8", "(JIJL@LinearMemory;)I"),

	ATOMIC_XOR16(STATIC, "AtomicOps", "xor16", "(JIJL@LinearMemory;)I"),

	ATOMIC_XOR32(STATIC, "AtomicOps", "xor32", "(JIJL@LinearMemory;)I"),

	ATOMIC_XOR64(STATIC, "AtomicOps", "xor64", "(JJJL@LinearMemory;)J"),

	ATOMIC_EXCHANGE8(STATIC, "AtomicOps", "exchange8", "(JIJL@LinearMemory;)I"),

	ATOMIC_EXCHANGE16(STATIC, "AtomicOps", "exchange16", "(JIJL@LinearMemory;)I"),

	ATOMIC_EXCHANGE32(STATIC, "AtomicOps", "exchange32", "(JIJL@LinearMemory;)I"),

	ATOMIC_EXCHANGE64(STATIC, "AtomicOps", "exchange64", "(JJJL@LinearMemory;)J"),

	ATOMIC_COMPARE_EXCHANGE8(STATIC, "AtomicOps", "compareExchange8", "(JIIJL@LinearMemory;)I"),

	ATOMIC_COMPARE_EXCHANGE16(STATIC, "AtomicOps", "compareExchange16", "(JIIJL@LinearMemory;)I"),

	ATOMIC_COMPARE_EXCHANGE32(STATIC, "AtomicOps", "compareExchange32", "(JIIJL@LinearMemory;)I"),

	ATOMIC_COMPARE_EXCHANGE64(STATIC, "AtomicOps", "compareExchange64", "(JJJJL@LinearMemory;)J"),

	ATOMIC_WAIT32(STATIC, "AtomicOps", "wait32", "(JIJJL@LinearMemory;L@ExecutionContext;)I"),

	ATOMIC_WAIT64(STATIC, "AtomicOps", "wait64", "(JJJJL@LinearMemory;L@ExecutionContext;)I"),

	ATOMIC_NOTIFY(STATIC, "AtomicOps", "notify", "(JIJL@LinearMemory;)I"),

	ATOMIC_FENCE(STATIC, "AtomicOps", "fence", "()V"),

	TABLE_INDEX(STATIC, "TableOps", "index", "(J)I"),

	TABLE_GET(STATIC, "TableOps", "get", "(IL@TableInstance;)Ljava/lang/Object;"),

	TABLE_SET(STATIC, "TableOps", "set", "(ILjava/lang/Object;L@TableInstance;)V"),

	TABLE_SIZE(STATIC, "TableOps", "size", "(L@TableInstance;)I"),

	TABLE_GROW(STATIC, "TableOps", "grow", "(Ljava/lang/Object;IL@TableInstance;)I"),

	TABLE_FILL(STATIC, "TableOps", "fill", "(ILjava/lang/Object;IL@TableInstance;)V"),

	TABLE_COPY(STATIC, "TableOps", "copy", "(IIIL@TableInstance;L@TableInstance;)V"),

	TABLE_INIT(STATIC, "TableOps", "init", "(IIIL@TableInstance;IL@ModuleInstance;)V"),

	TABLE_CALLEE(STATIC, "TableOps", "callee", "(IL@TableInstance;)L@FunctionReference;"),

	TABLE_TARGET(STATIC, "TableOps", "target", "(IL@TableInstance;L@ModuleInstance;III)L@CallTarget;"),

	TABLE_SLOT(STATIC, "TableOps", "slot", "(IL@TableInstance;L@ModuleInstance;)I"),

	TABLE_LINKED(STATIC, "TableOps", "linked", "(IL@TableInstance;)L@CallTarget;"),

	TABLE_LINK(STATIC, "TableOps", "link", "(IL@TableInstance;L@ModuleInstance;III)L@CallTarget;"),

	IS_NULL(STATIC, "ReferenceOps", "isNull", "(Ljava/lang/Object;)I"),

	AS_NON_NULL(STATIC, "ReferenceOps", "asNonNull", "(Ljava/lang/Object;)Ljava/lang/Object;"),

	DROP_ELEMENTS(STATIC, "ReferenceOps", "dropElements", "(IL@ModuleInstance;)V"),

	CALL_CALLEE(STATIC, "CallOps", "callee", "(Ljava/lang/Object;)L@FunctionReference;"),

	CALL_CHECKED_TARGET(STATIC, "CallOps", "checkedTarget", "(L@FunctionReference;L@ModuleInstance;I)L@CallTarget;"),

	CALL_TARGET(STATIC, "CallOps", "target", "(Ljava/lang/Object;L@ModuleInstance;)L@CallTarget;"),

	ARRAY_NEW_BYTES(STATIC, "ArrayOps", "newBytes", "(IL@ModuleInstance;)[B"),

	ARRAY_NEW_SHORTS(STATIC, "ArrayOps", "newShorts", "(IL@ModuleInstance;)[S"),

	ARRAY_NEW_INTS(STATIC, "ArrayOps", "newInts", "(IL@ModuleInstance;)[I"),

	ARRAY_NEW_LONGS(STATIC, "ArrayOps", "newLongs", "(IL@ModuleInstance;)[J"),

	ARRAY_NEW_FLOATS(STATIC, "ArrayOps", "newFloats", "(IL@ModuleInstance;)[F"),

	ARRAY_NEW_DOUBLES(STATIC, "ArrayOps", "newDoubles", "(IL@ModuleInstance;)[D"),

	ARRAY_NEW_OBJECTS(STATIC, "ArrayOps", "newObjects", "(IL@ModuleInstance;)[Ljava/lang/Object;"),

	ARRAY_FILLED_BYTES(STATIC, "ArrayOps", "filledBytes", "(IIL@ModuleInstance;)[B"),

	ARRAY_FILLED_SHORTS(STATIC, "ArrayOps", "filledShorts", "(IIL@ModuleInstance;)[S"),

	ARRAY_FILLED_INTS(STATIC, "ArrayOps", "filledInts", "(IIL@ModuleInstance;)[I"),

	ARRAY_FILLED_LONGS(STATIC, "ArrayOps", "filledLongs", "(JIL@ModuleInstance;)[J"),

	ARRAY_FILLED_FLOATS(STATIC, "ArrayOps", "filledFloats", "(FIL@ModuleInstance;)[F"),

	ARRAY_FILLED_DOUBLES(STATIC, "ArrayOps", "filledDoubles", "(DIL@ModuleInstance;)[D"),

	ARRAY_FILLED_OBJECTS(STATIC, "ArrayOps", "filledObjects",
			"(Ljava/lang/Object;IL@ModuleInstance;)[Ljava/lang/Object;"),

	ARRAY_BYTES_OF_DATA(STATIC, "ArrayOps", "bytesOfData", "(IIIL@ModuleInstance;)[B"),

	ARRAY_SHORTS_OF_DATA(STATIC, "ArrayOps", "shortsOfData", "(IIIL@ModuleInstance;)[S"),

	ARRAY_INTS_OF_DATA(STATIC, "ArrayOps", "intsOfData", "(IIIL@ModuleInstance;)[I"),

	ARRAY_LONGS_OF_DATA(STATIC, "ArrayOps", "longsOfData", "(IIIL@ModuleInstance;)[J"),

	ARRAY_FLOATS_OF_DATA(STATIC, "ArrayOps", "floatsOfData", "(IIIL@ModuleInstance;)[F"),

	ARRAY_DOUBLES_OF_DATA(STATIC, "ArrayOps", "doublesOfData", "(IIIL@ModuleInstance;)[D"),

	ARRAY_NEW_VECTORS(STATIC, "ArrayOps", "newVectors", "(IL@ModuleInstance;)[J"),

	ARRAY_FILLED_VECTORS(STATIC, "ArrayOps", "filledVectors", "(JJIL@ModuleInstance;)[J"),

	ARRAY_FILL_VECTORS(STATIC, "ArrayOps", "fillVectors", "(Ljava/lang/Object;IJJI)V"),

	ARRAY_VECTORS_OF_DATA(STATIC, "ArrayOps", "vectorsOfData", "(IIIL@ModuleInstance;)[J"),

	ARRAY_OBJECTS_OF_ELEMENTS(STATIC, "ArrayOps", "objectsOfElements", "(IIIL@ModuleInstance;)[Ljava/lang/Object;"),

	ARRAY_PLACE(STATIC, "ArrayOps", "place", "(Ljava/lang/Object;I)I"),

	ARRAY_LENGTH(STATIC, "ArrayOps", "length", "(Ljava/lang/Object;)I"),

	ARRAY_FILL_BYTES(STATIC, "ArrayOps", "fillBytes", "(Ljava/lang/Object;III)V"),

	ARRAY_FILL_SHORTS(STATIC, "ArrayOps", "fillShorts", "(Ljava/lang/Object;III)V"),

	ARRAY_FILL_INTS(STATIC, "ArrayOps", "fillInts", "(Ljava/lang/Object;III)V"),

	ARRAY_FILL_LONGS(STATIC, "ArrayOps", "fillLongs", "(Ljava/lang/Object;IJI)V"),

	ARRAY_FILL_FLOATS(STATIC, "ArrayOps", "fillFloats", "(Ljava/lang/Object;IFI)V"),

	ARRAY_FILL_DOUBLES(STATIC, "ArrayOps", "fillDoubles", "(Ljava/lang/Object;IDI)V"),

	ARRAY_FILL_OBJECTS(STATIC, "ArrayOps", "fillObjects", "(Ljava/lang/Object;ILjava/lang/Object;I)V"),

	ARRAY_COPY(STATIC, "ArrayOps", "copy", "(Ljava/lang/Object;ILjava/lang/Object;II)V"),

	ARRAY_INIT_DATA(STATIC, "ArrayOps", "initData", "(Ljava/lang/Object;IIIIL@ModuleInstance;)V"),

	ARRAY_INIT_ELEMENTS(STATIC, "ArrayOps", "initElements", "(Ljava/lang/Object;IIIIL@ModuleInstance;)V"),

	CAST_NOT_NULL(STATIC, "CastOps", "notNull", "(Ljava/lang/Object;)Ljava/lang/Object;"),

	CAST_ONLY_NULL(STATIC, "CastOps", "onlyNull", "(Ljava/lang/Object;)Ljava/lang/Object;"),

	CAST_EQ(STATIC, "CastOps", "eq", "(Ljava/lang/Object;)Ljava/lang/Object;"),

	CAST_I31(STATIC, "CastOps", "i31", "(Ljava/lang/Object;)Ljava/lang/Object;"),

	CAST_STRUCT(STATIC, "CastOps", "struct", "(Ljava/lang/Object;)Ljava/lang/Object;"),

	CAST_ARRAY(STATIC, "CastOps", "array", "(Ljava/lang/Object;)Ljava/lang/Object;"),

	CAST_FUNCTION(STATIC, "CastOps", "function", "(Ljava/lang/Object;IL@ModuleInstance;)Ljava/lang/Object;"),

	IS_EQ(STATIC, "CastOps", "isEq", "(Ljava/lang/Object;)I"),

	IS_I31(STATIC, "CastOps", "isI31", "(Ljava/lang/Object;)I"),

	IS_STRUCT(STATIC, "CastOps", "isStruct", "(Ljava/lang/Object;)I"),

	IS_ARRAY(STATIC, "CastOps", "isArray", "(Ljava/lang/Object;)I"),

	IS_FUNCTION(STATIC, "CastOps", "isFunction", "(Ljava/lang/Object;IL@ModuleInstance;)I"),

	I31_OF(STATIC, "I31Reference", "of", "(I)L@I31Reference;"),

	I31_VALUE(FIELD_GET, "I31Reference", "value", "I"),

	SAME(STATIC, "ReferenceOps", "same", "(Ljava/lang/Object;Ljava/lang/Object;)I"),

	EXCEPTION_CREATE(STATIC, "ExceptionOps", "create", "(L@TagInstance;[J[Ljava/lang/Object;)L@GuestException;"),

	EXCEPTION_THROWN(STATIC, "ExceptionOps", "thrown", "(Ljava/lang/Object;)L@GuestException;"),

	EXCEPTION_MATCHES(VIRTUAL, "GuestException", "matches", "(L@TagInstance;)I"),

	EXCEPTION_BITS(VIRTUAL, "GuestException", "bits", "()[J"),

	EXCEPTION_REFERENCES(VIRTUAL, "GuestException", "references", "()[Ljava/lang/Object;"),

	TAIL_CALLEE(STATIC, "TailOps", "callee", "(IL@TableInstance;L@ModuleInstance;I)L@FunctionReference;"),

	TAIL_LEAVE_FOR_NUMBER(STATIC, "TailOps", "leaveFor", "(IL@ModuleInstance;)V"),

	TAIL_LEAVE_FOR_CALLEE(STATIC, "TailOps", "leaveFor", "(L@FunctionReference;)V"),

	TAIL_TAKE(STATIC, "TailOps", "take", "(L@ModuleInstance;)I"),

	TAIL_RESUME(STATIC, "TailOps", "resume", "(L@ModuleInstance;)V"),

	TAIL_RESUME_I32(STATIC, "TailOps", "resumeI32", "(L@ModuleInstance;)I"),

	TAIL_RESUME_I64(STATIC, "TailOps", "resumeI64", "(L@ModuleInstance;)J"),

	TAIL_RESUME_F32(STATIC, "TailOps", "resumeF32", "(L@ModuleInstance;)F"),

	TAIL_RESUME_F64(STATIC, "TailOps", "resumeF64", "(L@ModuleInstance;)D"),

	TAIL_RESUME_REFERENCE(STATIC, "TailOps", "resumeReference", "(L@ModuleInstance;)Ljava/lang/Object;"),

	TRAP_UNREACHABLE(STATIC, "TrapOps", "unreachable", "()L@TrapException;"),

	TRAP_INTEGER_DIVIDE_BY_ZERO(STATIC, "TrapOps", "integerDivideByZero", "()L@TrapException;"),

	TRAP_INTEGER_OVERFLOW(STATIC, "TrapOps", "integerOverflow", "()L@TrapException;"),

	TRAP_OUT_OF_BOUNDS_ADDRESS(STATIC, "TrapOps", "outOfBoundsAddress", "(J)L@TrapException;"),

	TRAP_OUT_OF_BOUNDS_MEMORY_ACCESS(STATIC, "TrapOps", "outOfBoundsMemoryAccess", "()L@TrapException;"),

	CALL_FRAME_TAKE(STATIC, "CallFrame", "take", "(L@ModuleInstance;)L@CallFrame;"),

	CALL_FRAME_GIVE_BACK(STATIC, "CallFrame", "giveBack", "(L@CallFrame;L@ModuleInstance;)V"),

	POLLS_OFF(STATIC_GET, "Polls", "OFF", "Ljava/lang/invoke/MethodHandle;"),

	POLLS_TARGET(STATIC_GET, "Polls", "TARGET", "Ljava/lang/invoke/MethodHandle;"),

	INTERRUPT_POLL(STATIC, "InterruptOps", "poll", "(L@ModuleInstance;)V");

	/// The package of all owners, in the form of class files.
	public static final String PACKAGE = "dev/graft/engine/abi/";

	private final MemberKind kind;

	private final String owner;

	private final String memberName;

	private final String descriptor;

	// `@` stands for the package in descriptors, which would not fit on a line otherwise.
	AbiMethod(MemberKind kind, String simpleOwner, String memberName, String descriptor) {
		this.kind = kind;
		this.owner = PACKAGE.concat(simpleOwner);
		this.memberName = memberName;
		this.descriptor = descriptor;
	}

	@Override
	public String owner() {
		return this.owner;
	}

	@Override
	public String memberName() {
		return this.memberName;
	}

	@Override
	public String descriptor() {
		return this.descriptor.replace("@", PACKAGE);
	}

	@Override
	public MemberKind kind() {
		return this.kind;
	}

}
