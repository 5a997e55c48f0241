package dev.graft.spring.autoconfigure;

import java.io.IOException;
import java.util.List;

import dev.graft.spring.Versioned;
import dev.graft.spring.WasmContext;
import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/// Spring writes the definitions of plugin beans down ahead of time without help of ours.
class AheadOfTimeTests {

	@Test
	void definitionsOfPluginBeansAreAClassAndTwoArguments() throws IOException {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(WasmContext.WithVersioned.class, WasmAutoConfiguration.class);
		InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get("dev.graft.spring", "Application")), files);
		new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		generation.writeGeneratedContent();
		StringBuilder sources = new StringBuilder();
		for (String path : List.copyOf(files.getGeneratedFiles(Kind.SOURCE).keySet())) {
			sources.append(files.getGeneratedFileContent(Kind.SOURCE, path));
		}
		assertThat(sources).contains("new RootBeanDefinition(PluginFactoryBean.class)")
			.contains("addIndexedArgumentValue(0, Versioned.class)")
			.contains("addIndexedArgumentValue(1, \"versioned\")")
			.contains(Versioned.class.getSimpleName());
	}

}
