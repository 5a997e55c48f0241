package dev.graft.compiler.ir;

import dev.graft.artifact.abi.AllowedMember;

/// A number from numbers, computed by a method that has no effects.
public final class Computed extends Expression {

	private final AllowedMember method;

	/// @param method a static method
	/// @param operands its arguments
	public Computed(AllowedMember method, Expression... operands) {
		super(Kind.ofResult(method.descriptor()), Effects.NONE, 0, operands);
		this.method = method;
	}

	/// The method.
	public AllowedMember method() {
		return this.method;
	}

	@Override
	public Expression with(Expression[] operands) {
		return new Computed(this.method, operands);
	}

	@Override
	public String toString() {
		return "(" + this.method.memberName() + list(this) + ")";
	}

}
