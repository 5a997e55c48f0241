package dev.graft.wast.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.spi.Feature;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The document about proposals is up to date, as far as one can tell without the suite.
class ProposalsDocumentTests {

	@Test
	void hasARowForEachFeature() {
		assertThat(Feature.values()).allMatch(Proposal::knows);
	}

	@Test
	void saysWhatIsOnByDefault() throws IOException {
		ProposalMatrix.check();
	}

	@Test
	void countsFilesForWhatTheyAreAbout() {
		assertThat(Proposal.of("i64.wast")).isEqualTo(Proposal.CORE);
		assertThat(Proposal.of("load64.wast")).isEqualTo(Proposal.MEMORY64);
		assertThat(Proposal.of("memory64-imports.wast")).isEqualTo(Proposal.MEMORY64);
		assertThat(Proposal.of("load0.wast")).isEqualTo(Proposal.MULTI_MEMORY);
		assertThat(Proposal.of("simd_load.wast")).isEqualTo(Proposal.SIMD);
		assertThat(Proposal.of("i16x8_relaxed_q15mulr_s.wast")).isEqualTo(Proposal.RELAXED_SIMD);
		assertThat(Proposal.of("proposals/threads/memory.wast")).isEqualTo(Proposal.THREADS);
	}

}
