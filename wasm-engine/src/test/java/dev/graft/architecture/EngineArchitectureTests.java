package dev.graft.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The rules that hold the engine's packages apart.
class EngineArchitectureTests {

	private static final Set<String> INTERNAL = Set.of("dev.graft.engine.abi", "dev.graft.engine.load",
			"dev.graft.engine.link", "dev.graft.engine.instance", "dev.graft.engine.limits", "dev.graft.engine.memory",
			"dev.graft.engine.diagnostics");

	private final JavaClasses classes = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.graft.engine", "dev.graft.wasi");

	@Test
	void theEmbeddingApiExposesNothingInternal() {
		classes().that()
			.resideInAnyPackage("dev.graft.engine", "dev.graft.engine.trap", "dev.graft.wasi")
			.and()
			.arePublic()
			.should(exposeNothingInternal())
			.check(this.classes);
	}

	@Test
	void theEngineKnowsNeitherCompilerNorBytecodeLibrary() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("dev.graft.compiler..", "org.objectweb.asm..", "org.springframework..")
			.check(this.classes);
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching("dev.graft.(**)").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void nothingInternalKnowsTheEmbeddingApi() {
		noClasses().that()
			.resideInAnyPackage(INTERNAL.toArray(String[]::new))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("dev.graft.engine", "dev.graft.wasi..")
			.check(this.classes);
	}

	@Test
	void wasiUsesNothingButTheEmbeddingApi() {
		classes().that()
			.resideInAPackage("dev.graft.wasi..")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", "dev.graft.wasi..", "dev.graft.engine",
					"dev.graft.engine.trap", "dev.graft.artifact.type")
			.check(this.classes);
	}

	private static ArchCondition<JavaClass> exposeNothingInternal() {
		return new ArchCondition<>("expose nothing internal") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				type.getMembers()
					.stream()
					.filter((member) -> member.getModifiers().contains(JavaModifier.PUBLIC)
							|| member.getModifiers().contains(JavaModifier.PROTECTED))
					.filter((member) -> mentioned(member).stream().anyMatch(internal()))
					.forEach((member) -> events.add(SimpleConditionEvent.violated(member,
							member.getFullName() + " exposes something internal")));
			}

		};
	}

	private static Set<JavaClass> mentioned(JavaMember member) {
		return switch (member) {
			case JavaCodeUnit code -> signature(code);
			case JavaField field -> field.getType().getAllInvolvedRawTypes();
			default -> Set.of();
		};
	}

	private static Set<JavaClass> signature(JavaCodeUnit code) {
		Set<JavaClass> types = new HashSet<>(code.getReturnType().getAllInvolvedRawTypes());
		code.getParameterTypes().forEach((parameter) -> types.addAll(parameter.getAllInvolvedRawTypes()));
		return types;
	}

	private static DescribedPredicate<JavaClass> internal() {
		return DescribedPredicate.describe("internal", (type) -> INTERNAL.contains(type.getPackageName()));
	}

}
