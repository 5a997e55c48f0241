package dev.graft.engine.abi;

import org.jspecify.annotations.Nullable;

/// Where a call keeps variables that have no place in the JVM's frame, because there are
/// too many of them for what the function has been cut into.
///
/// A function takes one when it begins and gives it back when it returns, so that calls
/// make no garbage. What the fields hold when one is taken is left over from another
/// call; there are none for references, which would keep objects alive.
///
/// Nobody has to give anything back: what an exception takes away, or a guest that is at
/// odds with its compiler, is collected as if there were no such reserve. Who gives back
/// what he goes on using spoils his own variables.
public final class CallFrame {

	/// How many an instance keeps: as many as calls within calls usually need.
	private static final int MOST_SPARE = 128;

	public int i0, i1, i2, i3, i4, i5, i6, i7, i8, i9, i10, i11, i12, i13, i14, i15, i16, i17;

	public int i18, i19, i20, i21, i22, i23, i24, i25, i26, i27, i28, i29, i30, i31, i32, i33;

	public int i34, i35, i36, i37, i38, i39, i40, i41, i42, i43, i44, i45, i46, i47, i48, i49;

	public int i50, i51, i52, i53, i54, i55, i56, i57, i58, i59, i60, i61, i62, i63, i64, i65;

	public int i66, i67, i68, i69, i70, i71, i72, i73, i74, i75, i76, i77, i78, i79, i80, i81;

	public int i82, i83, i84, i85, i86, i87, i88, i89, i90, i91, i92, i93, i94, i95, i96, i97;

	public int i98, i99, i100, i101, i102, i103, i104, i105, i106, i107, i108, i109, i110;

	public int i111, i112, i113, i114, i115, i116, i117, i118, i119, i120, i121, i122, i123;

	public int i124, i125, i126, i127, i128, i129, i130, i131, i132, i133, i134, i135, i136;

	public int i137, i138, i139, i140, i141, i142, i143, i144, i145, i146, i147, i148, i149;

	public int i150, i151, i152, i153, i154, i155, i156, i157, i158, i159, i160, i161, i162;

	public int i163, i164, i165, i166, i167, i168, i169, i170, i171, i172, i173, i174, i175;

	public int i176, i177, i178, i179, i180, i181, i182, i183, i184, i185, i186, i187, i188;

	public int i189, i190, i191;

	public long j0, j1, j2, j3, j4, j5, j6, j7, j8, j9, j10, j11, j12, j13, j14, j15, j16, j17, j18;

	public long j19, j20, j21, j22, j23, j24, j25, j26, j27, j28, j29, j30, j31, j32, j33, j34, j35;

	public long j36, j37, j38, j39, j40, j41, j42, j43, j44, j45, j46, j47, j48, j49, j50, j51, j52;

	public long j53, j54, j55, j56, j57, j58, j59, j60, j61, j62, j63;

	public float f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17;

	public float f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33;

	public float f34, f35, f36, f37, f38, f39, f40, f41, f42, f43, f44, f45, f46, f47, f48, f49;

	public float f50, f51, f52, f53, f54, f55, f56, f57, f58, f59, f60, f61, f62, f63, f64, f65;

	public float f66, f67, f68, f69, f70, f71, f72, f73, f74, f75, f76, f77, f78, f79, f80, f81;

	public float f82, f83, f84, f85, f86, f87, f88, f89, f90, f91, f92, f93, f94, f95;

	public double d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12, d13, d14, d15, d16, d17;

	public double d18, d19, d20, d21, d22, d23, d24, d25, d26, d27, d28, d29, d30, d31, d32, d33;

	public double d34, d35, d36, d37, d38, d39, d40, d41, d42, d43, d44, d45, d46, d47;

	/// What else the instance has in reserve.
	private @Nullable CallFrame next;

	/// How many that are.
	private int others;

	private CallFrame() {
	}

	/// Forgets all that an instance has in reserve, with what is left over in it.
	@EngineSide
	static void clear(ModuleInstance instance) {
		instance.spareFrame = null;
	}

	/// Takes one from what the instance has in reserve, or a new one.
	public static CallFrame take(ModuleInstance instance) {
		CallFrame frame = instance.spareFrame;
		if (frame == null) {
			return new CallFrame();
		}
		instance.spareFrame = frame.next;
		return frame;
	}

	/// Gives one back.
	public static void giveBack(CallFrame frame, ModuleInstance instance) {
		CallFrame next = instance.spareFrame;
		int others = (next != null) ? next.others + 1 : 0;
		if (others < MOST_SPARE) {
			frame.next = next;
			frame.others = others;
			instance.spareFrame = frame;
		}
	}

}
