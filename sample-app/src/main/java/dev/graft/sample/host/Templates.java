package dev.graft.sample.host;

import java.io.IOException;

import dev.graft.spring.HostFunction;
import dev.graft.spring.HostModule;

import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/// The text templates of the shop.
@Component
@HostModule("shop:plugins/templates")
public class Templates {

	private final ResourceLoader resources;

	public Templates(ResourceLoader resources) {
		this.resources = resources;
	}

	/// A template, in UTF-8.
	@HostFunction
	public byte[] load(String name) throws IOException {
		if (!name.matches("[a-z]+")) {
			throw new UnknownNameException("template", name);
		}
		return this.resources.getResource("classpath:templates/" + name + ".txt").getContentAsByteArray();
	}

}
