package dev.graft.sample.host;

import java.util.Map;

import dev.graft.spring.HostFunction;
import dev.graft.spring.HostModule;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// The currencies that the shop takes.
@Component
@HostModule("shop:plugins/currencies")
public class Currencies {

	private final Map<String, Double> rates = Map.of("EUR", 1.0, "USD", 1.16, "GBP", 0.88);

	/// How many units of the currency one euro buys.
	@HostFunction
	public double rate(String currency) {
		@Nullable Double rate = this.rates.get(currency);
		if (rate == null) {
			throw new UnknownNameException("currency", currency);
		}
		return rate;
	}

}
