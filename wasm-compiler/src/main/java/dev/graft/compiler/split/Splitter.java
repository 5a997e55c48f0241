package dev.graft.compiler.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.pass.Analysis;
import dev.graft.compiler.pass.Loops;
import dev.graft.compiler.pass.MeasuredBody;
import dev.graft.compiler.split.ColdRanges.Wanted;

/// Cuts a body until every part is small enough.
///
/// Rounds of good cuts come first, at first such as leave the likely way through the body
/// where it is ([ColdRanges]), then any that leave loops whole ([CutFinder]); each
/// replaces runs of statements by calls, and a later round may cut out runs that contain
/// such calls. When there are no
/// good cuts left and the body is still too large, it is cut into consecutive ranges
/// wherever that may be ([Partition]), which is always possible.
public final class Splitter {

	/// After looking at so many statements and variables for good cuts, any cuts will do;
	/// after three times as many, none. No body that a compiler has made comes near;
	/// others may be made to keep us busy.
	private static final long MOST_EFFORT = 50_000_000;

	/// As what part of the largest piece a range is large.
	private static final int LARGE = 16;

	/// As what part of the largest piece a range is just large enough.
	private static final int SMALL = 64;

	/// From so many pieces on they are analysed again when they are emitted, as memory
	/// would not hold all that is known of them.
	private static final int MANY_PIECES = 1_000;

	private final MethodLimits limits;

	private final Function<Analysis, MeasuredBody> measure;

	private final BiConsumer<Kind, Integer> transfers;

	private final int earlier;

	private final List<Analysis> pieces = new ArrayList<>();

	private final Demand demand;

	private long effort;

	private Splitter(MethodLimits limits, Demand demand, Function<Analysis, MeasuredBody> measure,
			BiConsumer<Kind, Integer> transfers, int earlier) {
		this.earlier = earlier;
		this.limits = limits;
		this.demand = demand;
		this.measure = measure;
		this.transfers = transfers;
	}

	/// Cuts a body.
	/// @param whole the body; its statements are replaced
	/// @param limits how large parts may be
	/// @param demand when to give up
	/// @param measure tells how many bytes each statement of a body takes
	/// @param transfers is told how many transfer fields of each kind have to exist
	/// @param surroundings what the body is a part of
	/// @return the pieces, and what is left of the body behind them; calls refer to
	/// pieces by number, the first one of these behind those that there were before, and
	/// a piece only calls those before it
	public static List<Analysis> split(Analysis whole, MethodLimits limits, Demand demand,
			Function<Analysis, MeasuredBody> measure, BiConsumer<Kind, Integer> transfers, Surroundings surroundings) {
		Splitter splitter = new Splitter(limits, demand, measure, transfers, surroundings.pieces());
		splitter.pieces.add(splitter.split(whole, surroundings.levels(), Integer.MAX_VALUE, surroundings.taken()));
		return splitter.pieces;
	}

	/*
	 * What a cut saves is an estimate, so cutting goes on only as long as bodies really
	 * become smaller: first with good ranges, then with any. A loop that stays whole may
	 * be larger than other bodies. A body that resists both, such as one that keeps a
	 * thousand variables alive across a call, stays as large as it is if that is
	 * acceptable. The same goes for a piece that is hardly smaller than what it was cut
	 * from: what it begins and ends with takes most of it, and so it would be with its
	 * own pieces, and theirs.
	 */
	private Analysis split(Analysis whole, int levels, int enclosingSize, Map<Kind, Integer> taken) {
		Body body = whole.body();
		MeasuredBody measured = cutLoops(this.measure.apply(whole), levels, taken);
		if (measured.totalSize() > enclosingSize / 10 * 9) {
			checkFits(measured.totalSize());
			return measured.analysis();
		}
		Search search = Search.LIKELY_WAY;
		while (measured.totalSize() > this.limits.most()) {
			int before = measured.totalSize();
			BodyFacts facts = new BodyFacts(measured);
			if (search.keepsLoops() && isLoop(facts)) {
				break;
			}
			List<Range> ranges = find(search, facts);
			boolean last = search == Search.ANY_RANGES;
			if (last && !isEnough(ranges, before)) {
				List<int[]> parts = Router.route(facts, this.limits.piece() / 2);
				this.effort += facts.effort();
				facts = new BodyFacts(this.measure.apply(Analysis.of(body)));
				ranges = facts.possibleRanges(parts);
			}
			if (!last && !isProgress(ranges, before)) {
				search = next(search, before);
				this.effort += facts.effort();
				continue;
			}
			cut(facts, ranges, 0, before, taken);
			this.effort += facts.effort();
			measured = this.measure.apply(Analysis.of(body));
			boolean exhausted = this.effort > 3 * MOST_EFFORT;
			if (measured.totalSize() >= before || exhausted) {
				if (last || exhausted) {
					checkFits(measured.totalSize());
					break;
				}
				search = Search.ANY_RANGES;
			}
		}
		return measured.analysis();
	}

	/*
	 * What runs in a loop of a method that is called once is code that HotSpot has
	 * compiled for going on in the middle of the innermost loop; nor does it begin before
	 * that has had sixty thousand rounds. A method that is called in each round of the
	 * loop around it is compiled like any other.
	 */
	private MeasuredBody cutLoops(MeasuredBody measured, int levels, Map<Kind, Integer> taken) {
		Body body = measured.analysis().body();
		if (levels == 0 || !Loops.areIn(body)) {
			return measured;
		}
		BodyFacts facts = new BodyFacts(measured);
		List<Range> loops = facts.hasDispatch() ? List.of() : facts.loopsInLoops(MOST_EFFORT - this.effort);
		this.effort += facts.effort();
		if (loops.isEmpty()) {
			return measured;
		}
		cut(facts, loops, levels - 1, Integer.MAX_VALUE, taken);
		return this.measure.apply(Analysis.of(body));
	}

