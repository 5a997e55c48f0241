package dev.graft.spring.canonical;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NamesTests {

	@Test
	void aNameOfSeveralWordsHasThreeSpellings() {
		assertThat(Names.spellings("linePrice")).containsExactly("line-price", "line_price", "linePrice");
	}

	@Test
	void aNameOfOneWordHasOne() {
		assertThat(Names.spellings("describe")).containsExactly("describe");
	}

	@Test
	void abbreviationsAreWords() {
		assertThat(Names.spellings("parseHTTPDate")).startsWith("parse-http-date");
	}

	@Test
	void digitsBelongToTheWordBeforeThem() {
		assertThat(Names.spellings("code39Bars")).startsWith("code39-bars");
	}

	@Test
	void snakeCaseIsUnderstood() {
		assertThat(Names.spellings("line_price")).containsExactly("line-price", "line_price");
	}

}
