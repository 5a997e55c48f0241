package dev.graft.compiler.text;

/// What to do with the identifiers of parameters: bind them, as a function does, ignore
/// them, as a type does, or not expect any, as a block does.
@FunctionalInterface
interface ParameterNames {

	/// Expects none.
	ParameterNames FORBIDDEN = (cursor) -> {
	};

	/// Steps over them.
	ParameterNames IGNORED = (cursor) -> {
		if (cursor.at(TokenKind.IDENTIFIER)) {
			cursor.takeIdentifier();
		}
		cursor.tryAnnotatedName();
	};

	/// Called before the type of each parameter, when its identifier, if it has one, is
	/// next.
	void parameter(TokenCursor cursor);

	/// Called for each parameter that is only known from the type that a function refers
	/// to.
	default void unnamedParameter() {
	}

	/// Binds them.
	static ParameterNames boundIn(IndexSpace locals) {
		return new ParameterNames() {

			@Override
			public void parameter(TokenCursor cursor) {
				locals.define(cursor);
			}

			@Override
			public void unnamedParameter() {
				locals.define();
			}

		};
	}

}
