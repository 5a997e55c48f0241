package dev.graft.compiler.plan;

import dev.graft.artifact.type.FunctionType;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.validate.DiscardingSink;
import java.util.HashSet;
import java.util.Set;

/// Listens for calls through tables and references while bodies are validated, so that
/// it is known which dispatchers there have to be before any body is compiled.
final class IndirectCallScan extends DiscardingSink {

	private final Set<Target.Indirect> calls = new HashSet<>();

	@Override
	public void callIndirect(int typeIndex, int tableIndex, FunctionType type) {
		this.calls.add(new Target.Indirect(typeIndex, tableIndex));
	}

	@Override
	public void callReference(int typeIndex, FunctionType type) {
		this.calls.add(Target.Indirect.byReference(typeIndex));
	}

	/// What has been heard of.
	Set<Target.Indirect> calls() {
		return this.calls;
	}

}
