package dev.graft.engine.abi;

import org.jspecify.annotations.Nullable;

/// The references to an instance's own functions that somebody has asked for.
///
/// Real modules have thousands of functions and an instance refers to few of them, so the
/// references stand in pages that appear when first touched.
final class FunctionReferences {

	private static final int PAGE_BITS = 7;

	private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

	private final ModuleCode code;

	private @Nullable FunctionReference @Nullable [] @Nullable [] pages;

	FunctionReferences(ModuleCode code) {
		this.code = code;
	}

	FunctionReference get(int functionIndex, ModuleInstance owner) {
		@Nullable FunctionReference[] page = page(functionIndex >>> PAGE_BITS);
		FunctionReference reference = page[functionIndex & PAGE_MASK];
		if (reference == null) {
			reference = new FunctionReference(owner, functionIndex, this.code);
			page[functionIndex & PAGE_MASK] = reference;
		}
		return reference;
	}

	private @Nullable FunctionReference[] page(int number) {
		@Nullable FunctionReference[] @Nullable [] pages = this.pages;
		if (pages == null) {
			pages = new @Nullable FunctionReference[(this.code.functionCount() >>> PAGE_BITS) + 1][];
			this.pages = pages;
		}
		@Nullable FunctionReference[] page = pages[number];
		if (page == null) {
			int functions = this.code.functionCount() - (number << PAGE_BITS);
			page = new @Nullable FunctionReference[Math.min(1 << PAGE_BITS, functions)];
			pages[number] = page;
		}
		return page;
	}

}
