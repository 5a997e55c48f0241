package dev.graft.engine.link;

import static dev.graft.artifact.type.NumberType.I32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.TypeTable;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import org.junit.jupiter.api.Test;

/// Equal types are one object throughout an engine, as long as somebody uses them.
class CanonicalTypesTests {

	private final CanonicalTypes types = new CanonicalTypes();

	@Test
	void equalTypesOfDifferentModulesAreTheSameObject() {
		ModuleTypes one = this.types.of(TypeTable.of(List.of(list(0))));
		ModuleTypes other = this.types
			.of(TypeTable.of(List.of(RecursiveGroup.of(FunctionType.of(List.of())), list(1), list(3))));
		assertThat(other.get(1)).isSameAs(one.get(0)).isSameAs(other.get(3));
		assertThat(other.get(2)).isSameAs(one.get(1)).isNotSameAs(one.get(0));
	}

	@Test
	void plainFunctionTypesAreFoundWithAndWithoutADigest() {
		CanonicalType plain = this.types.of(FunctionType.of(List.of(I32)));
		TypeTable mixed = TypeTable.of(List.of(list(0), RecursiveGroup.of(FunctionType.of(List.of(I32)))));
		assertThat(this.types.of(mixed).get(2)).isSameAs(plain);
		assertThat(this.types.of(TypeTable.of(List.of(RecursiveGroup.of(FunctionType.of(List.of(I32)))))).get(0))
			.isSameAs(plain);
		assertThat(new CanonicalTypes().of(mixed).get(2).digest()).isEqualTo(plain.digest());
	}

	@Test
	void mentionedTypesAreCanonical() {
		ModuleTypes list = this.types.of(TypeTable.of(List.of(list(0))));
		ReferenceType toNode = new ReferenceType(true, list.get(1));
		assertThat(list.get(0).composite()).isEqualTo(new StructType(List.of(FieldType.mutable(toNode))));
		CanonicalType function = this.types.of(FunctionType.of(List.of(toNode)));
		TypeTable spelledOut = TypeTable.of(List.of(list(0),
				RecursiveGroup.of(FunctionType.of(List.of(new ReferenceType(true, new HeapType.Concrete(1)))))));
		assertThat(this.types.of(spelledOut).get(2)).isSameAs(function);
	}

	@Test
	void subtypesKnowTheirSupertypes() {
		ModuleTypes chain = this.types.of(chain(64));
		assertThat(chain.get(63).isSubtypeOf(chain.get(0))).isTrue();
		assertThat(chain.get(63).isSubtypeOf(chain.get(62))).isTrue();
		assertThat(chain.get(0).isSubtypeOf(chain.get(1))).isFalse();
		assertThat(chain.get(40).declaredSupertype()).isSameAs(chain.get(39));
		ModuleTypes other = this.types.of(TypeTable.of(List.of(open(FunctionType.of(List.of(I32))))));
		assertThat(chain.get(63).isSubtypeOf(other.get(0))).isFalse();
	}

	@Test
	void writesTypesAsTextWithoutIndices() {
		ModuleTypes list = this.types.of(TypeTable.of(List.of(list(0))));
		CanonicalType function = this.types
			.of(FunctionType.of(List.of(I32), new ReferenceType(false, this.types.of(FunctionType.of(List.of(I32))))));
		assertThat(function).hasToString("(func (param i32) (result (ref (func (param i32)))))");
		assertThat(list.get(0)).hasToString("$" + list.get(0).digest().toString().substring(0, 8));
		assertThat(list.get(0).definition())
			.isEqualTo("(type %s (struct (field (mut (ref null %s)))))".formatted(list.get(0), list.get(1)));
		CanonicalType subtype = this.types.of(chain(2)).get(1);
		assertThat(subtype.definition())
			.isEqualTo("(type %s (sub %s (func)))".formatted(subtype, subtype.declaredSupertype()));
		assertThat(function.definition()).isEqualTo("(type %s)".formatted(function));
	}

	@Test
	void refusesTypesThatMeanNothingHere() {
		ReferenceType relative = new ReferenceType(true, new HeapType.Concrete(3));
		assertThatIllegalArgumentException().isThrownBy(() -> this.types.of(FunctionType.of(List.of(relative))))
			.withMessage("(ref null 3) states a type by its index in some module");
		ReferenceType foreign = new ReferenceType(true, new CanonicalTypes().of(FunctionType.of(List.of())));
		assertThatIllegalArgumentException().isThrownBy(() -> this.types.of(FunctionType.of(List.of(foreign))))
			.withMessage("(ref null (func)) states a type of another engine");
	}

	@Test
	void forgetsTypesThatNobodyUses() throws InterruptedException {
		ModuleTypes kept = this.types.of(TypeTable.of(List.of(list(0))));
		WeakReference<CanonicalType> unused = new WeakReference<>(this.types.of(chain(60)).get(59));
		for (int attempt = 0; unused.get() != null && attempt < 100; attempt++) {
			System.gc();
			Thread.sleep(10);
		}
		assertThat(unused.get()).isNull();
		assertThat(this.types.known(kept.get(0).digest())).isSameAs(kept.get(0));
		for (int attempt = 0; this.types.count() > 2 && attempt < 100; attempt++) {
			Thread.sleep(10);
		}
		assertThat(this.types.count()).isEqualTo(2);
		assertThat(this.types.known(kept.get(0).digest())).isSameAs(kept.get(0));
	}

	@Test
	void threadsAgree() throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Future<ModuleTypes>> found = new ArrayList<>();
			for (int task = 0; task < 64; task++) {
				found.add(threads.submit(() -> this.types.of(chain(64))));
			}
			ModuleTypes first = found.getFirst().get();
			for (Future<ModuleTypes> each : found) {
				assertThat(each.get().get(63)).isSameAs(first.get(63));
			}
		}
	}

	/// A list and its node, of which each refers to the other.
	private static RecursiveGroup list(int first) {
		return new RecursiveGroup(List.of(
				SubType.of(new StructType(
						List.of(FieldType.mutable(new ReferenceType(true, new HeapType.Concrete(first + 1)))))),
				SubType.of(new StructType(List.of(FieldType.immutable(I32),
						FieldType.mutable(new ReferenceType(true, new HeapType.Concrete(first))))))));
	}

	/// Types of which each is a subtype of the one before.
	private static TypeTable chain(int length) {
		List<RecursiveGroup> groups = new ArrayList<>(List.of(open(FunctionType.of(List.of()))));
		for (int index = 1; index < length; index++) {
			groups.add(open(FunctionType.of(List.of()), index - 1));
		}
		return TypeTable.of(groups);
	}

	private static RecursiveGroup open(FunctionType type, Integer... supertypes) {
		return new RecursiveGroup(List.of(new SubType(false, List.of(supertypes), type)));
	}

}
