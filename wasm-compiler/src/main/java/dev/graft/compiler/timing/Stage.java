package dev.graft.compiler.timing;

/// What a compiler does one after the other, once for a module or once for each function.
public enum Stage {

	/// The module is read, all of it is validated but function bodies, and its segments
	/// are laid out.
	READ("read"),

	/// A body is read and validated, and what it does is lowered as it goes by.
	LOWER("validate, lower"),

	/// Vectors are taken apart; checks are removed, loops are cut into strips.
	PASSES("passes"),

	/// It is found out what is live where, and bodies that are too large become several.
	CUT("analyse, cut"),

	/// Bytecode is written.
	EMIT("emit"),

	/// Methods become class files, and those are put aside.
	CLASSES("class files"),

	/// What belongs to no function is made, and all of it becomes one file.
	WRITE("write");

	private final String title;

	Stage(String title) {
		this.title = title;
	}

	/// What to call it in a report.
	public String title() {
		return this.title;
	}

}
