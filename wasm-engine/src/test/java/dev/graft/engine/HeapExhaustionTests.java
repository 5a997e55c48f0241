package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.graft.engine.limits.HeapGuard;
import dev.graft.engine.trap.Trap;
import org.junit.jupiter.api.Test;

/// Guests that fill the heap when nobody guards it, in a JVM of their own: the host sees
/// a trap, and can go on when it has let go of the guest.
class HeapExhaustionTests {

	@Test
	void aFullHeapIsATrapHoweverSmallTheObjects() throws IOException, InterruptedException {
		assertThat(run("small")).containsExactly("OUT_OF_MEMORY", "OUT_OF_MEMORY", "done");
	}

	@Test
	void aFullHeapIsATrapForArraysToo() throws IOException, InterruptedException {
		assertThat(run("large")).containsExactly("OUT_OF_MEMORY", "OUT_OF_MEMORY", "done");
	}

	private static List<String> run(String export) throws IOException, InterruptedException {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Process process = new ProcessBuilder(java, "-Xmx64m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
				"-cp", System.getProperty("java.class.path"), Guest.class.getName(), export)
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		process.waitFor();
		return output.lines().toList();
	}

	/// What runs in the other JVM.
	static final class Guest {

		private static final String MODULE = """
				(module
				  (type $node (struct (field (ref null $node)) (field i64)))
				  (type $longs (array (mut i64)))
				  (type $arrays (array (mut (ref null $longs))))
				  (global $list (mut (ref null $node)) (ref.null $node))
				  (func (export "small")
				    (loop $more
				      (global.set $list (struct.new $node (global.get $list) (i64.const 1)))
				      (br $more)))
				  (func (export "large") (local $kept (ref $arrays)) (local $i i32)
				    (local.set $kept (array.new_default $arrays (i32.const 10000)))
				    (loop $more
				      (array.set $arrays (local.get $kept) (local.get $i)
				        (array.new_default $longs (i32.const 100000)))
				      (local.set $i (i32.add (local.get $i) (i32.const 1)))
				      (br $more))))
				""";

		private Guest() {
		}

		/// Lets two guests, one after the other, fill the heap.
		public static void main(String[] arguments) {
			EngineConfig unguarded = EngineConfig.builder().heapLimitPercent(HeapGuard.OFF).build();
			Engine engine = Engine.create(unguarded);
			Module module = engine.load("test.wat", MODULE.getBytes(StandardCharsets.UTF_8));
			List<String> codes = new ArrayList<>(List.of("", ""));
			for (int round = 0; round < 2; round++) {
				codes.set(round, fill(engine, module, arguments[0]));
			}
			codes.forEach(System.out::println);
			System.out.println("done");
			engine.close();
		}

		private static String fill(Engine engine, Module module, String export) {
			try (Store store = Store.create(engine)) {
				Linker.create(engine).instantiate(store, module).func(export).call();
				return "no trap";
			}
			catch (Trap trap) {
				return trap.code().name();
			}
		}

	}

}
