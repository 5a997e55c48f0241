package dev.graft.compiler.emit;

/// Where the pieces of a function are, as long as that function is emitted.
public interface PieceNames {

	/// For functions that were not split.
	PieceNames NONE = (piece) -> {
		throw new IllegalArgumentException("there is no piece " + piece);
	};

	/// The method of a piece.
	Method method(int piece);

	/// A generated method.
	/// @param owner the internal name of its class
	/// @param name its name
	/// @param descriptor its descriptor
	record Method(String owner, String name, String descriptor) {
	}

}
