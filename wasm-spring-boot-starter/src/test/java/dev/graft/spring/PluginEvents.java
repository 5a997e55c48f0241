package dev.graft.spring;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.graft.spring.event.WasmPluginEvent;

import org.springframework.context.ApplicationListener;

/// Waits for things to happen to plugins. The time-out is for tests that fail; those that
/// succeed wait no longer than it takes.
public final class PluginEvents implements ApplicationListener<WasmPluginEvent> {

	private static final int PATIENCE_SECONDS = 120;

	private final BlockingQueue<WasmPluginEvent> events = new LinkedBlockingQueue<>();

	@Override
	public void onApplicationEvent(WasmPluginEvent event) {
		this.events.add(event);
	}

	/// The next event, which must be of a type.
	public <E extends WasmPluginEvent> E next(Class<E> type) throws InterruptedException {
		WasmPluginEvent event = this.events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
		if (!type.isInstance(event)) {
			throw new AssertionError("expected " + type.getSimpleName() + ", found " + event);
		}
		return type.cast(event);
	}

	/// Whether nothing has happened that has not been asked for.
	public boolean isEmpty() {
		return this.events.isEmpty();
	}

}
