package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.pass.PlaceEvents.Event;
import org.jspecify.annotations.Nullable;

/// Which loads read what a load or store before them had in its hands, whatever way
/// control has come; and which loads and stores these are.
///
/// A place is known behind an access to it, until something may write to its bytes (a
/// store that is not certainly apart from it, a call) or the variable of its address
/// changes. Lines are visited from the first to the last as long as something changes that
/// they begin with, and then from the last to the first, to find out for whom a place has
/// to be known.
final class KnownPlaces {

	private static final int BITS = Long.SIZE;

	/// 16 MB of bits in each of four tables.
	private static final int MOST_WORDS = 2 << 20;

	private static final int MOST_PLACES = 1 << 11;

	private static final int NONE = -1;

	private final FlowGraph graph;

	private final PlaceEvents events;

	/// The places that it pays to know, by their bit.
	private final List<Place> places = new ArrayList<>();

	/// For each place its bit, or [#NONE].
	private final int[] bits;

	private final int words;

	/// For each place what stays known when it is stored to.
	private final long[] @Nullable [] apart;

	/// For each variable of an address what stays known when it changes.
	private final Map<Variable, long[]> independent = new HashMap<>();

	private final long[] nothing;

	private final long[] known;

	private final long[] wanted;

	private final BitSet forwarded = new BitSet();

	private final BitSet keeping = new BitSet();

	private KnownPlaces(Body body, PlaceEvents events) {
		this.graph = FlowGraph.of(body);
		this.events = events;
		this.bits = new int[events.places().size()];
		choosePlaces();
		this.words = (this.places.size() + BITS - 1) / BITS;
		this.apart = new long[events.places().size()][];
		this.nothing = new long[this.words];
		this.known = new long[this.words * this.graph.size()];
		this.wanted = new long[this.words * this.graph.size()];
		if (this.words > 0) {
			findRoots();
			findKnown(linesWithNothing(body));
			decide();
		}
	}

	/// What is known in a body.
	static KnownPlaces of(Body body, PlaceEvents events) {
		return new KnownPlaces(body, events);
	}

	/// Whether any load need not be executed.
	boolean isOfUse() {
		return !this.forwarded.isEmpty();
	}

	/// Whether a load need not be executed.
	/// @param access its number
	boolean isForwarded(int access) {
		return this.forwarded.get(access);
	}

	/// Whether a load or store has to keep the value.
	/// @param access its number
	boolean keeps(int access) {
		return this.keeping.get(access);
	}

	private void choosePlaces() {
		int most = Math.min(MOST_PLACES, MOST_WORDS / Math.max(1, this.graph.size()) * BITS);
		Arrays.fill(this.bits, NONE);
		for (int place = 0; place < this.bits.length && this.places.size() < most; place++) {
			if (this.events.isOfInterest(place)) {
				this.bits[place] = this.places.size();
				this.places.add(this.events.places().get(place));
			}
		}
	}

	private void findRoots() {
		for (int bit = 0; bit < this.places.size(); bit++) {
			Variable root = this.places.get(bit).root();
			if (root != null) {
				clear(this.independent.computeIfAbsent(root, (any) -> all()), bit);
			}
		}
	}

	// Control comes into handlers from anywhere, and nothing is known where it does not
	// come, so that nobody wants to know anything there.
	private BitSet linesWithNothing(Body body) {
		BitSet lines = new BitSet();
		boolean[] reachable = this.graph.reachable();
		for (int line = 0; line < reachable.length; line++) {
			lines.set(line, line == 0 || !reachable[line]);
		}
		for (Statement statement : body.statements()) {
			if (statement instanceof Enter enter && enter.region().isHandled()) {
				lines.set(this.graph.line(enter.region().handler()));
			}
		}
		return lines;
	}

	// Known

	// At first everything is known nearly everywhere, and each line takes away what is
	// not known at its end.
	private void findKnown(BitSet linesWithNothing) {
		int lines = this.graph.size();
		long[][] stays = new long[lines][];
		long[][] comes = new long[lines][];
		for (int line = 0; line < lines; line++) {
			stays[line] = all();
			comes[line] = new long[this.words];
			for (Event event : events(line)) {
				pass(event, comes[line]);
				keepOnly(left(event), stays[line]);
			}
			long first = linesWithNothing.get(line) ? 0 : -1;
			Arrays.fill(this.known, line * this.words, (line + 1) * this.words, first);
		}
		BitSet pending = new BitSet(lines);
		pending.set(0, lines);
		for (int line = 0; line >= 0; line = next(pending, line)) {
			pending.clear(line);
			long[] after = known(line);
			for (int word = 0; word < this.words; word++) {
				after[word] = after[word] & stays[line][word] | comes[line][word];
			}
			for (int number = this.graph.successorStart(line); number < this.graph.successorEnd(line); number++) {
				if (meet(this.graph.successor(number), after)) {
					pending.set(this.graph.successor(number));
				}
			}
		}
	}

