package dev.graft.spring;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/// The rules of Spring Boot for starters, and ours.
class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.graft.spring");

	@Test
	void packagesDoNotDependOnEachOtherInCircles() {
		SlicesRuleDefinition.slices().matching("dev.graft.(spring.*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void onlyTheEnginesPublicApiIsUsed() {
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("dev.graft.compiler..", "dev.graft.engine.abi..", "dev.graft.engine.load..",
					"dev.graft.engine.memory..", "dev.graft.engine.link..", "dev.graft.engine.instance..")
			.check(CLASSES);
	}

	@Test
	void autoConfigurationsArePublicAndFinal() {
		ArchRuleDefinition.classes()
			.that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.check(CLASSES);
	}

	@Test
	void beanMethodsArePackagePrivateAndHaveNoConditionOnClasses() {
		ArchRuleDefinition.methods()
			.that()
			.areAnnotatedWith(Bean.class)
			.should()
			.bePackagePrivate()
			.andShould()
			.notBeAnnotatedWith(ConditionalOnClass.class)
			.check(CLASSES);
	}

	@Test
	void theOnlyThreadIsTheOneThatReloads() {
		ArchRuleDefinition.noClasses()
			.that(DescribedPredicate.not(
					DescribedPredicate.describe("the watcher", (type) -> type.getSimpleName().equals("PluginWatcher"))))
			.should()
			.callMethod(Thread.class, "ofPlatform")
			.orShould()
			.callMethod(Thread.class, "ofVirtual")
			.orShould()
			.callMethod(Thread.class, "start")
			.check(CLASSES);
	}

}
