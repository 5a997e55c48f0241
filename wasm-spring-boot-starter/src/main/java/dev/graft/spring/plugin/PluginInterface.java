package dev.graft.spring.plugin;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.graft.spring.WasmExport;
import dev.graft.spring.WasmPlugin;
import dev.graft.spring.canonical.Names;

import org.springframework.util.ReflectionUtils;

/// A Java interface as a plugin sees it: the methods that it has to implement.
///
/// @param type the interface
/// @param methods its abstract methods, in the order of their descriptions
record PluginInterface(Class<?> type, List<PluginMethod> methods) {

	static PluginInterface of(Class<?> type) {
		if (!type.isInterface()) {
			throw new InvalidPluginInterfaceException(type, "it is not an interface", "make it one");
		}
		WasmPlugin annotation = type.getAnnotation(WasmPlugin.class);
		String prefix = (annotation == null || annotation.witInterface().isEmpty()) ? ""
				: annotation.witInterface() + "#";
		return new PluginInterface(type,
				Arrays.stream(type.getMethods())
					.filter(PluginInterface::isForThePlugin)
					.sorted(Comparator.comparing(Names::describe))
					.map((method) -> PluginMethod.of(method, exports(method, prefix)))
					.toList());
	}

	/// Neither default and static methods, nor those that every object has.
	private static boolean isForThePlugin(Method method) {
		return Modifier.isAbstract(method.getModifiers()) && !ReflectionUtils.isObjectMethod(method);
	}

	private static List<String> exports(Method method, String prefix) {
		WasmExport export = method.getAnnotation(WasmExport.class);
		return (export != null) ? List.of(export.value())
				: Names.spellings(method.getName()).stream().map((name) -> prefix + name).toList();
	}

}
