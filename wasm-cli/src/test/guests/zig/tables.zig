//! Tables computed at compile time, slices with checks, errors, tagged unions; printed through WASI by hand.

const std = @import("std");
const wasi = std.os.wasi;

fn print(comptime format: []const u8, arguments: anytype) void {
    var buffer: [1024]u8 = undefined;
    const text = std.fmt.bufPrint(&buffer, format ++ "\n", arguments) catch unreachable;
    const vectors = [_]wasi.ciovec_t{.{ .base = text.ptr, .len = text.len }};
    var written: usize = undefined;
    _ = wasi.fd_write(1, &vectors, 1, &written);
}

const crc_table = blk: {
    @setEvalBranchQuota(10000);
    var table: [256]u32 = undefined;
    for (&table, 0..) |*entry, index| {
        var value: u32 = index;
        for (0..8) |_| value = if (value & 1 == 1) (value >> 1) ^ 0xEDB88320 else value >> 1;
        entry.* = value;
    }
    break :blk table;
};

fn crc(bytes: []const u8) u32 {
    var value: u32 = 0xFFFFFFFF;
    for (bytes) |byte| value = (value >> 8) ^ crc_table[(value ^ byte) & 0xFF];
    return ~value;
}

const Expression = union(enum) {
    number: f64,
    sum: [2]*const Expression,
    product: [2]*const Expression,
    quotient: [2]*const Expression,

    fn evaluate(self: Expression) error{DivisionByZero}!f64 {
        return switch (self) {
            .number => |n| n,
            .sum => |s| try s[0].evaluate() + try s[1].evaluate(),
            .product => |p| try p[0].evaluate() * try p[1].evaluate(),
            .quotient => |q| {
                const divisor = try q[1].evaluate();
                return if (divisor == 0) error.DivisionByZero else try q[0].evaluate() / divisor;
            },
        };
    }
};

fn Matrix(comptime n: usize) type {
    return struct {
        cells: [n][n]i64,

        fn times(a: @This(), b: @This()) @This() {
            var result: @This() = undefined;
            for (0..n) |i| for (0..n) |j| {
                result.cells[i][j] = 0;
                for (0..n) |k| result.cells[i][j] +%= a.cells[i][k] *% b.cells[k][j];
            };
            return result;
        }
    };
}

pub fn main() u8 {
    print("{x} {x}", .{ crc("123456789"), crc(&(.{7} ** 5000)) });
    const two: Expression = .{ .number = 2 };
    const third: Expression = .{ .number = 1.0 / 3.0 };
    const zero: Expression = .{ .product = .{ &two, &.{ .number = 0 } } };
    print("{d} {any}", .{ (Expression{ .sum = .{ &two, &third } }).evaluate() catch 0, (Expression{ .quotient = .{ &two, &zero } }).evaluate() });
    var power: Matrix(5) = .{ .cells = .{.{ 1, 2, 3, 4, 5 }} ** 5 };
    for (0..20) |_| power = power.times(power);
    print("{any}", .{power.cells[4]});
    var numbers: [1000]i32 = undefined;
    var random = std.Random.DefaultPrng.init(42);
    for (&numbers) |*number| number.* = random.random().int(i32);
    std.mem.sort(i32, &numbers, {}, std.sort.asc(i32));
    print("{d} {d} {d}", .{ numbers[0], numbers[500], numbers[999] });
    print("{d} {e} {d:.3} {d}", .{ 0.1, @as(f64, 1e300), @as(f32, 3.14159), std.math.maxInt(u128) / 7 });
    print("{s} {d}", .{ @tagName(two), @popCount(@as(u200, std.math.maxInt(u199))) });
    return 9;
}
