package dev.graft.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32C;

import dev.graft.artifact.format.ArtifactException;
import dev.graft.engine.trap.WasmException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Artifacts that somebody has changed, with checksums that fit the change: they are
/// refused, or trap, or do something else within their bounds, but nothing surfaces that
/// an embedder would not expect.
class TamperedArtifactTests {

	private static final String SOURCE = """
			(module $m
			  (import "h" "f" (func $h (param i32) (result i32)))
			  (type $t (func (param i32) (result i32)))
			  (memory (export "memory") 1)
			  (table 4 funcref)
			  (global $g (mut i32) (i32.const 7))
			  (elem (i32.const 0) $x $y)
			  (elem $p func $x)
			  (data (i32.const 10) "hello")
			  (data $d "bye")
			  (func $x (param i32) (result i32) (i32.add (local.get 0) (global.get $g)))
			  (func $y (param i32) (result i32) (call $h (local.get 0)))
			  (func $start (global.set $g (i32.const 8)))
			  (start $start)
			  (func (export "run") (param i32) (result i32)
			    (memory.init $d (i32.const 0) (i32.const 0) (i32.const 3))
			    (table.init $p (i32.const 2) (i32.const 0) (i32.const 1))
			    (i32.add (i32.load8_u (i32.const 10))
			      (call_indirect (type $t) (i32.const 5) (i32.and (local.get 0) (i32.const 3))))))
			""";

	private static final String OBJECTS = """
			(module $m
			  (rec (type $s (sub (struct (field $i (mut i32)) (field $s (mut (ref null $s))))))
			       (type $t (sub final $s (struct (field (mut i32)) (field (mut (ref null $s))) (field f64)))))
			  (type $a (array (mut i16)))
			  (type $r (array (mut (ref null $s))))
			  (global $g (mut (ref null $s)) (struct.new $t (i32.const 3) (ref.null $s) (f64.const 1)))
			  (global $l (ref $r) (array.new_fixed $r 2 (struct.new_default $s) (ref.null $s)))
			  (data $d "0123456789")
			  (func (export "run") (param i32) (result i32) (local $b (ref $a))
			    (local.set $b (array.new_data $a $d (i32.const 0) (i32.const 4)))
			    (array.copy $a $a (local.get $b) (i32.const 1) (local.get $b) (i32.const 0) (local.get 0))
			    (array.set $r (global.get $l) (i32.const 1) (global.get $g))
			    (i32.add
			      (i32.add (array.get_u $a (local.get $b) (local.get 0)) (array.len (global.get $l)))
			      (struct.get $s $i (ref.cast (ref $t) (array.get $r (global.get $l) (i32.const 1)))))))
			""";

	private static final String TAIL_CALLS = """
			(module $m
			  (import "h" "f" (func $h (param i32) (result i32)))
			  (type $t (func (param i32) (result i32)))
			  (table 4 funcref)
			  (elem (i32.const 0) $even $odd $wide)
			  (func $even (type $t)
			    (if (i32.eqz (local.get 0)) (then (return_call $h (i32.const 4))))
			    (return_call $odd (i32.sub (local.get 0) (i32.const 1))))
			  (func $odd (type $t)
			    (if (i32.eqz (local.get 0)) (then (return (i32.const 5))))
			    (return_call_indirect (type $t) (i32.sub (local.get 0) (i32.const 1)) (i32.const 0)))
			  (func $wide (type $t) (drop (drop (call $other (local.get 0) (i64.const 3) (f64.const 1) (ref.func $wide))))
			    (i32.const 1))
			  (func $other (param i32 i64 f64 funcref) (result i64 funcref)
			    (if (i32.eqz (local.get 0)) (then (return (local.get 1) (local.get 3))))
			    (return_call $another (local.get 3) (local.get 1) (i32.sub (local.get 0) (i32.const 1))))
			  (func $another (param funcref i64 i32) (result i64 funcref)
			    (return_call $other (local.get 2) (local.get 1) (f64.const 2) (local.get 0)))
			  (func (export "run") (type $t)
			    (i32.add (call $even (local.get 0)) (call_indirect (type $t) (local.get 0) (i32.const 2)))))
			""";

