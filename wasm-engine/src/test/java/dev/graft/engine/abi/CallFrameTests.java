package dev.graft.engine.abi;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallFrameTests {

	private final ModuleInstance instance = SampleInstance.withData();

	private CallFrame take() {
		return CallFrame.take(this.instance);
	}

	private void giveBack(CallFrame frame) {
		CallFrame.giveBack(frame, this.instance);
	}

	@Test
	void isTakenAgainWhenItWasGivenBack() {
		CallFrame frame = take();
		giveBack(frame);
		assertThat(take()).isSameAs(frame);
		assertThat(take()).isNotSameAs(frame);
	}

	@Test
	void belongsToOneCallAlone() {
		for (int round = 0; round < 3; round++) {
			CallFrame[] frames = Stream.generate(this::take).limit(500).toArray(CallFrame[]::new);
			assertThat(frames).doesNotHaveDuplicates();
			for (int call = frames.length - 1; call >= 0; call--) {
				giveBack(frames[call]);
			}
		}
	}

	@Test
	void isNotKeptIfThereAreMoreThanCallsNeed() {
		CallFrame[] frames = Stream.generate(this::take).limit(500).toArray(CallFrame[]::new);
		Stream.of(frames).forEach(this::giveBack);
		assertThat(Stream.generate(this::take).limit(500)).filteredOn(Stream.of(frames).toList()::contains)
			.hasSize(128);
	}

	@Test
	void isGoneWhenTheInstanceIsReset() {
		CallFrame frame = take();
		giveBack(frame);
		this.instance.restore();
		assertThat(take()).isNotSameAs(frame);
	}

	@Test
	void isTakenByCallsWithinCallsAfterOneWasLostToAnException() {
		CallFrame outer = take();
		CallFrame lost = take();
		giveBack(outer);
		assertThat(take()).isSameAs(outer);
		assertThat(take()).isNotIn(outer, lost);
	}

}
