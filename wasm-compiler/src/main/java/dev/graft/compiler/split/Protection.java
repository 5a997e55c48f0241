package dev.graft.compiler.split;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Leave;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which regions are open at each position of a body.
final class Protection {

	private final List<Statement> statements;

	/// What is open before each statement and at the end; empty if there is no region in
	/// the body.
	private final List<@Nullable Nest> nests;

	Protection(Body body) {
		this.statements = body.statements();
		boolean found = this.statements.stream().anyMatch(Enter.class::isInstance);
		this.nests = found ? findNests() : List.of();
	}

	private List<@Nullable Nest> findNests() {
		List<@Nullable Nest> found = new ArrayList<>(this.statements.size() + 1);
		Nest open = null;
		for (Statement statement : this.statements) {
			found.add(open);
			if (statement instanceof Enter enter) {
				open = new Nest(enter.region(), open, (open != null) ? open.depth + 1 : 1);
			}
			else if (statement instanceof Leave && open != null) {
				open = open.outer;
			}
		}
		found.add(open);
		return found;
	}

	/// Whether there is no region in the body.
	boolean isEmpty() {
		return this.nests.isEmpty();
	}

	private @Nullable Nest nest(int position) {
		return this.nests.isEmpty() ? null : this.nests.get(position);
	}

	/// The region that handles what the statement at a position throws; null if it throws
	/// nothing, or nothing that the body handles.
	@Nullable Region region(int position) {
		Nest nest = nest(position);
		return (nest != null && nest.region.isHandled() && isThrowing(position)) ? nest.region : null;
	}

	/// Whether the statement at a position throws.
	boolean isThrowing(int position) {
		return (this.statements.get(position).effects() & Effects.THROWS) != 0;
	}

	/// Whether no region begins or ends between a position and the border of a range, so
	/// that what is around the whole range is what is around the position.
	boolean isAround(Borders borders, int position) {
		return nest(position) == borders.around;
	}

	/// How regions and a range overlap.
	Borders borders(int from, int to) {
		if (this.nests.isEmpty()) {
			return Borders.NONE;
		}
		Nest around = nest(from);
		for (int position = from; position <= to; position++) {
			Nest nest = nest(position);
			if (nest == null || around == null || nest.depth < around.depth) {
				around = (around != null) ? nest : null;
			}
		}
		return new Borders(around, inside(nest(from), around), inside(nest(to), around));
	}

	// From the outermost to the innermost.
	private static List<Region> inside(@Nullable Nest innermost, @Nullable Nest around) {
		List<Region> regions = new ArrayList<>();
		for (Nest nest = innermost; nest != null && nest != around; nest = nest.outer) {
			regions.add(nest.region);
		}
		Collections.reverse(regions);
		return regions;
	}

	/// A region that is open, and those around it.
	static final class Nest {

		private final Region region;

		private final @Nullable Nest outer;

		private final int depth;

		private Nest(Region region, @Nullable Nest outer, int depth) {
			this.region = region;
			this.outer = outer;
			this.depth = depth;
		}

	}

	/// How regions and a range overlap.
	///
	/// @param around the innermost region around the whole range, null if there is none
	/// @param closed the regions around the range's beginning that end in it, the
	/// innermost last
	/// @param opened the regions that begin in it and go on behind it, the innermost last
	record Borders(@Nullable Nest around, List<Region> closed, List<Region> opened) {

		static final Borders NONE = new Borders(null, List.of(), List.of());

		/// The region around the whole range, if exceptions lead anywhere from there.
		@Nullable Region handledAround() {
			return (this.around != null && this.around.region.isHandled()) ? this.around.region : null;
		}

	}

}
