package dev.graft.engine.memory;

class PortableAddressSpaceTests extends AddressSpaceContract {

	@Override
	AddressSpace createAddressSpace() {
		return new PortableAddressSpace();
	}

}
