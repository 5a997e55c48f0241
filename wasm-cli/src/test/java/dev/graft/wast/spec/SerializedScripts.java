package dev.graft.wast.spec;

import dev.graft.engine.EngineConfig;
import dev.graft.wast.Script;
import dev.graft.wast.runner.ScriptRunner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/// The far side of [IsolatedRunner]: takes a script as bytes, runs it, gives the report
/// as bytes.
public final class SerializedScripts implements UnaryOperator<byte[]> {

	private final FeatureEngines engines = new FeatureEngines(() -> EngineConfig.builder().compilation(false));

	/// Called by reflection.
	public SerializedScripts() {
	}

	@Override
	public byte[] apply(byte[] script) {
		Script readScript = (Script) read(script);
		return write(new ScriptRunner(this.engines.of(readScript.name())).run(readScript));
	}

	static byte[] write(Object object) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
			objects.writeObject(object);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	static Object read(byte[] bytes) {
		try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
			return objects.readObject();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