	private static final int SECTION_HEADER_BYTES = 64;

	private final Engine engine = Engine.create();

	private final Random random = new Random(11);

	@AfterEach
	void close() {
		this.engine.close();
	}

	@Test
	void areRefusedOrHarmless() {
		assertRefusedOrHarmless(SOURCE);
	}

	@Test
	void areRefusedOrHarmlessWithStructuresAndArrays() {
		assertRefusedOrHarmless(OBJECTS);
	}

	@Test
	void areRefusedOrHarmlessWithCallsInTailPosition() {
		assertRefusedOrHarmless(TAIL_CALLS);
	}

	private void assertRefusedOrHarmless(String source) {
		byte[] artifact = this.engine.precompile("m.wat", source.getBytes(StandardCharsets.UTF_8));
		List<Section> sections = sections(ByteBuffer.wrap(artifact).order(ByteOrder.LITTLE_ENDIAN));
		List<Throwable> surprises = new ArrayList<>();
		int refused = 0;
		for (int round = 0; round < 600; round++) {
			try {
				use(tampered(artifact.clone(), sections));
			}
			catch (WasmException | ArtifactException expected) {
				refused++;
			}
			catch (RuntimeException | Error surprise) {
				surprises.add(surprise);
			}
		}
		assertThat(surprises).isEmpty();
		assertThat(refused).isPositive();
	}

	private void use(byte[] artifact) {
		Module module = this.engine.load("m.artifact", artifact);
		Linker linker = Linker.create(this.engine).function("h", "f", IntUnaryOperator.class, (n) -> 2 * n);
		try (Store store = Store.builder(this.engine).deadline(Duration.ofSeconds(2)).build()) {
			Instance instance = linker.defineUnknownImportsAsTraps(module).instantiate(store, module);
			for (int n = 0; n < 4; n++) {
				instance.func("run").call(n);
			}
		}
	}

	private byte[] tampered(byte[] artifact, List<Section> sections) {
		ByteBuffer bytes = ByteBuffer.wrap(artifact).order(ByteOrder.LITTLE_ENDIAN);
		for (int change = this.random.nextInt(3); change >= 0; change--) {
			Section section = sections.get(this.random.nextInt(sections.size() - 2));
			if (section.size > 0) {
				int position = section.offset + this.random.nextInt(section.size);
				bytes.put(position,
						(byte) (this.random.nextBoolean() ? this.random.nextInt() : bytes.get(position) + 1));
			}
		}
		repair(bytes, sections);
		return artifact;
	}

	// The digest is the second section: its own checksum, that of the headers, then one
	// for each section.
	private static void repair(ByteBuffer bytes, List<Section> sections) {
		Section digest = sections.get(1);
		for (int index = 0; index < sections.size(); index++) {
			if (index != 1) {
				bytes.putInt(digest.offset + 4 * (2 + index), checksum(bytes, sections.get(index)));
			}
		}
		bytes.putInt(digest.offset, checksum(bytes, new Section(digest.offset + 4, digest.size - 4)));
	}

	private static int checksum(ByteBuffer bytes, Section section) {
		CRC32C checksum = new CRC32C();
		checksum.update(bytes.slice(section.offset, section.size));
		return (int) checksum.getValue();
	}

	/// All but the first one, which ELF reserves.
	private static List<Section> sections(ByteBuffer elf) {
		int headers = (int) elf.getLong(40);
		List<Section> sections = new ArrayList<>();
		for (int index = 1; index < elf.getShort(60); index++) {
			int header = headers + index * SECTION_HEADER_BYTES;
			sections.add(new Section((int) elf.getLong(header + 24), (int) elf.getLong(header + 32)));
		}
		return sections;
	}

	private record Section(int offset, int size) {
	}

}
