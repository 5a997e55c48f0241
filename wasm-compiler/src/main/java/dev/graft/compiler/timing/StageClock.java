package dev.graft.compiler.timing;

/// Is told by the threads that compile when a stage ends. By default nobody looks at a
/// clock.
public interface StageClock {

	/// Knows no time.
	StageClock NONE = new StageClock() {
		@Override
		public long now() {
			return 0;
		}

		@Override
		public long end(Stage stage, long since) {
			return 0;
		}

		@Override
		public void function(int functionIndex, int bytes, int methods, long since) {
			// Nobody wants to know.
		}
	};

	/// The time of this thread.
	long now();

	/// A stage has ended that began at a time of this thread.
	/// @return the time now, at which another may begin
	long end(Stage stage, long since);

	/// A function has gone through all stages.
	/// @param functionIndex which
	/// @param bytes how large its body is in the module
	/// @param methods how many methods it has become
	/// @param since when this thread began with it
	void function(int functionIndex, int bytes, int methods, long since);

}
