package dev.graft.compiler.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A binary module in the making: its sections grow side by side while the fields of the
/// text come in any order.
///
/// @see <a href="https://webassembly.github.io/spec/core/binary/modules.html">Binary
/// Format, "Modules"</a>
final class BinaryModule {

	private final Map<Section, BinaryWriter> contents = new EnumMap<>(Section.class);

	private final Map<Section, Integer> entries = new EnumMap<>(Section.class);

	private final List<CustomSectionText> customSections = new ArrayList<>();

	/// By function.
	private final SortedMap<Integer, BranchHints> branchHints = new TreeMap<>();

	private boolean dataCountNeeded;

	/// Begins a new entry of a section.
	/// @param textOffset where the entry comes from
	BinaryWriter entry(Section section, int textOffset) {
		this.entries.merge(section, 1, Integer::sum);
		BinaryWriter writer = this.contents.computeIfAbsent(section, (key) -> new BinaryWriter());
		writer.mark(textOffset);
		return writer;
	}

	/// How many entries a section has so far.
	int count(Section section) {
		return this.entries.getOrDefault(section, 0);
	}

	/// Notes that an instruction refers to a data segment, which takes a data count
	/// section.
	void needDataCount() {
		this.dataCountNeeded = true;
	}

	/// Adds a custom section.
	void add(CustomSectionText section) {
		this.customSections.add(section);
	}

	/// Adds the hints of a function's branches.
	void add(int functionIndex, BranchHints hints) {
		this.branchHints.put(functionIndex, hints);
	}

	/// Puts everything in order.
	/// @param nameSection the contents of the custom section `name`, or null for none
	BinaryWriter assemble(@Nullable BinaryWriter nameSection) {
		if (this.dataCountNeeded) {
			entry(Section.DATA_COUNT, 0).u32(count(Section.DATA));
		}
		BinaryWriter module = new BinaryWriter();
		module.raw(new byte[] { 0, 'a', 's', 'm', 1, 0, 0, 0 });
		customSections(null, true, module);
		for (Section section : Section.values()) {
			customSections(section, true, module);
			if (section == Section.CODE && !this.branchHints.isEmpty()) {
				branchHints(module);
			}
			@Nullable BinaryWriter writer = this.contents.get(section);
			if (writer != null) {
				section(section, writer, module);
			}
			customSections(section, false, module);
		}
		customSections(null, false, module);
		if (nameSection != null) {
			module.u8(0);
			module.sized(nameSection);
		}
		return module;
	}

	private void customSections(@Nullable Section section, boolean before, BinaryWriter module) {
		for (CustomSectionText custom : this.customSections) {
			if (custom.section() == section && custom.isBefore() == before) {
				custom.write(module);
			}
		}
	}

	private void branchHints(BinaryWriter module) {
		BinaryWriter payload = new BinaryWriter();
		payload.name(Annotation.BRANCH_HINT);
		payload.u32(this.branchHints.size());
		this.branchHints.forEach((function, hints) -> hints.write(function, payload));
		module.u8(0);
		module.sized(payload);
	}

	private void section(Section section, BinaryWriter contents, BinaryWriter module) {
		BinaryWriter payload = new BinaryWriter();
		if (section.isVector()) {
			payload.u32(count(section));
		}
		payload.append(contents);
		module.u8(section.id());
		module.sized(payload);
	}

}
