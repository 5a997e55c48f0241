package dev.graft.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the order service.
@SpringBootApplication
public class SampleApplication {

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(SampleApplication.class);
		application.setDefaultProperties(Map.of("wasm.plugins.directory", pluginDirectory().toString()));
		application.run(args);
	}

	/// `spring-boot:run` runs in the module, `java -jar` where the user is: at the root
	/// of the repository, or somewhere else with a `plugins` directory of its own.
	private static Path pluginDirectory() {
		Path ofModule = Path.of("sample-app", "plugins");
		return Files.isDirectory(ofModule) ? ofModule : Path.of("plugins");
	}

}
