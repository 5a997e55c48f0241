package dev.graft.engine.memory;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class MappedAddressSpaceTests extends AddressSpaceContract {

	@Override
	AddressSpace createAddressSpace() {
		return new MappedAddressSpace();
	}

}
