package dev.graft.engine.load;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Arrays;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.abi.Polls;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

class LoadedModuleTests {

	private static final ClassDesc CALL_SITE = SampleCode.describe(MutableCallSite.class);

	private final LoadedModule module = new SampleCode().load();

	@Test
	void callsFunctionsThroughTheirHandles() throws Throwable {
		assertThat(SampleCode.call(SampleCode.instantiate(this.module), 0, 20, 22)).isEqualTo(42);
	}

	@Test
	void definesClassesWhenTheyAreFirstUsed() throws Throwable {
		SampleCode onlyTheInstance = new SampleCode().putClass(SampleCode.FUNCTIONS, new byte[0]);
		ModuleInstance instance = SampleCode.instantiate(onlyTheInstance.load());
		assertThatExceptionOfType(ForbiddenCodeException.class).isThrownBy(() -> SampleCode.call(instance, 0, 1, 2));
	}

	@Test
	void namesTheFunctionInJavaStackTraces() {
		Throwable trap = catchThrowable(() -> SampleCode.call(SampleCode.instantiate(this.module), 2, 0, 0));
		assertThat(trap.getStackTrace()[1].getMethodName()).isEqualTo("stop#2");
		assertThat(LoadedModules.of(trap.getStackTrace()[1])).containsSame(this.module);
	}

	@Test
	void tellsTheSameModuleLoadedTwiceApart() {
		LoadedModule again = new SampleCode().load();
		Throwable trap = catchThrowable(() -> SampleCode.call(SampleCode.instantiate(again), 2, 0, 0));
		assertThat(LoadedModules.of(trap.getStackTrace()[1])).containsSame(again);
	}

	@Test
	void framesOfOtherCodeBelongToNoModule() {
		assertThat(Arrays.stream(new Throwable().getStackTrace()).map(LoadedModules::of))
			.allMatch((found) -> found.isEmpty());
	}

	@Test
	void generatedClassesSeeNothingOfTheApplication() throws Throwable {
		ModuleInstance instance = SampleCode.instantiate(this.module);
		ClassLoader loader = instance.getClass().getClassLoader();
		assertThat(loader.loadClass("dev.graft.engine.abi.MemoryOps")).isNotNull();
		assertThat(loader.loadClass("java.lang.Throwable")).isSameAs(Throwable.class);
		for (String hidden : new String[] { "dev.graft.engine.load.LoadedModule", "org.junit.jupiter.api.Test",
				"dev.graft.engine.abi.GrowthLimiter", "java.sql.Driver", "java.util.logging.Logger" }) {
			assertThatExceptionOfType(ClassNotFoundException.class).as(hidden)
				.isThrownBy(() -> loader.loadClass(hidden));
		}
	}

	@Test
	void noArtifactBringsPollsOfItsOwn() throws Throwable {
		ClassDesc polls = ClassDesc.of(SampleCode.PACKAGE, GeneratedNames.POLLS);
		LoadedModule forged = new SampleCode()
			.putClass(polls,
					(type) -> type.withField(GeneratedNames.POLL_SITE, CALL_SITE,
							ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC))
			.load();
		ClassLoader loader = SampleCode.instantiate(forged).getClass().getClassLoader();
		Class<?> loaded = loader.loadClass(SampleCode.PACKAGE + "." + GeneratedNames.POLLS);
		MutableCallSite site = (MutableCallSite) loaded.getField(GeneratedNames.POLL_SITE).get(null);
		forged.polls().demand();
		assertThat(site.getTarget()).isNotSameAs(Polls.OFF);
	}

	@Test
	void noFunctionReplacesThePolls() {
		ClassDesc polls = ClassDesc.of(SampleCode.PACKAGE, GeneratedNames.POLLS);
		SampleCode forged = new SampleCode().putClass(SampleCode.FUNCTIONS,
				(type) -> SampleCode.function(type, "add#0",
						(code) -> code.aconst_null()
							.putstatic(polls, GeneratedNames.POLL_SITE, CALL_SITE)
							.iconst_0()
							.ireturn()));
		ModuleInstance instance = SampleCode.instantiate(forged.load());
		assertThatExceptionOfType(IllegalAccessError.class).isThrownBy(() -> SampleCode.call(instance, 0, 1, 2));
	}

	@Test
	void saysWhichFunctionIsMissing() {
		SampleCode empty = new SampleCode().putClass(SampleCode.FUNCTIONS, (type) -> {
		});
		ModuleInstance instance = SampleCode.instantiate(empty.load());
		assertThatExceptionOfType(ForbiddenCodeException.class).isThrownBy(() -> SampleCode.call(instance, 0, 1, 2))
			.withMessageContaining("add#0")
			.withMessageContaining("is missing");
	}

	@Test
	void classesGoWhenNobodyUsesTheModuleAnyMore() throws Throwable {
		WeakReference<ClassLoader> loader = useAndForget();
		long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (loader.get() != null && System.nanoTime() < deadline) {
			System.gc();
			Thread.sleep(10);
		}
		assertThat(loader.get()).isNull();
	}

	private static WeakReference<ClassLoader> useAndForget() throws Throwable {
		ModuleInstance instance = SampleCode.instantiate(new SampleCode().load());
		assertThat(SampleCode.call(instance, 0, 1, 2)).isEqualTo(3);
		return new WeakReference<>(instance.getClass().getClassLoader());
	}

}
