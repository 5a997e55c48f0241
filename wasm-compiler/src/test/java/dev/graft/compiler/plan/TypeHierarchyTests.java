package dev.graft.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ModuleSubtyping;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.TypeTable;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import org.junit.jupiter.api.Test;

/// Being a subtype is being within a range.
class TypeHierarchyTests {

	private static final int BUDGET = 200;

	private static final int MOST_TYPES = 60;

	@Test
	void subtypesFollowTheirSupertype() {
		Random random = new Random(20261120);
		for (int round = 0; round < BUDGET; round++) {
			TypeTable types = types(random, 1 + random.nextInt(MOST_TYPES));
			ModuleSubtyping subtyping = new ModuleSubtyping(types);
			int[] canonical = subtyping.canonicalIndices();
			TypeHierarchy hierarchy = new TypeHierarchy(types, canonical);
			for (int type = 0; type < types.size(); type++) {
				for (int other = 0; other < types.size(); other++) {
					int place = hierarchy.first(canonical[type]);
					boolean within = place >= hierarchy.first(canonical[other])
							&& place < hierarchy.end(canonical[other]);
					assertThat(within).as("type %d below type %d of %s", type, other, types)
						.isEqualTo(subtyping.isSubtype(type, other));
				}
			}
		}
	}

	/// Each type below any earlier one or none; some of them are equal.
	private static TypeTable types(Random random, int count) {
		List<RecursiveGroup> groups = new ArrayList<>();
		for (int type = 0; type < count; type++) {
			List<Integer> supertypes = (type == 0 || random.nextInt(4) == 0) ? List.of()
					: List.of(random.nextInt(type));
			SubType open = new SubType(random.nextInt(3) == 0, supertypes, FunctionType.of(List.of()));
			groups.add(new RecursiveGroup(List.of(open)));
		}
		return TypeTable.of(groups);
	}

}
