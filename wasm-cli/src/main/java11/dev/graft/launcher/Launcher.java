package dev.graft.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The main class of {@code graft.jar}, the one class that older JVMs can load: where the
 * default {@code java} is older than 25, it goes on with a JDK 25 that is installed
 * beside it, and says in a sentence that there is none otherwise.
 */
public final class Launcher {

	private static final int NEEDED = 25;

	private static final String MAIN = "dev.graft.cli.Graft";

	private static final int FAILED = 1;

	private Launcher() {
	}

	/**
	 * Runs the command line, in this JVM if it is new enough.
	 * @param arguments the command and its arguments
	 */
	public static void main(String[] arguments) throws Exception {
		if (Runtime.version().feature() >= NEEDED) {
			Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object) arguments);
			return;
		}
		Path home = newer();
		if (home == null) {
			System.err.println("graft: this is Java " + Runtime.version().feature() + ", and Graft needs Java " + NEEDED
					+ ": install a JDK " + NEEDED + " beside it, or set JAVA_HOME to one.");
			System.exit(FAILED);
		}
		else {
			System.exit(run(home, arguments));
		}
	}

	private static int run(Path home, String[] arguments) throws Exception {
		Path jar = Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		List<String> command = new ArrayList<>(List.of(home.resolve("bin").resolve("java").toString(),
				"--enable-native-access=ALL-UNNAMED", "-cp", jar.toString(), MAIN));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).inheritIO().start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
		return process.waitFor();
	}

	// Where installers put JDKs; each place holds JDKs or is one.
	private static Path newer() throws IOException {
		Map<String, String> environment = System.getenv();
		List<Path> places = new ArrayList<>();
		for (String variable : List.of("JAVA_HOME", "JDK_HOME")) {
			if (environment.containsKey(variable)) {
				places.add(Path.of(environment.get(variable)));
			}
		}
		Path user = Path.of(System.getProperty("user.home"));
		places.add(Path.of(System.getProperty("java.home")).resolveSibling("."));
		places.addAll(List.of(Path.of("/usr/lib/jvm"), Path.of("/opt"), Path.of("/Library/Java/JavaVirtualMachines"),
				user.resolve(".sdkman/candidates/java"), user.resolve(".jdks"), Path.of("C:/Program Files/Java"),
				Path.of("C:/Program Files/Eclipse Adoptium")));
		for (Path place : places) {
			Path found = newer(place);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private static Path newer(Path place) throws IOException {
		if (isNewEnough(place)) {
			return place;
		}
		if (!Files.isDirectory(place)) {
			return null;
		}
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
			for (Path entry : entries) {
				Path home = Files.isDirectory(entry.resolve("Contents/Home")) ? entry.resolve("Contents/Home") : entry;
				if (isNewEnough(home)) {
					return home;
				}
			}
		}
		return null;
	}

	private static boolean isNewEnough(Path home) throws IOException {
		Path release = home.resolve("release");
		if (!Files.isRegularFile(release) || !Files.isDirectory(home.resolve("bin"))) {
			return false;
		}
		Properties properties = new Properties();
		try (InputStream input = Files.newInputStream(release)) {
			properties.load(input);
		}
		String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
		return Integer.parseInt(version.split("[^0-9]", 2)[0]) >= NEEDED;
	}

}
