package dev.graft.engine.instance;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

import dev.graft.engine.abi.CallTarget;
import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.abi.FunctionIndices;
import dev.graft.engine.abi.FunctionReference;
import dev.graft.engine.abi.GlobalCell;
import dev.graft.engine.abi.InstanceSeed;
import dev.graft.engine.abi.LinearMemory;
import dev.graft.engine.abi.ModuleCode;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.abi.RuntimeType;
import dev.graft.engine.abi.TableInstance;
import dev.graft.engine.abi.TagInstance;
import org.jspecify.annotations.Nullable;

/// Stands for the host where a caller is expected: an instance of a module with nothing
/// in it. One per store.
final class HostInstance extends ModuleInstance {

	HostInstance(ExecutionContext context) {
		super(new InstanceSeed(new NoCode(), context, new FunctionReference[0], new LinearMemory[0],
				new TableInstance[0], new TagInstance[0], new @Nullable GlobalCell[0]));
	}

	/// A module with nothing in it.
	private static final class NoCode implements ModuleCode {

		@Override
		public int functionCount() {
			return 0;
		}

		@Override
		public RuntimeType functionType(int functionIndex) {
			throw new IndexOutOfBoundsException(functionIndex);
		}

		@Override
		public RuntimeType type(int typeIndex) {
			throw new IndexOutOfBoundsException(typeIndex);
		}

		@Override
		public int dispatchSlot(int functionIndex) {
			throw new IndexOutOfBoundsException(functionIndex);
		}

		@Override
		public CallTarget target(int functionIndex) {
			throw new IndexOutOfBoundsException(functionIndex);
		}

		@Override
		public CallTarget target(MethodHandle handle) {
			throw new IllegalArgumentException("the host has no code that calls");
		}

		@Override
		public int tailNumber(int functionIndex) {
			throw new IndexOutOfBoundsException(functionIndex);
		}

		@Override
		public MethodHandle resume(char result) {
			throw new IllegalArgumentException("the host does not leave");
		}

		@Override
		public MethodHandle handle(int functionIndex) {
			throw new IndexOutOfBoundsException(functionIndex);
		}

		@Override
		public int elementSegmentCount() {
			return 0;
		}

		@Override
		public boolean computesElements() {
			return false;
		}

		@Override
		public @Nullable FunctionIndices elements(int segment) {
			throw new IndexOutOfBoundsException(segment);
		}

		@Override
		public MemorySegment data(int segment) {
			throw new IndexOutOfBoundsException(segment);
		}

	}

}
