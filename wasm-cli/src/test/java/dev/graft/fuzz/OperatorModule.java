package dev.graft.fuzz;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import dev.graft.fuzz.GeneratedModule.Export;
import dev.graft.fuzz.PlainOps.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A module about one operator: each of its functions applies it to other operands, half
/// of them constants, half of them out of memory, and leaves the results in memory.
final class OperatorModule {

	private static final int FUNCTIONS = 48;

	private static final int RESULT_BYTES = 16;

	/// Where operands lie.
	private static final int OPERANDS = 4096;

	private static final FunctionType NOTHING = new FunctionType(List.of(), List.of());

	private final Scaffold module;

	private final Dice dice;

	private final Plain op;

	private final ByteSink operands = new ByteSink();

	private OperatorModule(Plain op, long seed, Set<Feature> features) {
		this.module = new Scaffold(features);
		this.dice = new Dice(seed * 1000 + op.op().opcode());
		this.op = op;
	}

	/// Makes a module.
	static GeneratedModule of(Plain op, long seed, Set<Feature> features) {
		return new OperatorModule(op, seed, features).generate(seed);
	}

	private GeneratedModule generate(long seed) {
		int nothing = this.module.types.function(NOTHING);
		List<byte[]> bodies = new ArrayList<>();
		List<Export> exports = new ArrayList<>();
		ByteSink exported = new ByteSink().unsigned(FUNCTIONS + 3);
		ByteSink functions = new ByteSink().unsigned(FUNCTIONS);
		for (int number = 0; number < FUNCTIONS; number++) {
			bodies.add(body(number));
			exports.add(new Export("f" + number, NOTHING));
			exported.name("f" + number).u8(0).unsigned(number);
			functions.unsigned(nothing);
		}
		exported.name("m0").u8(2).unsigned(0).name("t0").u8(1).unsigned(0).name("fuel").u8(3).unsigned(0);
		ByteSink code = new ByteSink().unsigned(FUNCTIONS);
		bodies.forEach(code::sized);
		ByteSink out = new ByteSink().raw(new byte[] { 0, 'a', 's', 'm', 1, 0, 0, 0 });
		section(out, 1, this.module.types.encode());
		section(out, 3, functions.toByteArray());
		section(out, 4, new byte[] { 1, 0x70, 0, 0 });
		section(out, 5, new byte[] { 1, 1, 1, 1 });
		section(out, 6, new byte[] { 1, 0x7F, 1, 0x41, 0, 0x0B });
		section(out, 7, exported.toByteArray());
		section(out, 10, code.toByteArray());
		ByteSink data = new ByteSink().u8(1).u8(0);
		Constants.address(data, NumberType.I32, OPERANDS);
		section(out, 11, data.u8(0x0B).sized(this.operands.toByteArray()).toByteArray());
		return new GeneratedModule(seed, this.module.features, out.toByteArray(), exports, List.of(), 1, List.of());
	}

	private static void section(ByteSink out, int id, byte[] contents) {
		out.u8(id).sized(contents);
	}

	/// Address, operands, operator, for each result a local; then the stores.
	private byte[] body(int number) {
		Code code = new Code(this.module, this.dice, NOTHING, this.op.pushes(), 1000);
		for (ValueType type : this.op.pops()) {
			if (this.dice.coin()) {
				code.values().constant(type);
			}
			else {
				load(code, type);
			}
		}
		code.op(this.op.op());
		PlainOps.immediates(code, this.op.op());
		for (int result = this.op.pushes().size() - 1; result >= 0; result--) {
			code.op("local.set").u(result);
		}
		for (int result = 0; result < this.op.pushes().size(); result++) {
			store(code, number * RESULT_BYTES + 8 * result, result);
		}
		code.op("end");
		ByteSink body = new ByteSink().unsigned(this.op.pushes().size());
		this.op.pushes().forEach((type) -> TypeSpace.encode(type, body.unsigned(1)));
		return body.raw(code.out.toByteArray()).toByteArray();
	}

	private void load(Code code, ValueType type) {
		int offset = OPERANDS + this.operands.size();
		switch (type) {
			case NumberType.I32 -> this.operands.fixed(this.dice.i32(), 4);
			case NumberType.I64 -> this.operands.fixed(this.dice.i64(), 8);
			case NumberType.F32 -> this.operands.fixed(this.dice.f32OrNan(), 4);
			case NumberType.F64 -> this.operands.fixed(this.dice.f64OrNan(), 8);
			case VectorType vector -> {
				ByteSink constant = new ByteSink();
				Constants.vector(constant, this.dice);
				this.operands.raw(constant.toByteArray());
				// Behind the opcode.
				offset += 2;
			}
			case ReferenceType reference -> throw new IllegalArgumentException("references are not in memory");
		}
		code.op("i32.const");
		code.out.signed(0);
		code.op(type + ".load").u(0).u(offset);
	}

	private void store(Code code, int address, int result) {
		ValueType type = this.op.pushes().get(result);
		code.op("i32.const");
		code.out.signed(address);
		code.op("local.get").u(result);
		if (this.op.isNanMaker()) {
			canonicalize(code, result);
		}
		code.op(type + ".store").u(0).u(0);
	}

	/// The local on the stack, or the usual NaN in place of any.
	private void canonicalize(Code code, int local) {
		ValueType type = this.op.pushes().get(local);
		String shape = this.op.resultShape();
		long bits = shape.startsWith("f32") ? 0x7FC000007FC00000L : 0x7FF8000000000000L;
		if (type instanceof VectorType) {
			code.out.u8(0xFD).unsigned(0x0C).fixed(bits, 8).fixed(bits, 8);
		}
		else {
			code.out.u8(type == NumberType.F32 ? 0x43 : 0x44).fixed(bits, type == NumberType.F32 ? 4 : 8);
		}
		code.op("local.get").u(local).op("local.get").u(local).op(shape + ".eq");
		code.op(type instanceof VectorType ? "v128.bitselect" : "select");
	}

}