	private static int next(BitSet pending, int line) {
		int next = pending.nextSetBit(line + 1);
		return (next >= 0) ? next : pending.nextSetBit(0);
	}

	private boolean meet(int line, long[] arriving) {
		boolean changed = false;
		for (int word = 0; word < this.words; word++) {
			int at = line * this.words + word;
			changed |= (this.known[at] & ~arriving[word]) != 0;
			this.known[at] &= arriving[word];
		}
		return changed;
	}

	private long[] known(int line) {
		return Arrays.copyOfRange(this.known, line * this.words, (line + 1) * this.words);
	}

	private List<Event> events(int line) {
		return this.events.between(this.graph.start(line), this.graph.end(line));
	}

	// What is known behind an event, from what is known before it.
	private void pass(Event event, long[] known) {
		keepOnly(left(event), known);
		int bit = found(event);
		if (bit != NONE) {
			known[bit / BITS] |= 1L << bit;
		}
	}

	private static void keepOnly(long @Nullable [] kept, long[] known) {
		for (int word = 0; kept != null && word < known.length; word++) {
			known[word] &= kept[word];
		}
	}

	/// What stays known, null for everything.
	private long @Nullable [] left(Event event) {
		return switch (event) {
			case Event.Loaded _ -> null;
			case Event.Stored stored -> apart(stored.place());
			case Event.Written _ -> this.nothing;
			case Event.Assigned assigned -> this.independent.get(assigned.variable());
		};
	}

	private long[] apart(int stored) {
		long[] apart = this.apart[stored];
		if (apart == null) {
			apart = new long[this.words];
			for (int bit = 0; bit < this.places.size(); bit++) {
				if (this.events.places().get(stored).isApartFrom(this.places.get(bit))) {
					apart[bit / BITS] |= 1L << bit;
				}
			}
			this.apart[stored] = apart;
		}
		return apart;
	}

	/// The place that is known from an event on.
	private int found(Event event) {
		return switch (event) {
			case Event.Loaded loaded -> loaded.movable() ? this.bits[loaded.place()] : NONE;
			case Event.Stored stored -> this.bits[stored.place()];
			case Event.Written _, Event.Assigned _ -> NONE;
		};
	}

	// Decisions

	private void decide() {
		for (int line = 0; line < this.graph.size(); line++) {
			long[] now = known(line);
			for (Event event : events(line)) {
				if (event instanceof Event.Loaded loaded && isSet(now, this.bits[loaded.place()])) {
					this.forwarded.set(loaded.access());
				}
				pass(event, now);
			}
		}
		if (isOfUse()) {
			findWanted();
		}
	}

	private void findWanted() {
		Predecessors predecessors = new Predecessors(this.graph);
		BitSet pending = new BitSet(this.graph.size());
		pending.set(0, this.graph.size());
		for (int line = this.graph.size() - 1; line >= 0; line = previous(pending, line)) {
			pending.clear(line);
			if (want(line)) {
				for (int number = predecessors.start(line); number < predecessors.end(line); number++) {
					pending.set(predecessors.line(number));
				}
			}
		}
	}

	private static int previous(BitSet pending, int line) {
		int previous = pending.previousSetBit(line - 1);
		return (previous >= 0) ? previous : pending.length() - 1;
	}

	// Who keeps a value that was not wanted when the line was looked at before is not
	// asked again, as what is wanted only becomes more.
	private boolean want(int line) {
		long[] now = new long[this.words];
		for (int number = this.graph.successorStart(line); number < this.graph.successorEnd(line); number++) {
			int base = this.graph.successor(number) * this.words;
			for (int word = 0; word < this.words; word++) {
				now[word] |= this.wanted[base + word];
			}
		}
		for (Event event : events(line).reversed()) {
			switch (event) {
				case Event.Loaded loaded when isForwarded(loaded.access()) -> set(now, this.bits[loaded.place()]);
				case Event.Loaded loaded -> give(loaded.access(), found(event), now);
				case Event.Stored stored -> give(stored.access(), found(event), now);
				case Event.Written _, Event.Assigned _ -> {
				}
			}
		}
		int base = line * this.words;
		boolean changed = !Arrays.equals(now, 0, this.words, this.wanted, base, base + this.words);
		System.arraycopy(now, 0, this.wanted, base, this.words);
		return changed;
	}

	private void give(int access, int bit, long[] wanted) {
		if (isSet(wanted, bit)) {
			this.keeping.set(access);
			clear(wanted, bit);
		}
	}

	// Bits

	private long[] all() {
		long[] all = new long[this.words];
		Arrays.fill(all, -1);
		return all;
	}

	private static boolean isSet(long[] set, int bit) {
		return bit != NONE && (set[bit / BITS] & 1L << bit) != 0;
	}

	private static void set(long[] set, int bit) {
		set[bit / BITS] |= 1L << bit;
	}

	private static void clear(long[] set, int bit) {
		set[bit / BITS] &= ~(1L << bit);
	}

}