	// Whether there is little but a loop that is not cut into, and it can be compiled
	// with what it begins and ends with.
	private boolean isLoop(BodyFacts facts) {
		return facts.totalSize() <= this.demand.largest && wholeLoops(facts).largest() > facts.totalSize() / 4 * 3;
	}

	private WholeLoops wholeLoops(BodyFacts facts) {
		return facts.wholeLoops(this.limits.loop(), this.limits.line());
	}

	private List<Range> find(Search search, BodyFacts facts) {
		return switch (search) {
			case LIKELY_WAY -> facts.hasDispatch() ? List.of()
					: coldRanges(facts, Wanted.besideLikelyWay(wholeLoops(facts), this.limits), MOST_EFFORT / 2);
			case WHOLE_LOOPS -> goodRanges(facts, this.limits.piece() / LARGE, false, wholeLoops(facts));
			case LARGE_RANGES -> goodRanges(facts, this.limits.piece() / LARGE, false, facts.wholeLoops(0, 0));
			case SMALL_CASES -> goodRanges(facts, this.limits.piece() / SMALL, true, facts.wholeLoops(0, 0));
			case COLD_RANGES -> facts.hasDispatch()
					? coldRanges(facts, Wanted.ofInterpreter(facts.wholeLoops(0, 0), this.limits), MOST_EFFORT)
					: List.of();
			case AROUND_SWITCHES -> new Partition(facts, this.limits).aroundSwitches();
			case ANY_RANGES -> new Partition(facts, this.limits).everything();
		};
	}

	private List<Range> coldRanges(BodyFacts facts, Wanted wanted, long mostEffort) {
		return new ColdRanges(facts, this.limits.piece(), wanted, mostEffort - this.effort).find();
	}

	private List<Range> goodRanges(BodyFacts facts, int smallest, boolean onlyCases, WholeLoops loops) {
		return new CutFinder(facts, this.limits, smallest, onlyCases, loops, MOST_EFFORT - this.effort).find();
	}

	private Search next(Search search, int bytes) {
		Search next = search.next();
		if (this.demand.onlyGood && !next.isGood()) {
			throw new UncuttableBodyException(bytes);
		}
		return next;
	}

	private void checkFits(int bytes) {
		if (bytes > this.demand.largest) {
			throw new UncuttableBodyException(bytes);
		}
	}

	// A few small cuts in a huge body would only fill it with calls.
	private boolean isProgress(List<Range> ranges, int size) {
		int gain = ranges.stream().mapToInt((range) -> range.bytes() - range.cost()).sum();
		return gain * 20 > size;
	}

	// Whether there are so few jumps between ranges that their calls are much smaller.
	private boolean isEnough(List<Range> ranges, int size) {
		int gain = ranges.stream().mapToInt((range) -> range.bytes() - range.cost()).sum();
		return size - gain <= Math.max(this.limits.goal(), size / 4);
	}

	private void cut(BodyFacts facts, List<Range> ranges, int levels, int size, Map<Kind, Integer> taken) {
		Cuts cuts = new Cuts(facts, this.limits.contrary(), taken, this.transfers);
		// Entries and exits may have made it too large again.
		cuts.make(ranges, (piece, counts) -> {
			Analysis part = split(Analysis.of(piece), levels, size, counts);
			if (this.pieces.size() >= MANY_PIECES) {
				part.forget();
			}
			this.pieces.add(part);
			return this.earlier + this.pieces.size();
		});
	}

	/// Ways to find ranges, from those that make the best code to the one that always
	/// finds some.
	private enum Search {

		LIKELY_WAY, WHOLE_LOOPS, LARGE_RANGES, SMALL_CASES, COLD_RANGES, AROUND_SWITCHES, ANY_RANGES;

		Search next() {
			return switch (this) {
				case LIKELY_WAY -> WHOLE_LOOPS;
				case WHOLE_LOOPS -> LARGE_RANGES;
				case LARGE_RANGES -> SMALL_CASES;
				case SMALL_CASES -> COLD_RANGES;
				case COLD_RANGES -> AROUND_SWITCHES;
				case AROUND_SWITCHES, ANY_RANGES -> ANY_RANGES;
			};
		}

		boolean isGood() {
			return keepsLoops() || this == LARGE_RANGES || this == SMALL_CASES;
		}

		boolean keepsLoops() {
			return this == LIKELY_WAY || this == WHOLE_LOOPS;
		}

	}

	/// What a body is a part of.
	///
	/// @param pieces how many pieces there are already that its calls may refer to
	/// @param taken for each kind: how many transfer fields are in use around it
	/// @param levels how deep loops in loops become pieces before anything else does
	public record Surroundings(int pieces, Map<Kind, Integer> taken, int levels) {

	}

	/// When a body counts as one that cannot be cut.
	///
	/// @param largest how large a part may stay that cannot be cut
	/// @param onlyGood whether there have to be cuts that nothing jumps across into the
	/// middle of a piece
	public record Demand(int largest, boolean onlyGood) {

		/// Any cuts will do.
		public static final Demand ANYTHING = new Demand(MethodLimits.MOST_POSSIBLE, false);

		/// The demand on a body that some bytes will be added to.
		public Demand lessBy(int bytes) {
			return new Demand(this.largest - bytes, this.onlyGood);
		}

	}

}
