package dev.graft.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.fuzz.Campaign.Kind;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whatever is done to a module, it is refused with a word about why, or works.
///
/// `-Dgraft.fuzz.seconds=60` tries for a minute each, `-Dgraft.fuzz.from=1000000` other
/// damages. Without the specification's suite only generated modules are damaged, and
/// texts not at all.
class DamagedModulesTests {

	private static final int SECONDS = Integer.getInteger("graft.fuzz.seconds", 2);

	private static final long FROM = Long.getLong("graft.fuzz.from", 0);

	private static Corpus corpus;

	@BeforeAll
	static void read() throws IOException {
		corpus = Corpus.of(Path.of(System.getProperty("graft.spec.dir", "../../shared/spec")), 100, Campaign.FEATURES);
	}

	@Test
	void areRefusedOrWorkInTheBinaryFormat() throws IOException {
		attempt(Kind.BINARY);
	}

	@Test
	void areRefusedOrWorkInTheTextFormat() throws IOException {
		if (!corpus.texts().isEmpty()) {
			attempt(Kind.TEXT);
		}
	}

	private static void attempt(Kind kind) throws IOException {
		Campaign campaign = new Campaign(corpus);
		int finds = campaign.run(kind, SECONDS, FROM);
		System.out.println(kind + ": " + campaign);
		assertThat(finds).as("finds, which are in target/fuzz").isZero();
	}

}
