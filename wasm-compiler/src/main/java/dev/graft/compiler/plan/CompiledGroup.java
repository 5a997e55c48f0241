package dev.graft.compiler.plan;

import dev.graft.compiler.ir.Target;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What has become of the functions of one group.
///
/// @param classes the classes of the group
/// @param sites the sites of each of its functions
/// @param indirectCalls what they call through tables
/// @param tailArgumentTypes the types for which they leave arguments in the context
/// @param transfers what their pieces need to pass values
public record CompiledGroup(List<GeneratedClass> classes, List<int[]> sites, Set<Target.Indirect> indirectCalls,
		Set<Integer> tailArgumentTypes, TransferCounts transfers) {

	/// The same with its classes elsewhere.
	CompiledGroup moved(UnaryOperator<ByteBuffer> copy) {
		return new CompiledGroup(this.classes.stream().map((each) -> each.moved(copy)).toList(), this.sites,
				this.indirectCalls, this.tailArgumentTypes, this.transfers);
	}

}
