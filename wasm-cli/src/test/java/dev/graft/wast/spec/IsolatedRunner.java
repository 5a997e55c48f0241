package dev.graft.wast.spec;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.Engine;
import dev.graft.wast.Script;
import dev.graft.wast.runner.ScriptReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.function.UnaryOperator;

/// Runs precompiled scripts in classes of their own: artifact and engine modules,
/// Caffeine, and the script runner, nothing else.
///
/// Scripts go in and reports come out as bytes, since the classes on both sides only have
/// their names in common.
final class IsolatedRunner implements AutoCloseable {

	private final EngineOnlyClassLoader loader;

	private final UnaryOperator<byte[]> runner;

	IsolatedRunner() throws ReflectiveOperationException {
		this.loader = new EngineOnlyClassLoader();
		Class<?> type = this.loader.loadClass(SerializedScripts.class.getName());
		@SuppressWarnings("unchecked")
		UnaryOperator<byte[]> instance = (UnaryOperator<byte[]>) type.getDeclaredConstructor().newInstance();
		this.runner = instance;
	}

	/// Runs a script.
	ScriptReport run(Script script) {
		return (ScriptReport) SerializedScripts.read(this.runner.apply(SerializedScripts.write(script)));
	}

	/// A class as the isolated engine sees it.
	Class<?> load(String name) throws ClassNotFoundException {
		return this.loader.loadClass(name);
	}

	@Override
	public void close() {
		try {
			this.loader.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/// Sees the JDK and the four places, and of the last one only the script runner.
	private static final class EngineOnlyClassLoader extends URLClassLoader {

		private EngineOnlyClassLoader() {
			super(new URL[] { location(ValueType.class), location(Engine.class), location(Caffeine.class),
					location(ScriptReport.class), location(SerializedScripts.class) },
					ClassLoader.getPlatformClassLoader());
		}

		private static URL location(Class<?> type) {
			return type.getProtectionDomain().getCodeSource().getLocation();
		}

		@Override
		protected Class<?> findClass(String name) throws ClassNotFoundException {
			if (name.startsWith("dev.graft.wast.reader.") || name.startsWith("dev.graft.cli.")) {
				throw new ClassNotFoundException(name);
			}
			return super.findClass(name);
		}

	}

}
