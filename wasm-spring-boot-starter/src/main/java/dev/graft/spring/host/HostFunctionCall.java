package dev.graft.spring.host;

import java.util.Objects;

import dev.graft.engine.Caller;
import dev.graft.engine.HostFunction;
import dev.graft.spring.canonical.Lifting;
import dev.graft.spring.canonical.Lowering;
import org.jspecify.annotations.Nullable;

/// A call from a plugin to a bean: lifts the arguments, calls, lowers the result.
final class HostFunctionCall implements HostFunction {

	private final HostFunctionDefinition definition;

	private final HostBean bean;

	private final Lifting lifting;

	private final Lowering lowering;

	HostFunctionCall(HostFunctionDefinition definition, HostBean bean, int argumentLimitBytes) {
		String what = definition.module() + "." + definition.names().getFirst();
		this.definition = definition;
		this.bean = bean;
		this.lifting = new Lifting(what, definition.signature(), argumentLimitBytes);
		this.lowering = new Lowering(what, definition.signature());
	}

	@Override
	public @Nullable Object call(Caller caller, @Nullable Object[] flat) throws Throwable {
		CallerMemory memory = new CallerMemory(caller);
		Object[] arguments = this.lifting.arguments(flat, memory);
		Object result = this.bean.invoke(this.definition.takesCaller() ? prepend(caller, arguments) : arguments);
		return this.lowering.result(result, returnAddress(flat), memory);
	}

	private static @Nullable Object[] prepend(Caller caller, Object[] arguments) {
		Object[] all = new Object[arguments.length + 1];
		all[0] = caller;
		System.arraycopy(arguments, 0, all, 1, arguments.length);
		return all;
	}

	/// The last parameter, when the result goes to memory.
	private long returnAddress(@Nullable Object[] flat) {
		return this.definition.signature().returnsMemory()
				? Integer.toUnsignedLong((Integer) Objects.requireNonNull(flat[flat.length - 1])) : 0;
	}

}
