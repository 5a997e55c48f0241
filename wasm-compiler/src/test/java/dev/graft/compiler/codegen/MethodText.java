package dev.graft.compiler.codegen;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceMethodVisitor;

/// The text of generated methods: instructions, without frames and line numbers.
final class MethodText extends ClassVisitor {

	/// The package of generated classes, which differs from module to module.
	private static final Pattern PACKAGE = Pattern.compile("graft/wasm/m[0-9a-f]{16}/");

	private final String shown;

	private final Map<String, Textifier> methods = new LinkedHashMap<>();

	private MethodText(String shown) {
		super(Opcodes.ASM9);
		this.shown = shown;
	}

	/// The text of all methods that a function has become, its pieces included.
	/// @param classes the class files in which it may be
	/// @param shown the name of the function, or of a method
	static List<String> of(Collection<byte[]> classes, String shown) {
		MethodText text = new MethodText(shown);
		for (byte[] each : classes) {
			new ClassReader(each).accept(text, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
		}
		return text.lines();
	}

	@Override
	public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
			String @Nullable [] exceptions) {
		if (!name.equals(this.shown) && !name.startsWith(this.shown + "#")) {
			return null;
		}
		Textifier printer = new Textifier();
		this.methods.put(name + " " + descriptor, printer);
		return new TraceMethodVisitor(printer);
	}

	private List<String> lines() {
		List<String> lines = new ArrayList<>();
		this.methods.forEach((heading, printer) -> {
			StringWriter text = new StringWriter();
			printer.print(new PrintWriter(text, true));
			lines.add(withoutPackage(heading));
			text.toString().lines().map((line) -> "  " + withoutPackage(line.strip())).forEach(lines::add);
		});
		return lines;
	}

	private static String withoutPackage(String line) {
		return PACKAGE.matcher(line).replaceAll("");
	}

}
