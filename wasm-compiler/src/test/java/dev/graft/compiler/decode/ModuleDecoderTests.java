package dev.graft.compiler.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.artifact.spi.ModuleException;
import dev.graft.artifact.spi.UnsupportedFeatureException;
import dev.graft.artifact.type.NumberType;
import dev.graft.compiler.Bytes;
import dev.graft.compiler.model.ConstantExpression.Form;
import dev.graft.compiler.model.ElementItems;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.model.SegmentMode;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleDecoderTests {

	private static final int TYPE = 1;

	private static final int IMPORT = 2;

	private static final int FUNCTION = 3;

	private static final int TABLE = 4;

	private static final int MEMORY = 5;

	private static final int GLOBAL = 6;

	private static final int START = 8;

	private static final int ELEMENT = 9;

	private static final int CODE = 10;

	private static final int DATA = 11;

	private static final int DATA_COUNT = 12;

	private static ModuleModel decode(Bytes module) {
		return ModuleDecoder.decode("test.wasm", module.toByteArray(), Feature.WASM2);
	}

	// ---- what is in a module

	@Test
	void decodesTheEmptyModule() {
		ModuleModel module = decode(Bytes.module());
		assertThat(module.functionCount()).isZero();
		assertThat(module.startFunction()).isEmpty();
		assertThat(module.dataCount()).isEmpty();
	}

	@Test
	void putsImportsBeforeDefinitionsInEveryIndexSpace() {
		ModuleModel module = decode(Bytes.module()
			.section(TYPE, "02 60 00 00 60 01 7f 01 7e")
			.section(IMPORT, "02  01 6d 01 66 00 01  01 6d 01 67 03 7d 00")
			.section(FUNCTION, "01 00")
			.section(GLOBAL, "01 7f 01 41 2a 0b")
			.section(CODE, "01 02 00 0b"));
		assertThat(module.importedFunctionCount()).isEqualTo(1);
		assertThat(module.functionType(0)).hasToString("[i32] -> [i64]");
		assertThat(module.functionType(1)).hasToString("[] -> []");
		assertThat(module.globalTypes()).extracting((type) -> type.valueType().toString())
			.containsExactly("f32", "i32");
		assertThat(module.globals().getFirst().initializer().form())
			.isEqualTo(new Form.NumberValue(NumberType.I32, 42));
	}

	@Test
	void keepsBodiesAsRangesOfBytes() {
		ModuleModel module = decode(Bytes.module()
			.section(TYPE, "01 60 00 00")
			.section(FUNCTION, "01 00")
			.section(CODE, "01 07 02 02 7f 00 7e 01 0b"));
		var body = module.body(0);
		assertThat(body.localCount()).isEqualTo(2);
		assertThat(body.endOffset() - body.codeOffset()).isEqualTo(2);
		assertThat(module.bytes()[body.endOffset() - 1]).isEqualTo((byte) 0x0B);
	}

	@Test
	void readsListsOfFunctionReferencesAsFunctionIndices() {
		ModuleModel module = decode(Bytes.module()
			.section(TABLE, "01 70 00 03")
			.section(ELEMENT, "02  00 41 01 0b 02 05 06  05 70 03 d2 07 0b d0 70 0b d2 08 0b"));
		assertThat(module.elements().get(0).mode()).isInstanceOf(SegmentMode.Active.class);
		assertThat(module.elements().get(1).mode()).isInstanceOf(SegmentMode.Passive.class);
		assertThat(module.elements().get(1).items()).isInstanceOfSatisfying(ElementItems.Functions.class,
				(functions) -> {
					assertThat(functions.get(0)).isEqualTo(7);
					assertThat(functions.get(1)).isEqualTo(ElementItems.Functions.NULL);
					assertThat(functions.get(2)).isEqualTo(8);
				});
		assertThat(module.isDeclaredReference(7)).isTrue();
		assertThat(module.isDeclaredReference(9)).isFalse();
	}

	@Test
	void keepsElementsThatAreComputedAsExpressions() {
		ModuleModel module = decode(Bytes.module().section(ELEMENT, "01  05 70 02 d2 07 0b 23 00 0b"));
		assertThat(module.elements().getFirst().items()).isInstanceOfSatisfying(ElementItems.Expressions.class,
				(list) -> assertThat(list.expressions().get(1).form()).isEqualTo(new Form.GlobalValue(0)));
	}

	// ---- names

	@Test
	void readsTheNamesOfModuleAndFunctions() {
		ModuleModel module = decode(
				withFunctions(2).section(0, "04 6e 61 6d 65  00 02 01 6d  01 07 02 00 01 66 01 01 67"));
		assertThat(module.names().moduleName()).isEqualTo("m");
		assertThat(module.names().functionName(0)).isEqualTo("f");
		assertThat(module.names().functionName(1)).isEqualTo("g");
	}

	@Test
	void keepsWhatCanBeReadOfABrokenNameSection() {
		ModuleModel module = decode(
				withFunctions(2).section(0, "04 6e 61 6d 65  00 02 01 6d  01 09 04 00 01 66 09 01 67 01 ff"));
		assertThat(module.names().moduleName()).isEqualTo("m");
		assertThat(module.names().functionName(0)).isEqualTo("f");
		assertThat(module.names().functionName(1)).isNull();
	}

	@Test
	void leavesOutNamesThatAreNotUtf8() {
		ModuleModel module = decode(withFunctions(2).section(0, "04 6e 61 6d 65  01 07 02 00 01 ff 01 01 67"));
		assertThat(module.names().functionName(0)).isNull();
		assertThat(module.names().functionName(1)).isEqualTo("g");
	}

	private static Bytes withFunctions(int count) {
		return Bytes.module()
			.section(TYPE, "01 60 00 00")
			.section(FUNCTION, "%02x".formatted(count) + "00".repeat(count))
			.section(CODE, "%02x".formatted(count) + "02 00 0b".repeat(count));
	}

	// ---- malformed modules

	@Test
	void refusesWhatIsNotAModule() {
		assertMalformed(Bytes.empty(), "unexpected end");
		assertMalformed(Bytes.empty().raw("7f 45 4c 46 02 01 01 00"), "magic header not detected");
		assertMalformed(Bytes.empty().raw("00 61 73 6d 0d 00 01 00"), "unknown binary version");
	}

	@Test
	void refusesUnknownRepeatedAndMisplacedSections() {
		assertMalformed(Bytes.module().section(14, "00"), "malformed section id");
		assertMalformed(Bytes.module().section(TYPE, "00").section(TYPE, "00"),
				"unexpected content after last section");
		assertMalformed(Bytes.module().section(CODE, "00").section(DATA_COUNT, "00"),
				"unexpected content after last section");
	}

	@Test
	void refusesSectionsWhoseContentsAreNotAsLongAsTheySay() {
		assertMalformed(Bytes.module().raw("01 04 01"), "length out of bounds");
		assertMalformed(Bytes.module().section(TYPE, "01 60 00 00 00"), "section size mismatch");
		assertMalformed(Bytes.module().raw("01 03 01 60 00 00"), "section size mismatch");
		assertMalformed(Bytes.module().section(IMPORT, "02 00 00 00 00"), "unexpected end");
	}

	@Test
	void refusesCountsThatDoNotAgree() {
		assertMalformed(Bytes.module().section(TYPE, "01 60 00 00").section(FUNCTION, "01 00"),
				"function and code section have inconsistent lengths");
		assertMalformed(Bytes.module().section(DATA_COUNT, "02").section(DATA, "01 01 00"),
				"data count and data section have inconsistent lengths");
	}

	@Test
	void refusesKindsAndFlagsThatDoNotExist() {
		assertMalformed(Bytes.module().section(IMPORT, "01 00 00 05"), "malformed import kind");
		assertMalformed(Bytes.module().section(7, "01 00 05 00"), "malformed export kind");
		assertMalformed(Bytes.module().section(MEMORY, "01 10 00"), "malformed limits flags");
		assertMalformed(Bytes.module().section(TABLE, "01 70 02 00"), "malformed limits flags");
		assertMalformed(Bytes.module().section(GLOBAL, "01 7f 02 41 00 0b"), "malformed mutability");
		assertMalformed(Bytes.module().section(ELEMENT, "01 08"), "malformed elements segment kind");
		assertMalformed(Bytes.module().section(ELEMENT, "01 01 01 00"), "malformed element kind");
		assertMalformed(Bytes.module().section(DATA, "01 03"), "malformed data segment kind");
		assertMalformed(Bytes.module().section(TYPE, "01 61 00 00"), "malformed definition type");
		assertMalformed(Bytes.module().section(TABLE, "01 7f 00 00"), "malformed reference type");
	}

	@Test
	void refusesExpressionsWithoutEnd() {
		assertMalformed(Bytes.module().section(GLOBAL, "01 7f 00 41 00").section(CODE, "00"), "unexpected end");
	}

	@Test
	void reportsABrokenBodyBeforeWhatIsWrongAfterIt() {
		assertMalformed(Bytes.module()
			.section(TYPE, "01 60 00 00")
			.section(FUNCTION, "01 00")
			.section(CODE, "01 04 00 ff 00 0b")
			.section(14, "00"), "illegal opcode ff");
	}

	@Test
	void saysWhatWasExpectedAndWhatFound() {
		assertThatExceptionOfType(MalformedModuleException.class)
			.isThrownBy(() -> decode(Bytes.module().section(GLOBAL, "01 7f 02 41 00 0b")))
			.withMessage(
					"test.wasm @0xc in the global section, malformed mutability: expected 0x00 or 0x01, found 0x02");
	}

	// ---- features

	@Test
	void namesTheFeatureOfWhatIsNotThereYet() {
		assertUnsupported(Bytes.module().section(MEMORY, "01 04 00"), Feature.MEMORY64);
		assertUnsupported(Bytes.module().section(MEMORY, "01 03 00 01"), Feature.THREADS);
		assertUnsupported(Bytes.module().section(TYPE, "01 5f 00"), Feature.GC);
		assertUnsupported(Bytes.module().section(13, "01 00 00"), Feature.EXCEPTION_HANDLING);
		assertUnsupported(Bytes.module().section(TABLE, "01 64 00 00 00"), Feature.FUNCTION_REFERENCES);
	}

	@Test
	void refusesFeaturesThatAreOffByName() {
		assertOff(Bytes.module().section(TYPE, "01 60 00 02 7f 7f"), Feature.MULTI_VALUE);
		assertOff(Bytes.module().section(TABLE, "01 6f 00 00"), Feature.REFERENCE_TYPES);
		assertOff(Bytes.module().section(TYPE, "01 60 01 7b 00"), Feature.SIMD);
		assertOff(Bytes.module().section(DATA_COUNT, "00"), Feature.BULK_MEMORY);
		assertOff(Bytes.module().section(IMPORT, "01 00 00 03 7f 01"), Feature.MUTABLE_GLOBALS);
	}

	private static void assertUnsupported(Bytes module, Feature feature) {
		assertThatExceptionOfType(UnsupportedFeatureException.class).isThrownBy(() -> decode(module))
			.satisfies((ex) -> assertThat(ex.feature()).isEqualTo(feature.specName()));
	}

	private static void assertOff(Bytes module, Feature feature) {
		Set<Feature> features = EnumSet.copyOf(Feature.WASM2);
		decode(module);
		features.remove(feature);
		assertThatExceptionOfType(UnsupportedFeatureException.class)
			.isThrownBy(() -> ModuleDecoder.decode("test.wasm", module.toByteArray(), features))
			.satisfies((ex) -> assertThat(ex.feature()).isEqualTo(feature.specName()));
	}

	// ---- limits

	@Test
	void countsLocalsWithoutWritingThemDown() {
		String locals = "03 ff ff ff ff 0f 7f ff ff ff ff 0f 7f ff ff ff ff 0f 7f 0b";
		assertMalformed(withBody(locals), "too many locals");
		assertLimit(withBody("01 d1 86 03 7f 0b"), "more than 50000 locals");
		assertThat(decode(withBody("01 d0 86 03 7f 0b")).body(0).localCount()).isEqualTo(50_000);
	}

	@Test
	void limitsParametersAndResults() {
		assertLimit(Bytes.module().section(TYPE, "01 60 e9 07" + "7f".repeat(1001) + "00"),
				"more than 1000 parameters");
		assertLimit(Bytes.module().section(TYPE, "01 60 00 e9 07" + "7f".repeat(1001)), "more than 1000 results");
	}

	@Test
	void limitsTheSizeOfBodies() {
		Bytes body = Bytes.empty().unsigned(1).unsigned(16_000_001).raw(new byte[16_000_001]);
		Bytes module = Bytes.module()
			.section(TYPE, "01 60 00 00")
			.section(FUNCTION, "01 00")
			.raw("0a")
			.unsigned(body.toByteArray().length)
			.raw(body.toByteArray());
		assertLimit(module, "more than 16000000 bytes in a function body");
	}

	@Test
	void limitsSegmentsThatAreOnlyAnnounced() {
		assertLimit(Bytes.module().section(DATA_COUNT, "a1 8d 06"), "more than 100000 data segments");
	}

	@Test
	void keepsTheStartFunction() {
		assertThat(decode(withFunctionsAndStart()).startFunction()).hasValue(1);
	}

	private static Bytes withFunctionsAndStart() {
		return Bytes.module()
			.section(TYPE, "01 60 00 00")
			.section(FUNCTION, "02 00 00")
			.section(START, "01")
			.section(CODE, "02 02 00 0b 02 00 0b");
	}

	private static Bytes withBody(String body) {
		int size = Bytes.hex(body).length;
		return Bytes.module()
			.section(TYPE, "01 60 00 00")
			.section(FUNCTION, "01 00")
			.section(CODE, "01 %02x %s".formatted(size, body));
	}

	private static void assertLimit(Bytes module, String limit) {
		assertThatExceptionOfType(UnsupportedFeatureException.class).isThrownBy(() -> decode(module))
			.satisfies((ex) -> assertThat(ex.feature()).isEqualTo(limit));
	}

	private static void assertMalformed(Bytes module, String what) {
		assertThatExceptionOfType(ModuleException.class).isThrownBy(() -> decode(module))
			.isInstanceOf(MalformedModuleException.class)
			.satisfies((ex) -> assertThat(ex.what()).startsWith(what));
	}

}
