package dev.graft.compiler.split;

/// How large methods may become, in bytes of bytecode.
///
/// @param most a method with more is cut
/// @param goal how large the method that remains should be
/// @param piece how large a piece may be
/// @param loop how large a loop may be that stays whole, in a piece or in what remains
/// @param line how large it may be if its round is a straight line, and how large a body
/// of lanes without a loop may be that stays whole
/// @param slots how many slots of a frame variables may take if it is cut, others being
/// kept in arrays; fewer if it cannot be cut like that
/// @param nodes of how many nodes a body may be that is looked at as a whole; one of more
/// is divided into sections first
/// @param levels how deep loops in loops become pieces, each a piece of the one around it,
/// in a function that hardly ever runs
/// @param contrary whether what is otherwise decided by costs is decided the other way, to
/// test what is rarely chosen
public record MethodLimits(int most, int goal, int piece, int loop, int line, int slots, int nodes, int levels,
		boolean contrary) {

	/// HotSpot compiles no method that is larger.
	public static final int MOST_COMPILED = 8_000;

	/// A little less than what class files allow, since sizes are measured before jumps
	/// are laid out.
	public static final int MOST_POSSIBLE = 60_000;

	/// HotSpot compiles methods of up to 8,000 bytes, but each loop of a method becomes a
	/// compilation of the whole method, so that programs of smaller ones are at speed
	/// sooner.
	public static final MethodLimits DEFAULT = new MethodLimits(3_000, 2_000, 2_000, 4_500, 7_400, 400, 1_000_000, 2,
			false);

	/// Cuts everything into small pieces, to test that this changes nothing.
	public static final MethodLimits TINY = new MethodLimits(120, 80, 100, 0, 0, 16, DEFAULT.nodes, DEFAULT.levels,
			true);

	/// Divides all but short bodies into sections first, to test that this changes
	/// nothing.
	public static final MethodLimits TINY_SECTIONS = new MethodLimits(TINY.most, TINY.goal, TINY.piece, TINY.loop,
			TINY.line, TINY.slots, 400, TINY.levels, true);

	/// As far as every jump reaches. Longer ones make ASM lay the method out once more,
	/// where it fails for some that jump back from the middle of a large switch.
	private static final int MOST_NEAR = 32_000;

	/// Cuts only what might be no valid method otherwise.
	public static final MethodLimits UNCUT = new MethodLimits(MOST_NEAR, MOST_NEAR - 2_000, MOST_NEAR / 2, 0, 0,
			DEFAULT.slots, DEFAULT.nodes, 0, false);

	/// For a body around a large switch in a loop. What is cut from it is called with
	/// each round, so it stays as large as HotSpot bears.
	public MethodLimits ofInterpreter() {
		return ofInstruction().withoutWholeLoops();
	}

	/// For a body around a large switch that is in no loop, as it is called for each
	/// instruction. Its loops are like those of other bodies.
	public MethodLimits ofInstruction() {
		return equals(DEFAULT) ? new MethodLimits(7_000, 6_000, 3_500, this.loop, this.line, this.slots, this.nodes,
				this.levels, this.contrary) : this;
	}

	private MethodLimits withoutWholeLoops() {
		return new MethodLimits(this.most, this.goal, this.piece, 0, 0, this.slots, this.nodes, this.levels,
				this.contrary);
	}

}
