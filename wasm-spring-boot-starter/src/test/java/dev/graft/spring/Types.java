package dev.graft.spring;

/// All that [WatPlugins#types] offers.
@WasmPlugin("types")
public interface Types {

	boolean negate(boolean value);

	byte nextByte(byte value);

	short nextShort(short value);

	int nextInt(int value);

	long nextLong(long value);

	float halfFloat(float value);

	double halfDouble(double value);

	String echoText(String text);

	int frees();

	byte[] echoBytes(byte[] bytes);

	void nothing();

	int countCalls();

	@WasmExport("fail")
	void doFail();

	void loopForever();

	String hugeText();

	byte[] wildText();

	String brokenText();

	int growMemory(int pages);

	default String shout(String text) {
		return echoText(text) + "!";
	}

	static int constant() {
		return 42;
	}

}
