package dev.graft.bench.jmh;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.engine.Engine;
import dev.graft.engine.Instance;
import dev.graft.engine.InstancePre;
import dev.graft.engine.Linker;
import dev.graft.engine.Store;
import java.nio.charset.StandardCharsets;
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

/// An instance in a store of its own, made and closed again.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class Instantiation {

	/// Which module.
	@Param({ "EMPTY", "IMPORTS", "PAGE", "TABLE" })
	public Kind kind = Kind.EMPTY;

	private Engine engine;

	private InstancePre pre;

	/// Loads the module and links it, once.
	@Setup
	public void link() {
		this.engine = Engine.create();
		this.pre = linker(this.engine)
			.instantiatePre(this.engine.load("module.wat", this.kind.text().getBytes(StandardCharsets.UTF_8)));
	}

	private static Linker linker(Engine engine) {
		Linker linker = Linker.create(engine);
		for (int number = 0; number < TestModules.IMPORTS; number++) {
			List<NumberType> parameters = Arrays.stream(TestModules.parameters(number))
				.map((name) -> NumberType.valueOf(name.toUpperCase(Locale.ROOT)))
				.toList();
			linker.function("host", "f" + number, new FunctionType(List.copyOf(parameters), List.of()),
					(caller, arguments) -> null);
		}
		return linker.freeze();
	}

	/// Frees what the module needs.
	@TearDown
	public void close() {
		this.engine.close();
	}

	/// Store, instance, and teardown.
	@Benchmark
	public Instance instantiate() {
		try (Store store = Store.create(this.engine)) {
			return this.pre.instantiate(store);
		}
	}

	/// The modules.
	public enum Kind {

		/// Nothing at all.
		EMPTY(TestModules.empty()),

		/// A hundred imported functions of eighty signatures.
		IMPORTS(TestModules.imports()),

		/// A page of memory.
		PAGE(TestModules.page()),

		/// A table of eighty thousand entries.
		TABLE(TestModules.table());

		private final String text;

		Kind(String text) {
			this.text = text;
		}

		/// The module.
		public String text() {
			return this.text;
		}

	}

}
