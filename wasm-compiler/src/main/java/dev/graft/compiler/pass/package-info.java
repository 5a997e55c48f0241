/// What is found out about a body, and what is changed in it, between lowering and
/// emission. One class for each.
///
/// [dev.graft.compiler.pass.LabelMerging] tidies up after nested blocks,
/// [dev.graft.compiler.pass.JumpThreading] after functions that jump by a switch;
/// [dev.graft.compiler.pass.SharedConditions] chooses without a jump where many choices
/// depend on one condition;
/// [dev.graft.compiler.pass.UnrolledLoops] writes out the rounds of short loops;
/// [dev.graft.compiler.pass.InnerLoops] gives rounds that call nobody a loop of their own;
/// [dev.graft.compiler.pass.WideProducts], [dev.graft.compiler.pass.ByteSwaps] and
/// [dev.graft.compiler.pass.RotatedSums] spell arithmetic as HotSpot has instructions for
/// it;
/// [dev.graft.compiler.pass.FlowGraph] and [dev.graft.compiler.pass.Liveness] find out;
/// [dev.graft.compiler.pass.LoadForwarding] leaves out loads of what is at hand;
/// [dev.graft.compiler.pass.MemoryAccesses] decides how loads and stores are carried out;
/// [dev.graft.compiler.pass.RedundantChecks] leaves out checks of their addresses;
/// [dev.graft.compiler.pass.CombinedChecks] makes one of several;
/// [dev.graft.compiler.pass.CommonCounter] lets one variable of a loop count for others;
/// [dev.graft.compiler.pass.BasesBehindCalls] fetches the base of a memory again where a
/// call has been;
/// [dev.graft.compiler.pass.SlotAllocation] gives variables their place in the frame.
@NullMarked
package dev.graft.compiler.pass;

import org.jspecify.annotations.NullMarked;
