package dev.graft.engine;

/// Something that can be exported and imported: a function, memory, table, global or tag
/// that lives in a store.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#external-instances">Execution,
/// "External Instances"</a>
public sealed interface Extern permits Func, Memory, Table, Global, Tag {

	/// Its type as it is now: the minimum of a memory or table is its current size.
	ExternType externType();

	/// Where it lives.
	Store store();

}
