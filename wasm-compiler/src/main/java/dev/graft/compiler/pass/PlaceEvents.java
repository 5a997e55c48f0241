package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.artifact.type.ExternalType;
import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Statement.VectorStore;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// What happens to the places of a body's memories, in order. Loads and stores are
/// numbered alike, in the order in which they are executed.
///
/// What happens at once is as if it happened in order, since operands are evaluated before
/// what they are operands of.
final class PlaceEvents {

	/// Of shared memories nothing stays known, as other threads write to them.
	private final List<ExternalType.Memory> memories;

	private final Map<Place, Integer> numbers = new HashMap<>();

	private final List<Place> places = new ArrayList<>();

	/// How often each place is accessed, and how often it is loaded from.
	private int[] accesses = new int[16];

	private int[] loads = new int[16];

	private final List<Event> events = new ArrayList<>();

	/// For each statement its first event.
	private final int[] starts;

	private int counted;

	/// Whether something has been evaluated in the statement that a trap must not come
	/// before, other than loads: all of them trap alike.
	private boolean pinned;

	private PlaceEvents(Body body, List<ExternalType.Memory> memories) {
		this.memories = memories;
		List<Statement> statements = body.statements();
		this.starts = new int[statements.size() + 1];
		for (int position = 0; position < statements.size(); position++) {
			this.starts[position] = this.events.size();
			this.pinned = false;
			find(statements.get(position));
		}
		this.starts[statements.size()] = this.events.size();
	}

	/// The events of a body.
	static PlaceEvents of(Body body, List<ExternalType.Memory> memories) {
		return new PlaceEvents(body, memories);
	}

	private void find(Statement statement) {
		for (int number = 0; number < statement.operandCount(); number++) {
			find(statement.operand(number));
		}
		switch (statement) {
			case Store store -> {
				Place place = place(store.access(), store.address());
				int access = this.counted++;
				this.events.add((place != null) ? new Event.Stored(access, number(place)) : Event.Written.ANYWHERE);
			}
			case VectorStore _ -> this.events.add(Event.Written.ANYWHERE);
			case Assign assign -> this.events.add(new Event.Assigned(assign.variable()));
			default -> {
			}
		}
	}

	private void find(Expression tree) {
		for (int number = 0; number < tree.operandCount(); number++) {
			find(tree.operand(number));
		}
		switch (tree) {
			case Load load -> {
				Place place = place(load.access(), load.operand(0));
				int access = this.counted++;
				if (place != null) {
					int number = number(place);
					this.loads[number]++;
					this.events.add(new Event.Loaded(access, number, !this.pinned));
				}
			}
			case Numeric numeric -> this.pinned |= numeric.site() != 0;
			case Select _ -> {
			}
			default -> {
				this.pinned |= !Effects.isRemovable(tree.effects());
				if ((tree.effects() & Effects.WRITES_MEMORY) != 0) {
					this.events.add(Event.Written.ANYWHERE);
				}
			}
		}
	}

	private @Nullable Place place(Access access, Expression address) {
		return this.memories.get(access.memoryIndex()).shared() ? null : Place.of(access, address);
	}

	private int number(Place place) {
		Integer known = this.numbers.putIfAbsent(place, this.places.size());
		int number = (known != null) ? known : this.places.size();
		if (known == null) {
			this.places.add(place);
			if (number == this.accesses.length) {
				this.accesses = Arrays.copyOf(this.accesses, number * 2);
				this.loads = Arrays.copyOf(this.loads, number * 2);
			}
		}
		this.accesses[number]++;
		return number;
	}

	/// All places, by their number.
	List<Place> places() {
		return this.places;
	}

	/// Whether a place is loaded from, and accessed more often than that.
	boolean isOfInterest(int place) {
		return this.loads[place] > 0 && this.accesses[place] > 1;
	}

	/// The events of statements.
	/// @param from the position of the first statement
	/// @param to the position behind the last one
	List<Event> between(int from, int to) {
		return this.events.subList(this.starts[from], this.starts[to]);
	}

	/// Something that happens.
	sealed interface Event {

		/// A load.
		///
		/// @param access its number
		/// @param place where from
		/// @param movable whether it may as well be executed in front of its statement
		record Loaded(int access, int place, boolean movable) implements Event {
		}

		/// A store.
		///
		/// @param access its number
		/// @param place where to
		record Stored(int access, int place) implements Event {
		}

		/// Memory is written to.
		enum Written implements Event {

			/// Nobody knows where.
			ANYWHERE

		}

		/// A variable gets another value.
		///
		/// @param variable the variable
		record Assigned(Variable variable) implements Event {
		}

	}

}
