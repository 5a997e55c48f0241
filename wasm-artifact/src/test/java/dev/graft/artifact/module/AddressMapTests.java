package dev.graft.artifact.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.sample.SampleModule;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class AddressMapTests {

	@Test
	void findsEachSiteByItsLine() {
		AddressMap map = SampleModule.addressMap();
		assertThat(map.wasmOffset(1, 1)).isEqualTo(100);
		assertThat(map.wasmOffset(1, 2)).isEqualTo(107);
		assertThat(map.wasmOffset(1, 3)).isEqualTo(103);
		assertThat(map.wasmOffset(2, 1)).isEqualTo(0xFFFF_FFF0L);
	}

	@Test
	void knowsNoOtherSites() {
		AddressMap map = SampleModule.addressMap();
		assertThat(map.wasmOffset(0, 1)).isEqualTo(AddressMap.UNKNOWN);
		assertThat(map.wasmOffset(1, 0)).isEqualTo(AddressMap.UNKNOWN);
		assertThat(map.wasmOffset(1, 4)).isEqualTo(AddressMap.UNKNOWN);
		assertThat(map.wasmOffset(3, 1)).isEqualTo(AddressMap.UNKNOWN);
		assertThat(map.wasmOffset(-1, 1)).isEqualTo(AddressMap.UNKNOWN);
	}

	@Test
	void keepsAsManySitesAsThereAreLineNumbers() {
		int[] offsets = new int[70_000];
		for (int i = 0; i < offsets.length; i++) {
			offsets[i] = 2 * i;
		}
		AddressMap map = new AddressMap.Builder().add(0, offsets).build();
		assertThat(map.wasmOffset(0, AddressMap.LAST_LINE)).isEqualTo(2 * (AddressMap.LAST_LINE - 1));
		assertThat(map.wasmOffset(0, AddressMap.LAST_LINE + 1)).isEqualTo(AddressMap.UNKNOWN);
	}

	@Test
	void takesAboutOneBytePerSite() {
		int[] offsets = new int[1000];
		for (int i = 0; i < offsets.length; i++) {
			offsets[i] = 1_000_000 + 7 * i;
		}
		assertThat(new AddressMap.Builder().add(0, offsets).build().bytes().limit()).isLessThan(1020);
	}

	@Test
	void takesFunctionsInOrderOnly() {
		AddressMap.Builder builder = new AddressMap.Builder().add(3, new int[0]);
		assertThatIllegalArgumentException().isThrownBy(() -> builder.add(2, new int[0]))
			.withMessage("function 2 comes after 3");
	}

	@Test
	void refusesSitesOutside() {
		AddressMap map = AddressMap.read("x", ByteBuffer.allocate(8).put(0, (byte) 1).put(4, (byte) 9));
		assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(() -> map.wasmOffset(0, 1))
			.withMessageContaining(".wasm.addrmap @0x4: expected a range within 0 bytes, found 0..9");
	}

}
