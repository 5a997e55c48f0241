package dev.graft.sample.host;

import dev.graft.spring.HostFunction;
import dev.graft.spring.HostModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/// What plugins have to say.
@Component
@HostModule("shop:plugins/log")
public class PluginLog {

	private static final Logger logger = LoggerFactory.getLogger(PluginLog.class);

	@HostFunction
	public void info(String message) {
		logger.info("A plugin says: {}", message);
	}

	@HostFunction
	public void error(String message) {
		logger.error("A plugin says: {}", message);
	}

}
