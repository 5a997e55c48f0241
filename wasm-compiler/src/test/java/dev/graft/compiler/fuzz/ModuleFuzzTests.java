package dev.graft.compiler.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.ModuleException;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.Wat;
import dev.graft.compiler.decode.ModuleDecoder;
import dev.graft.compiler.text.WatParser;
import org.junit.jupiter.api.Test;

/// Whatever the bytes, nothing but a [ModuleException] gets out.
///
/// The budget is fixed and the seed known; `-Dgraft.fuzz.factor=100` runs a hundred times
/// as long, with other seeds.
class ModuleFuzzTests {

	private static final int FACTOR = Integer.getInteger("graft.fuzz.factor", 1);

	private static final long SEED = 20261120;

	/// Small, and with something of everything, so that most changes hit something that
	/// matters.
	private static final List<String> SMALL_MODULES = List.of("""
			(module
			  (type $binary (func (param i32 i32) (result i32)))
			  (import "m" "f" (func $f (type $binary)))
			  (import "m" "g" (global $g i32))
			  (memory 1 2) (table $t 4 8 funcref) (table $x 1 externref)
			  (global $h (mut i64) (i64.const -5))
			  (elem (table $t) (i32.const 1) func $add $f)
			  (elem $p funcref (ref.func $add) (ref.null func))
			  (elem declare func $loop)
			  (data (i32.const 8) "abc") (data $d "xyz")
			  (func $add (export "add") (type $binary)
			    local.get 0 local.get 1 i32.add global.get $g call $f drop
			    (call_indirect $t (type $binary) (local.get 0) (local.get 1) (i32.const 1)))
			  (func $loop (param i32) (result i64) (local i64 f64)
			    (block $out (loop $again
			      (br_if $out (i32.eqz (local.get 0)))
			      (local.set 0 (i32.sub (local.get 0) (i32.const 1)))
			      (br $again)))
			    (f64.store offset=8 (i32.const 0) (f64.convert_i64_s (local.get 1)))
			    (memory.init $d (i32.const 0) (i32.const 0) (i32.const 2)) (data.drop $d)
			    (table.init $t $p (i32.const 0) (i32.const 0) (i32.const 1)) (elem.drop $p)
			    (global.set $h (i64.extend_i32_s (i32.load8_s (i32.const 9))))
			    global.get $h)
			  (start $s)
			  (func $s (table.set $x (i32.const 0) (ref.null extern))))""", """
			(module
			  (func (export "switch") (param i32) (result i32 i32)
			    (block $a (result i32) (block $b (result i32) (block $c (result i32)
			      (br_table $a $b $c (i32.const 1) (local.get 0)))
			      i32.const 2 i32.mul)
			      (if (param i32) (result i32) (i32.const 1) (then i32.clz) (else (return (i32.const 7)))))
			    (select (i32.const 1) (i32.const 2) (local.get 0)))
			  (func (param f32 f64 externref) (result externref)
			    (drop (i32.trunc_sat_f32_s (local.get 0))) (drop (f64.sqrt (local.get 1)))
			    (select (result externref) (local.get 2) (ref.null extern) (ref.is_null (local.get 2)))))""");

	// ---- decoder and validator

	@Test
	void refusesOrAcceptsDamagedSmallModules() {
		run(small(), 30_000 * FACTOR, ModuleFuzzTests::validate);
	}

	@Test
	void refusesOrAcceptsDamagedRealModules() throws IOException {
		run(real(), 3_000 * FACTOR, ModuleFuzzTests::validate);
	}

	@Test
	void refusesRandomBytes() {
		Random random = new Random(SEED);
		for (int i = 0; i < 20_000 * FACTOR; i++) {
			byte[] bytes = new byte[random.nextInt(200)];
			random.nextBytes(bytes);
			System.arraycopy(new byte[] { 0, 'a', 's', 'm', 1, 0, 0, 0 }, 0, bytes, 0, Math.min(8, bytes.length));
			attempt(bytes, ModuleFuzzTests::validate);
		}
	}

	@Test
	void refusesEveryTruncation() {
		for (byte[] module : small()) {
			for (int length = 0; length < module.length; length++) {
				byte[] truncated = new byte[length];
				System.arraycopy(module, 0, truncated, 0, length);
				attempt(truncated, ModuleFuzzTests::validate);
			}
		}
	}

	// ---- the whole compiler

	@Test
	void compilesWhatIsValidAmongDamagedModules() {
		WasmCompiler compiler = new WasmCompiler();
		run(small(), 2_000 * FACTOR,
				(bytes) -> compiler.compile(new CompileRequest("fuzz", bytes, CompilerSettings.DEFAULT)));
	}

	private static void run(List<byte[]> corpus, int rounds, Attempt attempt) {
		Mutator mutator = new Mutator(new Random(SEED + FACTOR), corpus);
		int accepted = 0;
		for (int i = 0; i < rounds; i++) {
			accepted += attempt(mutator.next(), attempt) ? 1 : 0;
		}
		// If nothing got through, only the first few checks would have been tested.
		assertThat(accepted).isGreaterThan(rounds / 100);
	}

	private static boolean attempt(byte[] bytes, Attempt attempt) {
		try {
			attempt.on(bytes);
			return true;
		}
		catch (ModuleException refused) {
			return false;
		}
		catch (RuntimeException | Error escaped) {
			return fail("for the bytes " + HexFormat.of().formatHex(bytes), escaped);
		}
	}

	private static void validate(byte[] bytes) {
		Wat.validate(ModuleDecoder.decode("fuzz", bytes, Feature.WASM2));
	}

	private static List<byte[]> small() {
		return SMALL_MODULES.stream().map((text) -> WatParser.parse("small", text).binary()).toList();
	}

	/// The modules of the tests and samples next door.
	private static List<byte[]> real() throws IOException {
		List<byte[]> modules = new ArrayList<>();
		for (Path folder : List.of(Path.of("../sample-app/plugins"), Path.of("../wasm-cli/src/test/guests"))) {
			try (Stream<Path> files = Files.list(folder)) {
				for (Path file : files.filter((each) -> each.toString().endsWith(".wasm")).sorted().toList()) {
					modules.add(Files.readAllBytes(file));
				}
			}
		}
		assertThat(modules).isNotEmpty();
		return modules;
	}

	/// What is tried with some bytes.
	private interface Attempt {

		void on(byte[] bytes);

	}

}
