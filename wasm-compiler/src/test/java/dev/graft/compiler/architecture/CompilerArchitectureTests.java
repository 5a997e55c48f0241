package dev.graft.compiler.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What the packages of the compiler may know of each other and of the world.
class CompilerArchitectureTests {

	private static final String ROOT = "dev.graft.compiler";

	private static final JavaClasses MODULE = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ROOT);

	@Test
	void onlyAsmKnowsTheBytecodeLibrary() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".asm")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.objectweb.asm..")
			.check(MODULE);
	}

	@Test
	void theCompilerKnowsNeitherEngineNorSpring() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("dev.graft.engine..", "dev.graft.wasi..", "org.springframework..")
			.check(MODULE);
	}

	@Test
	void packagesDoNotNeedEachOtherInCircles() {
		slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MODULE);
		// The package at the top, which the slices do not contain.
		noClasses().that()
			.resideOutsideOfPackage(ROOT)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT)
			.check(MODULE);
	}

	@Test
	void everyPackageIsNullMarked() {
		Set<String> unmarked = new TreeSet<>();
		for (JavaClass each : MODULE) {
			if (!each.getPackage().isAnnotatedWith(NullMarked.class)) {
				unmarked.add(each.getPackageName());
			}
		}
		assertThat(unmarked).isEmpty();
	}

}
