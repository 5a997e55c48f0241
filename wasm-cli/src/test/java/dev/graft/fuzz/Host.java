package dev.graft.fuzz;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.fuzz.Scaffold.GlobalShape;
import dev.graft.fuzz.Scaffold.MemoryShape;
import dev.graft.fuzz.Scaffold.TableShape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What generated modules can import. What the functions do is told in [GraftRun] and in
/// `run.mjs`.
final class Host {

	static final String NAME = "host";

	static final Map<String, FunctionType> FUNCTIONS = functions();

	static final Map<String, GlobalShape> GLOBALS = globals();

	static final MemoryShape MEMORY = new MemoryShape(false, 1, 4, false, 16, true);

	static final TableShape TABLE = new TableShape(false, 8, 20, ReferenceType.FUNCREF, true);

	private Host() {
	}

	private static Map<String, FunctionType> functions() {
		Map<String, FunctionType> functions = new LinkedHashMap<>();
		functions.put("nothing", new FunctionType(List.of(), List.of()));
		functions.put("i32", new FunctionType(List.of(NumberType.I32), List.of(NumberType.I32)));
		functions.put("i64", new FunctionType(List.of(NumberType.I64), List.of(NumberType.I64)));
		functions.put("less", new FunctionType(List.of(NumberType.F32, NumberType.F64), List.of(NumberType.I32)));
		functions.put("pair",
				new FunctionType(List.of(NumberType.I32, NumberType.I64), List.of(NumberType.I64, NumberType.I32)));
		functions.put("same", new FunctionType(List.of(ReferenceType.EXTERNREF), List.of(ReferenceType.EXTERNREF)));
		functions.put("none", new FunctionType(List.of(ReferenceType.FUNCREF), List.of(NumberType.I32)));
		return Collections.unmodifiableMap(functions);
	}

	private static Map<String, GlobalShape> globals() {
		Map<String, GlobalShape> globals = new LinkedHashMap<>();
		globals.put("constant", new GlobalShape(NumberType.I32, false));
		globals.put("long", new GlobalShape(NumberType.I64, true));
		globals.put("double", new GlobalShape(NumberType.F64, false));
		globals.put("reference", new GlobalShape(ReferenceType.EXTERNREF, true));
		return Collections.unmodifiableMap(globals);
	}

}
