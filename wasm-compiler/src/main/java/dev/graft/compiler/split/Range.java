package dev.graft.compiler.split;

import java.util.List;

import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// A run of statements that could become a piece, and what crosses its borders.
///
/// @param from the position of its first statement
/// @param to the position behind its last
/// @param bytes the size of its code
/// @param fallsIn whether control comes in from the statement before
/// @param fallsOut whether control goes on with the statement behind it
/// @param returns whether it leaves the function
/// @param common whether others are likely to leave in the same way, so that what
/// follows its call is shared with them
/// @param entries labels in it that are jumped to from outside
/// @param exits labels outside that it jumps to
/// @param parameters variables whose value it needs
/// @param results variables whose value is needed after it
/// @param exceptions where exceptions lead
record Range(int from, int to, int bytes, boolean fallsIn, boolean fallsOut, boolean returns, boolean common,
		List<Label> entries, List<Label> exits, List<Variable> parameters, List<Variable> results,
		Exceptions exceptions) {

	private static final int MOST_PARAMETER_SLOTS = 200;

	private static final int CALL_BYTES = 6;

	private static final int PARAMETER_BYTES = 2;

	private static final int TRANSFER_BYTES = 5;

	private static final int RESULT_BYTES = 6;

	private static final int EXIT_BYTES = 6;

	private static final int ENTRY_BYTES = 6;

	private static final int SHARED_BYTES = 5;

	/// In how many ways it can be left.
	int exitCount() {
		return this.exits.size() + (this.fallsOut ? 1 : 0) + (this.returns ? 1 : 0);
	}

	/// About how many bytes stay behind when it is cut out.
	int cost() {
		return cost(this.parameters.size(), Parameters.transferred(this.parameters), this.results.size(),
				this.entries.size(), exitCount(), this.common);
	}

	/// What a range costs, of which is known how much crosses its borders. With less of
	/// anything it costs no more.
	/// @param transferred how many of the parameters come through fields
	static int cost(int parameters, int transferred, int results, int entries, int exitCount, boolean common) {
		int cost = CALL_BYTES + PARAMETER_BYTES * parameters + TRANSFER_BYTES * transferred;
		boolean alone = exitCount <= 1 && results <= 1;
		if (!alone && common) {
			cost += SHARED_BYTES;
		}
		else if (!alone) {
			cost += RESULT_BYTES * results + EXIT_BYTES * exitCount;
		}
		if (entries > 0) {
			cost += ENTRY_BYTES * (entries + 1);
		}
		return cost;
	}

	/// Whether a method can have that many parameters.
	boolean isPossible() {
		int slots = this.entries.isEmpty() ? 0 : 1;
		for (Variable parameter : this.parameters) {
			slots += parameter.kind().slots();
		}
		return slots <= MOST_PARAMETER_SLOTS;
	}

	/// Where exceptions lead.
	///
	/// @param closed the regions around its beginning that end in it, the innermost last
	/// @param opened the regions that begin in it and go on behind it, the innermost last
	/// @param wrapping the region around all of it if its exceptions cannot just pass
	/// through the call of the piece
	/// @param escaping whether some of its exceptions leave the function, although there
	/// is a region around it
	/// @param thrown whether some exceptions leave it other than by an exit
	record Exceptions(List<Region> closed, List<Region> opened, @Nullable Region wrapping, boolean escaping,
			boolean thrown) {

		/// Those of a range that has no region around it and none in it.
		static Exceptions unhandled(boolean thrown) {
			return new Exceptions(List.of(), List.of(), null, false, thrown);
		}

	}

}
