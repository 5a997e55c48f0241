package dev.graft.spring.reload;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeDetectorTests {

	private static final Stamp OLD = stamp(1);

	private static final Stamp NEW = stamp(2);

	private final ChangeDetector changes = new ChangeDetector(Duration.ofNanos(100));

	private static Stamp stamp(long size) {
		return new Stamp("/plugins/pricing.wasm", size, 0, null, true);
	}

	@BeforeEach
	void beginsWithOnePlugin() {
		this.changes.settle(Map.of("pricing", OLD));
	}

	@Test
	void whatIsTheSameHasNotChanged() {
		assertThat(this.changes.observe(Map.of("pricing", OLD), 1000)).isEmpty();
		assertThat(this.changes.isWaiting()).isFalse();
	}

	@Test
	void aChangeCountsWhenItHasBeenQuiet() {
		assertThat(this.changes.observe(Map.of("pricing", NEW), 0)).isEmpty();
		assertThat(this.changes.isWaiting()).isTrue();
		assertThat(this.changes.observe(Map.of("pricing", NEW), 99)).isEmpty();
		assertThat(this.changes.observe(Map.of("pricing", NEW), 100)).containsExactly("pricing");
		assertThat(this.changes.observe(Map.of("pricing", NEW), 300)).isEmpty();
	}

	@Test
	void aFileThatKeepsGrowingIsNotQuiet() {
		for (int size = 2; size < 50; size++) {
			assertThat(this.changes.observe(Map.of("pricing", stamp(size)), size * 50L)).isEmpty();
		}
		assertThat(this.changes.observe(Map.of("pricing", stamp(49)), 49 * 50 + 100)).containsExactly("pricing");
	}

	@Test
	void aChangeThatIsTakenBackIsNone() {
		this.changes.observe(Map.of("pricing", NEW), 0);
		assertThat(this.changes.observe(Map.of("pricing", OLD), 50)).isEmpty();
		assertThat(this.changes.isWaiting()).isFalse();
	}

	@Test
	void aNewFileIsAChange() {
		this.changes.observe(Map.of("pricing", OLD, "checks", NEW), 0);
		assertThat(this.changes.observe(Map.of("pricing", OLD, "checks", NEW), 100)).containsExactly("checks");
	}

	@Test
	void aMissingFileIsAChangeWhenItStaysAway() {
		assertThat(this.changes.observe(Map.of(), 0)).isEmpty();
		assertThat(this.changes.observe(Map.of(), 100)).containsExactly("pricing");
		assertThat(this.changes.observe(Map.of(), 300)).isEmpty();
	}

	@Test
	void aFileThatIsDeletedAndWrittenAgainIsOneChange() {
		this.changes.observe(Map.of(), 0);
		assertThat(this.changes.observe(Map.of("pricing", NEW), 90)).isEmpty();
		assertThat(this.changes.observe(Map.of("pricing", NEW), 190)).containsExactly("pricing");
	}

	@Test
	void aSuspectIsLookedAtAlthoughItSeemsTheSame() {
		this.changes.suspect("pricing");
		assertThat(this.changes.observe(Map.of("pricing", OLD), 0)).isEmpty();
		assertThat(this.changes.observe(Map.of("pricing", OLD), 100)).containsExactly("pricing");
		assertThat(this.changes.observe(Map.of("pricing", OLD), 300)).isEmpty();
	}

	@Test
	void aSuspectThatIsGoneIsGone() {
		this.changes.suspect("pricing");
		this.changes.observe(Map.of(), 0);
		assertThat(this.changes.observe(Map.of(), 100)).containsExactly("pricing");
	}

	@Test
	void suspectsThatAreNoPluginsAreForgotten() {
		this.changes.suspect("..data");
		assertThat(this.changes.observe(Map.of("pricing", OLD), 0)).isEmpty();
		assertThat(this.changes.isWaiting()).isFalse();
	}

}
