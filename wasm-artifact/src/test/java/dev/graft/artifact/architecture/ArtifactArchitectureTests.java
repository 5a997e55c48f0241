package dev.graft.artifact.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What the packages of this module may know of each other and of the world.
class ArtifactArchitectureTests {

	private static final JavaClasses MODULE = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("dev.graft.artifact");

	private static final String ROOT = "dev.graft.artifact";

	@Test
	void theModuleNeedsTheJavaPlatformAndCaffeineOnly() {
		classes().should()
			.onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations", ROOT + "..",
					"com.github.benmanes.caffeine.cache.."))
			.check(MODULE);
	}

	@Test
	void onlyTheCacheKnowsCaffeine() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".cache")
			.should()
			.dependOnClassesThat(resideInAPackage("com.github.benmanes.."))
			.check(MODULE);
	}

	@Test
	void elfHasNeverHeardOfWasm() {
		classes().that()
			.resideInAPackage(ROOT + ".elf")
			.should()
			.onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations", ROOT + ".elf"))
			.check(MODULE);
	}

	@Test
	void theTypeModelKnowsNothingOfFiles() {
		classes().that()
			.resideInAPackage(ROOT + ".type")
			.should()
			.onlyDependOnClassesThat(
					resideInAnyPackage("java.lang..", "java.util..", "org.jspecify.annotations", ROOT + ".type")
						.or(resideInAnyPackage("java.security", "java.nio"))
						.or(type(ByteArrayOutputStream.class)))
			.check(MODULE);
	}

	@Test
	void sectionsKnowNothingOfElf() {
		noClasses().that()
			.resideInAnyPackage(ROOT + ".section", ROOT + ".module", ROOT + ".format", ROOT + ".spi")
			.should()
			.dependOnClassesThat(resideInAnyPackage(ROOT + ".elf", ROOT + ".mapping"))
			.check(MODULE);
	}

	@Test
	void onlyMappingMapsFilesAndAllocatesOutsideOfTheHeap() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".mapping")
			.should()
			.callMethodWhere(describe("mapping a file or using an arena",
					(JavaCall<?> call) -> isMapping(call.getTarget().getOwner(), call.getName())))
			.check(MODULE);
	}

	@Test
	void packagesDoNotNeedEachOtherInCircles() {
		slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MODULE);
		// The package at the top, which the slices do not contain.
		noClasses().that()
			.resideInAnyPackage(ROOT + ".elf", ROOT + ".section", ROOT + ".module", ROOT + ".mapping", ROOT + ".format",
					ROOT + ".spi", ROOT + ".type", ROOT + ".abi")
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT))
			.check(MODULE);
	}

	@Test
	void everyPackageIsNullMarked() {
		Set<String> unmarked = new TreeSet<>();
		for (JavaClass each : MODULE) {
			JavaPackage itsPackage = each.getPackage();
			if (!itsPackage.isAnnotatedWith(NullMarked.class)) {
				unmarked.add(itsPackage.getName());
			}
		}
		assertThat(unmarked).isEmpty();
	}

	private static boolean isMapping(JavaClass owner, String method) {
		return owner.isEquivalentTo(Arena.class) || (owner.isAssignableTo(FileChannel.class) && method.equals("map"));
	}

}
