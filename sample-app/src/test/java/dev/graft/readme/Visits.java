package dev.graft.readme;

import dev.graft.spring.HostFunction;
import dev.graft.spring.HostModule;

import org.springframework.stereotype.Component;

@Component
@HostModule("shop")
class Visits {

	@HostFunction
	public int lastYear(int customer) {
		return customer * 10;
	}

}
