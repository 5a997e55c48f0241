package dev.graft.artifact.section;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.format.IncompatibleArtifactException;
import dev.graft.artifact.format.Manifest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The manifest. Text, so that `readelf -p .wasm.manifest` shows it.
///
/// ```
/// manifest ::= format abi compiler settings features module
/// format   ::= 'format=' decimal NUL           Manifest.FORMAT_VERSION; another one, and nothing more is read
/// abi      ::= 'abi=' text NUL                 the hash of what generated code may call
/// compiler ::= 'compiler=' text NUL            its version
/// settings ::= 'settings=' text NUL            their canonical text
/// features ::= 'features=' (name (' ' name)*)? NUL   in alphabetical order
/// module   ::= 'module=' hex NUL               SHA-256 of the module
/// ```
public final class ManifestSection {

	private static final String NAME = SectionKind.MANIFEST.sectionName();

	private static final List<String> FIELDS = List.of("format", "abi", "compiler", "settings", "features", "module");

	/// A manifest is a screenful; more than this is damage.
	private static final int MAXIMUM_BYTES = 64 * 1024;

	private ManifestSection() {
	}

	/// The section of a manifest.
	/// @throws IllegalArgumentException if a text contains a zero
	public static ByteBuffer write(Manifest manifest) {
		List<String> values = List.of(Integer.toString(manifest.formatVersion()), manifest.abiHash(),
				manifest.compilerVersion(), manifest.settings(), String.join(" ", manifest.features()),
				manifest.moduleDigest());
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < FIELDS.size(); i++) {
			String value = values.get(i);
			if (value.indexOf('\0') >= 0) {
				throw new IllegalArgumentException("a zero in the manifest's " + FIELDS.get(i));
			}
			text.append(FIELDS.get(i)).append('=').append(value).append('\0');
		}
		return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
	}

	/// Reads a section.
	/// @param source the file, for messages
	/// @throws IncompatibleArtifactException if the file is of another format
	/// @throws CorruptArtifactException if there is no manifest in these bytes
	public static Manifest read(String source, ByteBuffer section) {
		Map<String, String> fields = fields(source, section);
		requireFormat(source, fields.getOrDefault("format", "none"));
		if (!List.copyOf(fields.keySet()).equals(FIELDS)) {
			throw new CorruptArtifactException(source, NAME, 0, "the fields " + FIELDS, fields.keySet().toString());
		}
		return Manifest.of(value(fields, "abi"), value(fields, "compiler"), value(fields, "settings"),
				words(value(fields, "features")), value(fields, "module"));
	}

	/// Refuses files of another format.
	/// @param source the file, for messages
	/// @param found the version that the file has
	public static void requireFormat(String source, String found) {
		String expected = Integer.toString(Manifest.FORMAT_VERSION);
		if (!found.equals(expected)) {
			throw new IncompatibleArtifactException(source, "format version", expected, found,
					"compile the module again with this version of Graft");
		}
	}

	private static Map<String, String> fields(String source, ByteBuffer section) {
		int size = section.remaining();
		if (size == 0 || size > MAXIMUM_BYTES || section.get(section.limit() - 1) != 0) {
			throw new CorruptArtifactException(source, NAME, 0,
					"at most " + MAXIMUM_BYTES + " bytes of text that end in a zero", size + " bytes");
		}
		Map<String, String> fields = new LinkedHashMap<>();
		byte[] text = new byte[size];
		section.get(section.position(), text);
		for (String line : new String(text, StandardCharsets.UTF_8).split("\0")) {
			int equals = line.indexOf('=');
			fields.put(line.substring(0, Math.max(0, equals)), line.substring(equals + 1));
		}
		return fields;
	}

	private static String value(Map<String, String> fields, String name) {
		return fields.getOrDefault(name, "");
	}

	private static Set<String> words(String text) {
		return text.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(text.split(" ")));
	}

}
