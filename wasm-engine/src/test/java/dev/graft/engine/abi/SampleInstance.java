package dev.graft.engine.abi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import org.jspecify.annotations.Nullable;

/// An instance of a module without code: a hundred functions without parameters, which
/// return their own index, one of them imported; one data segment; one element segment.
final class SampleInstance extends ModuleInstance {

	static final RuntimeType TYPE = new RuntimeType(null) {
	};

	private static final RuntimeType ANOTHER_TYPE = new RuntimeType(null) {
	};

	static final int FUNCTIONS = 100;

	private SampleInstance(ModuleCode code) {
		super(new InstanceSeed(code, new ExecutionContext(),
				new FunctionReference[] { new FunctionReference(TYPE, function(0)) }, new LinearMemory[0],
				new TableInstance[0], new TagInstance[0], new GlobalCell[0]));
	}

	static SampleInstance withData(byte... data) {
		return new SampleInstance(new Code(offHeap(data), null));
	}

	static SampleInstance withElements(int... functionIndices) {
		MemorySegment elements = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_INT, functionIndices);
		return new SampleInstance(new Code(MemorySegment.NULL, new FunctionIndices(elements)));
	}

	/// The segment's items are made by the generated initializer.
	static SampleInstance withComputedElements(Object... items) {
		SampleInstance instance = new SampleInstance(new Code(MemorySegment.NULL, null));
		instance.elements[0] = items;
		return instance;
	}

	private static MemorySegment offHeap(byte[] bytes) {
		return Arena.ofAuto().allocateFrom(ValueLayout.JAVA_BYTE, bytes);
	}

	private static MethodHandle function(int index) {
		return MethodHandles.dropArguments(MethodHandles.constant(int.class, index), 0, ModuleInstance.class);
	}

	/// What a generated class would be.
	static final class Target extends CallTarget {

		private final MethodHandle handle;

		Target(MethodHandle handle) {
			this.handle = handle;
		}

		int call(ModuleInstance instance) {
			try {
				return (int) this.handle.invokeExact(instance);
			}
			catch (Throwable failure) {
				throw new AssertionError(failure);
			}
		}

	}

	private record Code(MemorySegment bytes, @Nullable FunctionIndices indices) implements ModuleCode {

		@Override
		public int functionCount() {
			return FUNCTIONS;
		}

		@Override
		public RuntimeType functionType(int functionIndex) {
			return TYPE;
		}

		@Override
		public RuntimeType type(int typeIndex) {
			return typeIndex == 0 ? TYPE : ANOTHER_TYPE;
		}

		@Override
		public int dispatchSlot(int functionIndex) {
			return functionIndex - 1;
		}

		@Override
		public CallTarget target(int functionIndex) {
			return new Target(handle(functionIndex));
		}

		@Override
		public CallTarget target(MethodHandle handle) {
			return new Target(handle);
		}

		@Override
		public int tailNumber(int functionIndex) {
			return 0;
		}

		@Override
		public MethodHandle resume(char result) {
			throw new IllegalArgumentException("nothing leaves");
		}

		@Override
		public MethodHandle handle(int functionIndex) {
			return function(functionIndex).asType(MethodType.methodType(int.class, ModuleInstance.class));
		}

		@Override
		public int elementSegmentCount() {
			return 1;
		}

		@Override
		public boolean computesElements() {
			return this.indices == null;
		}

		@Override
		public @Nullable FunctionIndices elements(int segment) {
			return this.indices;
		}

		@Override
		public MemorySegment data(int segment) {
			return this.bytes;
		}

	}

}
