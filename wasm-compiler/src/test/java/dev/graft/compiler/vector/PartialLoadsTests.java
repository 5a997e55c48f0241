package dev.graft.compiler.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.ir.VectorLoad;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartialLoadsTests {

	private final Body.Variables variables = new Body.Variables();

	private final Variable address = this.variables.variable(Kind.INT);

	private final PartialLoads loads = new PartialLoads();

	/// What is added to the variable, and what the instruction adds: of the vector, and
	/// of the part.
	@ParameterizedTest
	@CsvSource({ "0,0,0,12", "0,100,0,104", "8,100,12,100", "8,100,12,104", "8,100,20,92", "-8,100,-4,96",
			"-8,100,0,100", "0,4294967280,0,4294967288" })
	void partsOfWhatHasBeenLoaded(int constant, long offset, int partConstant, long partOffset) {
		assertThat(part(constant, offset, partConstant, partOffset)).contains("i8x16.shuffle");
	}

	/// If the lesser constant makes the sum wrap around, only the part is out of bounds.
	@ParameterizedTest
	@CsvSource({ "0,100,0,96", "0,100,0,113", "8,100,4,104", "0,100,-16,116", "16,0,0,20", "0,0,13,0",
			"0,0,0,4294967295", "-2147483648,0,2147483647,4" })
	void partsThatLieElsewhereOrMayBeOutOfBoundsByThemselves(int constant, long offset, int partConstant,
			long partOffset) {
		assertThat(part(constant, offset, partConstant, partOffset)).contains("i32.load");
	}

	@Test
	void nothingIsKnownOfAnotherVariable() {
		load(0, 0);
		Variable other = this.variables.variable(Kind.INT);
		Vector part = part(Read.of(other), 0);
		assertThat(this.loads.reused(part)).isSameAs(part);
	}

	private String part(int constant, long offset, int partConstant, long partOffset) {
		load(constant, offset);
		return this.loads.reused(part(sum(partConstant), partOffset)).toString();
	}

	private void load(int constant, long offset) {
		Access access = Access.of(MemoryAccessOp.I64_LOAD, 0, offset, 0);
		this.loads.assigned(new Assign(this.variables.temporary(Kind.VECTOR), new VectorLoad(access, sum(constant))));
	}

	private static Vector part(Expression address, long offset) {
		Load load = new Load(Access.of(MemoryAccessOp.I32_LOAD, 0, offset, 0), address);
		return Vector.of(VectorOp.I32X4_REPLACE_LANE, 0, new VectorConstant(0, 0), load);
	}

	private Expression sum(int constant) {
		Read read = Read.of(this.address);
		return (constant != 0) ? new Numeric(NumericOp.I32_ADD, 0, read, Constant.ofInt(constant)) : read;
	}

}
