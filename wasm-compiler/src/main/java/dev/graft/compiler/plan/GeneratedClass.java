package dev.graft.compiler.plan;

import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;

/// A finished class.
///
/// @param name its binary name, with dots
/// @param bytes the class file, not to be changed
public record GeneratedClass(String name, ByteBuffer bytes) {

	GeneratedClass(String name, byte[] bytes) {
		this(name, ByteBuffer.wrap(bytes));
	}

	/// The same class elsewhere.
	/// @param copy makes a copy of its bytes
	GeneratedClass moved(UnaryOperator<ByteBuffer> copy) {
		return new GeneratedClass(this.name, copy.apply(this.bytes));
	}

	/// A copy of the class file.
	public byte[] toByteArray() {
		byte[] copy = new byte[this.bytes.remaining()];
		this.bytes.duplicate().get(copy);
		return copy;
	}

}
