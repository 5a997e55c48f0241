package dev.graft.compiler.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Transferred;
import org.jspecify.annotations.Nullable;

/// Which calls of pieces are followed by the same: the same results are fetched, and then
/// control goes on at the same places.
///
/// The cases of an interpreter that have been cut out look like that, dozens of them. If
/// they share what follows the last one, a call takes half the bytes, and a switch keeps
/// its calls in one method.
final class SharedTails {

	/// Fewer bytes are not worth a jump.
	private static final int LEAST_BYTES = 8;

	private static final int FETCH_BYTES = 6;

	private static final int JUMP_IF_BYTES = 5;

	private static final int SWITCH_BYTES = 20;

	/// The tails by the position of their first statement; only those that are shared.
	private final Map<Integer, Site> sites;

	private SharedTails(Map<Integer, Site> sites) {
		this.sites = sites;
	}

	/// The shared tails of a body.
	static SharedTails of(List<Statement> statements) {
		Map<List<Integer>, Tail> tails = new HashMap<>();
		Map<Integer, Site> found = new HashMap<>();
		int position = 0;
		while (position < statements.size()) {
			Site site = isFetch(statements.get(position)) ? site(statements, position, tails) : null;
			if (site != null) {
				site.tail.last = position;
				site.tail.count++;
				found.put(position, site);
			}
			position = (site != null) ? site.end : position + 1;
		}
		found.values().removeIf((site) -> site.tail.count == 1);
		return new SharedTails(found);
	}

	private static @Nullable Site site(List<Statement> statements, int from, Map<List<Integer>, Tail> tails) {
		List<Integer> key = new ArrayList<>();
		int bytes = 0;
		int position = from;
		while (position < statements.size() && statements.get(position) instanceof Assign assign
				&& assign.value() instanceof Transferred fetched) {
			key.add(assign.variable().index());
			key.add(fetched.index());
			bytes += FETCH_BYTES;
			position++;
		}
		key.add(-1);
		if (position < statements.size() && statements.get(position) instanceof JumpIf jump
				&& add(jump.condition(), key)) {
			key.add(jump.whenTrue() ? 1 : 0);
			key.add(jump.target().number());
			bytes += JUMP_IF_BYTES;
			position++;
		}
		else if (position < statements.size() && statements.get(position) instanceof Switch table
				&& add(table.index(), key)) {
			for (Label target : table.targets()) {
				key.add(target.number());
			}
			key.add(table.otherwise().number());
			return site(tails, key, position + 1, bytes + SWITCH_BYTES);
		}
		if (position == statements.size()) {
			return null;
		}
		return switch (statements.get(position)) {
			case Jump jump -> {
				key.add(jump.target().number());
				yield site(tails, key, position + 1, bytes);
			}
			case Mark mark -> {
				key.add(mark.label().number());
				yield site(tails, key, position, bytes);
			}
			default -> null;
		};
	}

	private static boolean add(Expression number, List<Integer> key) {
		if (number instanceof Read read) {
			key.add(read.variable().index());
			return true;
		}
		return false;
	}

	private static @Nullable Site site(Map<List<Integer>, Tail> tails, List<Integer> key, int end, int bytes) {
		return (bytes >= LEAST_BYTES) ? new Site(tails.computeIfAbsent(key, (_) -> new Tail()), end) : null;
	}

	private static boolean isFetch(Statement statement) {
		return statement instanceof Assign assign && assign.value() instanceof Transferred;
	}

	/// What begins at a position, if others share it.
	@Nullable Site at(int position) {
		return this.sites.isEmpty() ? null : this.sites.get(position);
	}

	/// One of the places where a tail stands.
	///
	/// @param tail the tail
	/// @param end the position behind it
	record Site(Tail tail, int end) {
	}

	/// What follows some calls.
	static final class Tail {

		private int count;

		private int last;

		/// The place from which it is shared: all others come before.
		int last() {
			return this.last;
		}

	}

}
