/// All that generated code may touch outside of itself, apart from a short list of
/// `java.base` members.
///
/// Two kinds of classes live here. *State*: what a running module reads and writes
/// ([ModuleInstance] and what hangs off it: [LinearMemory], [TableInstance],
/// [GlobalCell], [FunctionReference], [ExecutionContext]; [Polls]). *Operators*: static methods,
/// one class per family, one method per instruction that is more than a JVM instruction
/// ([IntegerOps], [FloatOps], [ConversionOps], [MemoryOps], [TableOps], [ReferenceOps],
/// [CallOps], [TrapOps], [InterruptOps]).
///
/// ```
///   generated Instance ──extends──▶ ModuleInstance ──▶ ExecutionContext    one per store: interruption, extra results
///        │ memory0, table0, g3 …         │ imports[]
///        ▼                               ▼
///   LinearMemory  TableInstance ──▶ FunctionReference ──▶ MethodHandle
/// ```
///
/// Every public member is either a row of [dev.graft.artifact.abi.AbiMethod], and then
/// part of the binary interface that artifacts are compiled against, or marked
/// [EngineSide], and then out of reach for generated code; a test compares both
/// directions. The package knows nothing of the embedding API above it. Start at
/// [ModuleInstance].
@NullMarked
package dev.graft.engine.abi;

import org.jspecify.annotations.NullMarked;
