package dev.graft.fuzz.c;

import dev.graft.artifact.abi.VectorApiMember;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A [Worker] in a JVM of its own, for the ways of compiling that need flags which tests
/// do not run with.
///
///     java … dev.graft.fuzz.c.GraftWorker DIRECTORY
final class GraftWorker {

	/// How it compiles, in the order in which it tells, an answer for each.
	static final List<Way> WAYS = List.of(Way.VECTORS, Way.RAW);

	private GraftWorker() {
	}

	/// Starts one.
	static Worker start(Path directory) throws IOException {
		return new Worker(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
				"--add-modules", VectorApiMember.MODULE, "--add-exports", "java.base/jdk.internal.misc=ALL-UNNAMED",
				"--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
				GraftWorker.class.getName(), directory.toString()));
	}

	/// Answers until there is nothing more to read.
	public static void main(String[] arguments) throws IOException {
		Path directory = Path.of(arguments[0]);
		BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String name = names.readLine(); name != null; name = names.readLine()) {
			for (Way way : WAYS) {
				GraftCalls.run(directory, name, way).forEach(System.out::println);
				System.out.println(Worker.END);
			}
		}
	}

}
