//! What Rust makes of the newer parts of WebAssembly: panics that unwind (exceptions), explicit tail calls, and SIMD.
#![feature(explicit_tail_calls)]
#![allow(incomplete_features)]

use std::arch::wasm32::*;
use std::cell::RefCell;
use std::collections::{BTreeMap, BinaryHeap, HashMap, VecDeque};
use std::panic::{self, AssertUnwindSafe};

thread_local!(static TRAIL: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) });

struct Guard(String);

impl Drop for Guard {
    fn drop(&mut self) {
        let how = if std::thread::panicking() { "!" } else { "-" };
        TRAIL.with_borrow_mut(|trail| trail.push(format!("{how}{}", self.0)));
    }
}

fn descend(depth: u32, limit: u32) -> u32 {
    let _guard = Guard(format!("d{depth}"));
    if depth == limit {
        panic!("reached {depth}");
    }
    descend(depth + 1, limit) + 1
}

fn message(payload: Box<dyn std::any::Any + Send>) -> String {
    if let Some(text) = payload.downcast_ref::<&str>() {
        text.to_string()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else if let Some(code) = payload.downcast_ref::<i32>() {
        format!("code {code}")
    } else {
        "something".into()
    }
}

fn caught<T: std::fmt::Debug>(action: impl FnOnce() -> T) -> String {
    match panic::catch_unwind(AssertUnwindSafe(action)) {
        Ok(value) => format!("{value:?}"),
        Err(payload) => message(payload),
    }
}

fn panics() {
    println!("{}", caught(|| descend(0, 4)));
    TRAIL.with_borrow_mut(|trail| println!("{}", trail.drain(..).collect::<Vec<_>>().join(" ")));
    let numbers = [1, 2, 3];
    println!("{}", caught(|| numbers[numbers.len() + TRAIL.with_borrow(|t| t.len())]));
    println!("{}", caught(|| "12x".parse::<i32>().unwrap()));
    println!("{}", caught(|| i32::MAX.checked_add(1).expect("no room")));
    println!("{}", caught(|| 7 / std::hint::black_box(0)));
    println!("{}", caught(|| -> i32 { panic::panic_any(42) }));
    println!("{}", caught(|| RefCell::new(1).try_borrow_mut().is_ok()));
    println!("{}", caught(|| {
        let inner = caught(|| descend(0, 2));
        panic::resume_unwind(Box::new(format!("outer after {inner}"))) as ()
    }));
    let mut sum = 0u64;
    for i in 0..5000u64 {
        sum = match panic::catch_unwind(|| if i % 3 == 0 { panic::resume_unwind(Box::new(i)) } else { i }) {
            Ok(value) => sum + value,
            Err(payload) => sum * 3 % 1_000_003 + *payload.downcast::<u64>().unwrap(),
        };
    }
    println!("{sum}");
    let mut values: Vec<u32> = (0..200).map(|i| i * 7919 % 211).collect();
    let mut left = 900;
    println!("{}", caught(AssertUnwindSafe(|| values.sort_by(|a, b| { left -= 1; if left == 0 { panic!("tired of comparing") } a.cmp(b) }))));
    println!("{} values, sum {}", values.len(), values.iter().sum::<u32>());
}

fn even(n: u64, steps: u64) -> (bool, u64) {
    if n == 0 { (true, steps) } else { become odd(n - 1, steps + 1) }
}

fn odd(n: u64, steps: u64) -> (bool, u64) {
    if n == 0 { (false, steps) } else { become even(n - 1, steps + 1) }
}

type Op = fn(&mut Machine, usize, i64) -> i64;

struct Machine {
    program: Vec<(Op, i64)>,
    counter: i64,
}

fn add(machine: &mut Machine, at: usize, value: i64) -> i64 {
    let next = machine.program[at + 1].0;
    let value = value.wrapping_add(machine.program[at].1);
    become next(machine, at + 1, value)
}

fn mul(machine: &mut Machine, at: usize, value: i64) -> i64 {
    let next = machine.program[at + 1].0;
    let value = value.wrapping_mul(machine.program[at].1);
    become next(machine, at + 1, value)
}

fn repeat(machine: &mut Machine, at: usize, value: i64) -> i64 {
    machine.counter -= 1;
    let to = if machine.counter > 0 { 0 } else { at + 1 };
    let next = machine.program[to].0;
    become next(machine, to, value)
}

fn stop(_: &mut Machine, _: usize, value: i64) -> i64 {
    value
}

fn tail_calls() {
    println!("{:?} {:?}", even(1_000_000, 0), even(333_333, 7));
    let mut machine = Machine { program: vec![(add, 17), (mul, 31), (add, -5), (repeat, 0), (stop, 0)], counter: 300_000 };
    let first = machine.program[0].0;
    println!("{}", first(&mut machine, 0, 1));
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sum = f32x4_splat(0.0);
    for (x, y) in a.as_chunks::<4>().0.iter().zip(b.as_chunks::<4>().0) {
        sum = f32x4_add(sum, f32x4_mul(f32x4(x[0], x[1], x[2], x[3]), f32x4(y[0], y[1], y[2], y[3])));
    }
    f32x4_extract_lane::<0>(sum) + f32x4_extract_lane::<1>(sum) + f32x4_extract_lane::<2>(sum) + f32x4_extract_lane::<3>(sum)
}

fn is_ascii_lower(text: &[u8]) -> usize {
    text.chunks_exact(16).map(|chunk| {
        let bytes = unsafe { v128_load(chunk.as_ptr().cast()) };
        i8x16_bitmask(v128_and(u8x16_ge(bytes, u8x16_splat(b'a')), u8x16_le(bytes, u8x16_splat(b'z')))).count_ones() as usize
    }).sum()
}

fn simd() {
    let a: Vec<f32> = (0..256).map(|i| i as f32 * 0.5).collect();
    let b: Vec<f32> = (0..256).map(|i| 100.0 - i as f32).collect();
    println!("{}", dot(&a, &b));
    let text = "The Quick Brown Fox Jumps Over The Lazy Dog. ".repeat(100);
    println!("{} {}", is_ascii_lower(text.as_bytes()), text.matches("Fox").count());
    // Loops that the compiler turns into SIMD by itself.
    let squares: Vec<i32> = (0..1000).map(|i: i32| (i * i) ^ (i << 3)).collect();
    println!("{} {:?}", squares.iter().map(|&x| i64::from(x)).sum::<i64>(), squares.iter().max());
    let bytes: Vec<u8> = (0..4096u32).map(|i| (i * 31 >> 3) as u8).collect();
    println!("{}", bytes.iter().fold(0u64, |hash, &byte| hash.rotate_left(5) ^ u64::from(byte)));
}

fn collections() {
    let mut counts = HashMap::new();
    for word in "it was the best of times it was the worst of times".split(' ') {
        *counts.entry(word).or_insert(0) += 1;
    }
    println!("{:?}", counts.iter().collect::<BTreeMap<_, _>>());
    let mut heap: BinaryHeap<_> = (0..20).map(|i| (i * 7 % 11, i)).collect();
    println!("{:?}", std::iter::from_fn(|| heap.pop()).take(5).collect::<VecDeque<_>>());
}

fn main() {
    panic::set_hook(Box::new(|info| println!("hook: {}", info.payload().downcast_ref::<&str>().copied().map(str::to_owned)
        .or_else(|| info.payload().downcast_ref::<String>().cloned()).unwrap_or_default())));
    panics();
    tail_calls();
    simd();
    collections();
    if std::env::args().len() > 1 {
        let _guard = Guard("main".into());
        panic!("nobody catches this");
    }
}
