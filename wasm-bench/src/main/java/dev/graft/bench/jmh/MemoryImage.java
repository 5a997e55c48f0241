package dev.graft.bench.jmh;

import dev.graft.engine.Engine;
import dev.graft.engine.Instance;
import dev.graft.engine.InstancePre;
import dev.graft.engine.Linker;
import dev.graft.engine.Store;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
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

/// An instance whose memory begins with a megabyte of data, in a store of its own: made,
/// called to write to some pages of it, and closed again.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class MemoryImage {

	/// To how many pages of 4 KiB the guest writes.
	@Param({ "0", "1", "8", "32", "272" })
	public int pages;

	private Engine engine;

	private InstancePre pre;

	/// Loads the module and links it, once.
	@Setup
	public void link() {
		this.engine = Engine.create();
		this.pre = Linker.create(this.engine)
			.instantiatePre(this.engine.load("image.wat", TestModules.image().getBytes(StandardCharsets.UTF_8)));
	}

	/// Frees what the module needs.
	@TearDown
	public void close() {
		this.engine.close();
	}

	/// Store, instance, call, and teardown.
	@Benchmark
	public void touch() {
		try (Store store = Store.create(this.engine)) {
			this.pre.instantiate(store).func("touch").typed(IntConsumer.class).call().accept(this.pages);
		}
	}

	/// The same instance again: call, and reset.
	@Benchmark
	public void touchAndReset(Kept kept) {
		kept.touch.accept(this.pages);
		kept.instance.reset();
	}

	/// An instance of a thread.
	@State(Scope.Thread)
	public static class Kept {

		private Store store;

		private Instance instance;

		private IntConsumer touch;

		/// Makes the instance.
		@Setup
		public void bind(MemoryImage image) {
			this.store = Store.create(image.engine);
			this.instance = image.pre.instantiate(this.store);
			this.touch = this.instance.func("touch").typed(IntConsumer.class).call();
		}

		/// Frees the instance.
		@TearDown
		public void close() {
			this.store.close();
		}

	}

}
