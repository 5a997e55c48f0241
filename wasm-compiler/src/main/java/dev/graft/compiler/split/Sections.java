package dev.graft.compiler.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.pass.Analysis;
import dev.graft.compiler.pass.MeasuredBody;
import org.jspecify.annotations.Nullable;

/// Divides a body beyond all measure into sections, one after the other, each of which is
/// a piece that is cut and emitted before there is the next one.
///
/// To find good cuts takes more than the body itself: what is known of all of it, and all
/// pieces until the last one is made. So that is done for a section at a time. Sections
/// are the parts of a [Router], however many jumps lead from one to another, and have no
/// more in common with those that come before and behind than what is alive there.
public final class Sections {

	private final Body body;

	/// The label before each section, and the first one behind the last section.
	private final List<Label> tops;

	private final @Nullable Label handlers;

	private Sections(Body body, List<int[]> parts) {
		this.body = body;
		this.tops = parts.stream().map((part) -> labelAt(body, part[0] - 1)).toList();
		int end = parts.getLast()[1];
		this.handlers = (end < body.statements().size()) ? labelAt(body, end) : null;
	}

	/// Whether a body is to be divided.
	/// @param most as many nodes as one may have that is not
	public static boolean isHuge(Body body, int most) {
		long nodes = 0;
		for (Statement statement : body.statements()) {
			nodes += nodes(statement);
		}
		return nodes > most;
	}

	private static int nodes(Statement statement) {
		int nodes = (statement instanceof Switch table) ? 1 + table.targets().length : 1;
		for (int number = 0; number < statement.operandCount(); number++) {
			nodes += statement.operand(number).nodes();
		}
		return nodes;
	}

	/// Rewrites a body so that it can be divided.
	/// @param nodes how many nodes a section has
	public static Sections route(Body body, int nodes) {
		BodyFacts facts = facts(Analysis.among(new BitSet(), body));
		return new Sections(body, Router.route(facts, starts(facts, nodes)));
	}

	private static Label labelAt(Body body, int position) {
		return ((Mark) body.statements().get(position)).label();
	}

	/// What is known of the body as a whole: of variables that matter in one section
	/// only, of which there may be hundreds of thousands, nothing.
	public Analysis analysis() {
		return Analysis.among(new SharedVariables(this.body, parts()).find(), this.body);
	}

	private List<int[]> parts() {
		int[] places = new int[this.body.variables().labels()];
		List<Statement> statements = this.body.statements();
		for (int position = 0; position < statements.size(); position++) {
			if (statements.get(position) instanceof Mark mark) {
				places[mark.label().number()] = position;
			}
		}
		List<int[]> parts = new ArrayList<>();
		for (int part = 0; part < this.tops.size(); part++) {
			int from = places[this.tops.get(part).number()] + 1;
			Label behind = (part + 1 < this.tops.size()) ? this.tops.get(part + 1) : this.handlers;
			parts.add(new int[] { from, (behind != null) ? places[behind.number()] : statements.size() });
		}
		return parts;
	}

	/// Divides the body; what is left of it calls the sections, by numbers from 1.
	/// @param whole what is known of the body, which nobody needs any more then
	/// @param contrary whether as many parameters as possible are passed through fields
	/// @param transfers is told how many transfer fields of each kind have to exist
	/// @param action compiles a section
	public void divide(Analysis whole, boolean contrary, BiConsumer<Kind, Integer> transfers,
			Consumer<Section> action) {
		BodyFacts facts = facts(whole);
		whole.forget();
		int[] count = new int[1];
		new Cuts(facts, contrary, Map.of(), transfers).make(facts.possibleRanges(parts()), (piece, taken) -> {
			action.accept(new Section(piece, taken));
			return ++count[0];
		});
	}

	// How large something is counts in nodes here.
	private static BodyFacts facts(Analysis analysis) {
		int[] sizes = analysis.body().statements().stream().mapToInt(Sections::nodes).toArray();
		return new BodyFacts(new MeasuredBody(analysis, sizes));
	}

	private static int[] starts(BodyFacts facts, int nodes) {
		int[] starts = new int[16];
		int count = 0;
		int end = Router.reachableEnd(facts);
		for (int from = 0; from < end || count == 0; from = end(facts, from, end, nodes)) {
			if (count == starts.length) {
				starts = Arrays.copyOf(starts, count * 2);
			}
			starts[count++] = from;
		}
		return Arrays.copyOf(starts, count);
	}

	// In its last quarter, where fewest loops are divided, as each of their rounds would
	// come by the router.
	private static int end(BodyFacts facts, int from, int most, int nodes) {
		int best = most;
		int labels = 0;
		for (int position = from + 1; position < most; position++) {
			labels += (facts.steps().label(position - 1) >= 0) ? 1 : 0;
			int size = facts.bytes(from, position);
			boolean full = size > nodes || labels >= Router.MOST_ENTRIES;
			if ((full || size > nodes / 4 * 3) && facts.isCuttable(position)
					&& (best == most || facts.loopDepth(position) <= facts.loopDepth(best))) {
				best = position;
			}
			if (full && best < most) {
				return best;
			}
		}
		return most;
	}

	/// A section.
	///
	/// @param body what becomes a method with pieces of its own
	/// @param taken for each kind: how many transfer fields are in use in it
	public record Section(Body body, Map<Kind, Integer> taken) {
	}

}
