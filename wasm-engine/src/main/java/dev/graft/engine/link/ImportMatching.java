package dev.graft.engine.link;

import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.ReferenceType;

/// Whether something can stand where a module asks for an import of a type.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/valid/matching.html#external-types">Validation,
/// Matching, "External Types"</a>
final class ImportMatching {

	private static final CanonicalSubtyping SUBTYPING = CanonicalSubtyping.INSTANCE;

	private ImportMatching() {
	}

	/// Whether it matches.
	/// @param required what the module asks for
	/// @param types the module's types
	/// @param found what there is
	static boolean matches(ExternalType required, ModuleTypes types, ExternalInstance found) {
		return switch (found) {
			case ExternalInstance.Function function -> required instanceof ExternalType.Function wanted
					&& function.type().isSubtypeOf(types.get(wanted.typeIndex()));
			case ExternalInstance.Memory memory ->
				required instanceof ExternalType.Memory wanted && memory(wanted, memory.type());
			case ExternalInstance.Table table ->
				required instanceof ExternalType.Table wanted && table(types.resolve(wanted), table.type());
			// Tags match if their types are equal: an exception is thrown and caught with
			// the same tag, so what it carries goes both ways.
			case ExternalInstance.Tag tag ->
				required instanceof ExternalType.Tag wanted && types.get(wanted.typeIndex()).equals(tag.type());
			case ExternalInstance.Global global -> required instanceof ExternalType.Global wanted
					&& SUBTYPING.matches(global.type(), types.resolve(wanted));
		};
	}

	private static boolean memory(ExternalType.Memory wanted, ExternalType.Memory found) {
		return wanted.addressType() == found.addressType() && wanted.shared() == found.shared()
				&& wanted.pageSizeLog2() == found.pageSizeLog2() && found.limits().matches(wanted.limits());
	}

	private static boolean same(ReferenceType one, ReferenceType other) {
		return SUBTYPING.matches(one, other) && SUBTYPING.matches(other, one);
	}

	private static boolean table(ExternalType.Table wanted, ExternalType.Table found) {
		return wanted.addressType() == found.addressType() && same(wanted.elementType(), found.elementType())
				&& found.limits().matches(wanted.limits());
	}

}
