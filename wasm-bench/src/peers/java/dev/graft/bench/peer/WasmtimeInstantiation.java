package dev.graft.bench.peer;

import dev.graft.bench.jmh.Instantiation;
import dev.graft.bench.jmh.TestModules;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Extern;
import io.github.kawamuray.wasmtime.Func;
import io.github.kawamuray.wasmtime.FuncType;
import io.github.kawamuray.wasmtime.Instance;
import io.github.kawamuray.wasmtime.Module;
import io.github.kawamuray.wasmtime.Store;
import io.github.kawamuray.wasmtime.Val;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What [dev.graft.bench.jmh.Instantiation] does, in Wasmtime through its JNI binding, which makes
/// host functions anew for each store and has neither pool nor `InstancePre`.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class WasmtimeInstantiation {

	/// Which module.
	@Param({ "EMPTY", "IMPORTS", "PAGE", "TABLE" })
	public Instantiation.Kind kind = Instantiation.Kind.EMPTY;

	private Engine engine;

	private Module module;

	/// Compiles the module.
	@Setup
	public void compile() {
		this.engine = new Engine();
		this.module = Module.fromBinary(this.engine, Binaries.of(this.kind.text()));
	}

	/// Frees the module.
	@TearDown
	public void close() {
		this.module.close();
		this.engine.close();
	}

	/// Store, instance, and teardown.
	@Benchmark
	public void instantiate() {
		try (Store<Void> store = new Store<>(null, this.engine);
				Instance instance = new Instance(store, this.module, imports(store))) {
			// That it was made is all.
			assert instance != null;
		}
	}

	private List<Extern> imports(Store<Void> store) {
		if (this.kind != Instantiation.Kind.IMPORTS) {
			return List.of();
		}
		List<Extern> imports = new ArrayList<>();
		for (int number = 0; number < TestModules.IMPORTS; number++) {
			Val.Type[] parameters = Arrays.stream(TestModules.parameters(number))
				.map((name) -> Val.Type.valueOf(name.toUpperCase(Locale.ROOT)))
				.toArray(Val.Type[]::new);
			imports.add(Extern.fromFunc(new Func(store, FuncType.emptyResults(parameters), (caller, arguments, results) -> {
			})));
		}
		return imports;
	}

}
