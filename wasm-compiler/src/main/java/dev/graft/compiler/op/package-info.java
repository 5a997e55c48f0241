/// The operator table: one row per instruction, and the only place that knows opcodes and
/// mnemonics.
///
/// [Op] is sealed into families; each family is an enum whose rows hold mnemonic, opcode,
/// immediates, what the family needs to know (a signature, an access width) and the
/// feature the instruction came with. Text parser, decoder, validator, lowering and
/// documentation read these rows and switch over the families without a `default`, so
/// that a new family does not compile until everybody handles it.
///
/// Start at [Op]; look instructions up in [OpTable].
@NullMarked
package dev.graft.compiler.op;

import org.jspecify.annotations.NullMarked;
