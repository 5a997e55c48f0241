package dev.graft.artifact.sample;

import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.artifact.spi.ModuleCompiler;
import java.util.concurrent.atomic.AtomicInteger;

/// Turns anything that is not empty into the artifact of [SampleModule].
public final class SampleCompiler implements ModuleCompiler {

	/// The ABI that it compiles for.
	public static final String ABI_HASH = "abi-1";

	private final String version;

	private final AtomicInteger compilations = new AtomicInteger();

	/// @param version what it calls itself
	public SampleCompiler(String version) {
		this.version = version;
	}

	@Override
	public byte[] compile(CompileRequest request) {
		this.compilations.incrementAndGet();
		if (request.source().length == 0) {
			throw new MalformedModuleException(request.sourceName(), "@0x0", "unexpected end", "a module", "nothing");
		}
		return SampleModule.artifact(request.manifest(ABI_HASH, this.version));
	}

	@Override
	public String version() {
		return this.version;
	}

	/// How often it was called.
	public int compilations() {
		return this.compilations.get();
	}

}
