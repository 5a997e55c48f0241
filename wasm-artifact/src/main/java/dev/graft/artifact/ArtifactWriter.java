package dev.graft.artifact;

import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.module.AddressMap;
import dev.graft.artifact.module.FunctionTable;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.module.NameTable;
import java.util.LinkedHashMap;
import java.util.Map;

/// Puts an artifact together. The same parts give the same bytes.
@SuppressWarnings({ "DoNotCallSuggester", "ObjectToString" })
public final class ArtifactWriter {

	private final Manifest manifest;

	private final ModuleMetadata metadata;

	private FunctionTable functions = new FunctionTable.Builder().build();

	private NameTable names = NameTable.EMPTY;

	private AddressMap addressMap = AddressMap.EMPTY;

	private final Map<String, byte[]> classes = new LinkedHashMap<>();

	private byte[] elements = {};

	private byte[] data = {};

	private byte[] image = {};

	private final Map<String, byte[]> debugSections = new LinkedHashMap<>();

	public ArtifactWriter(Manifest manifest, ModuleMetadata metadata) {
		this.manifest = manifest;
		this.metadata = metadata;
	}

	public ArtifactWriter functions(FunctionTable functions) {
		this.functions = functions;
		return this;
	}

	public ArtifactWriter names(NameTable names) {
		this.names = names;
		return this;
	}

	public ArtifactWriter addressMap(AddressMap addressMap) {
		this.addressMap = addressMap;
		return this;
	}

	/// Adds a class file. Those that are used together should come together.
	public ArtifactWriter addClass(String binaryName, byte[] classFile) {
		this.classes.put(binaryName, classFile);
		return this;
	}

	public ArtifactWriter elements(byte[] elements) {
		this.elements = elements;
		return this;
	}

	public ArtifactWriter data(byte[] data) {
		this.data = data;
		return this;
	}

	public ArtifactWriter image(byte[] image) {
		this.image = image;
		return this;
	}

	/// Adds a custom section of the module that holds DWARF: `.debug_info` becomes
	/// `.wasm.debug_info`.
	public ArtifactWriter addDebugSection(String name, byte[] contents) {
		this.debugSections.put(name, contents);
		return this;
	}

	public byte[] toByteArray() {
		throw new UnsupportedOperationException(
				this.manifest + "" + this.metadata + this.functions + this.names + this.addressMap + this.classes
						+ this.elements.length + this.data.length + this.image.length + this.debugSections);
	}

}
