//! What Rust is made of, one loop for each: iterators, vectors, sorting, maps, text, numbers in text, references, dynamic calls, enums, checked and
//! wide arithmetic, floats, matrices and small algorithms. `build-rust.sh` builds them, `wasm-bench/run.sh FOLDER` runs them.
#![allow(static_mut_refs, unused_variables)]

use std::cell::{Cell, RefCell};
use std::collections::*;
use std::fmt::Write;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::hint::black_box as bb;
use std::rc::Rc;

struct Random(u32);
impl Random {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(1664525).wrapping_add(1013904223);
        self.0 >> 4
    }
    /// A number below another.
    fn below(&mut self, m: u32) -> u32 {
        ((self.next() as u64 * m as u64) >> 28) as u32
    }
}
/// The hash of rustc's own maps.
#[derive(Default)]
struct Fx(u64);
impl Hasher for Fx {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, b: &[u8]) {
        for &x in b {
            self.0 = (self.0.rotate_left(5) ^ x as u64).wrapping_mul(0x517cc1b727220a95);
        }
    }
    fn write_u32(&mut self, x: u32) {
        self.0 = (self.0.rotate_left(5) ^ x as u64).wrapping_mul(0x517cc1b727220a95);
    }
}
type FxMap<K, V> = HashMap<K, V, BuildHasherDefault<Fx>>;

/// So many rounds, each of which changes the sum.
fn each(rounds: u32, mut round: impl FnMut(u32, &mut u32)) -> u32 {
    let mut sum = 0;
    for i in 0..rounds {
        round(i, &mut sum);
        sum = sum.rotate_left(1);
    }
    sum
}

fn make_words() -> Vec<String> {
    let mut r = Random(5);
    (0..2000)
        .map(|_| {
            let l = 3 + r.below(8);
            (0..l).map(|_| (b'a' + r.below(26) as u8) as char).collect()
        })
        .collect()
}
fn make_numbers(n: usize) -> Vec<u32> {
    let mut r = Random(9);
    (0..n).map(|_| r.next()).collect()
}
fn make_reals(n: usize) -> Vec<f64> {
    let mut r = Random(9);
    (0..n).map(|_| r.next() as f64 / 1e6 - 50.0).collect()
}
static mut TEXT: String = String::new();
static mut WORDS: Vec<String> = Vec::new();
static mut INTS: Vec<u32> = Vec::new();
static mut FLOATS: Vec<f64> = Vec::new();
fn text() -> &'static str {
    unsafe {
        if TEXT.is_empty() {
            TEXT = words().join(" ");
        }
        &TEXT
    }
}
fn words() -> &'static [String] {
    unsafe {
        if WORDS.is_empty() {
            WORDS = make_words();
        }
        &WORDS
    }
}
fn numbers() -> &'static [u32] {
    unsafe {
        if INTS.is_empty() {
            INTS = make_numbers(4096);
        }
        &INTS
    }
}
fn reals() -> &'static [f64] {
    unsafe {
        if FLOATS.is_empty() {
            FLOATS = make_reals(4096);
        }
        &FLOATS
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn vec_push(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut v = Vec::new();
        for k in 0..1000u32 {
            v.push(k ^ i);
        }
        *s = s.wrapping_add(bb(&v)[17]);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn vec_collect(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let v: Vec<u32> = numbers().iter().map(|x| x.wrapping_mul(3) ^ i).collect();
        *s ^= v[33];
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn vec_filter(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let v: Vec<u32> = numbers().iter().copied().filter(|x| (x ^ i) & 4 == 0).collect();
        *s ^= v.len() as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn iter_sum(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add(numbers().iter().fold(i, |a, x| a.wrapping_add(*x)));
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn iter_zip(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let v = numbers();
        *s = s.wrapping_add(v.iter().zip(v[7..].iter()).map(|(a, b)| a.wrapping_mul(*b)).fold(i, |a, x| a ^ x));
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn iter_max(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s ^= numbers().iter().map(|x| x ^ i).max().unwrap();
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn iter_minby(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s ^= *numbers().iter().min_by_key(|x| *x ^ i).unwrap();
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn iter_windows(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add(numbers().windows(3).filter(|w| w[0] < w[1] && w[1] > w[2]).count() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn iter_chunks(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add(numbers().chunks(8).map(|c| c.iter().fold(i, |a, x| a ^ x)).fold(0u32, |a, x| a.wrapping_add(x)));
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn iter_chain(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let v = numbers();
        *s = s.wrapping_add(v[..999].iter().chain(v[2000..].iter()).fold(i, |a, x| a.rotate_left(3) ^ x));
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn iter_flat(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add((0..64u32).flat_map(|a| (0..a).map(move |b| a * b)).fold(i, |a, x| a ^ x));
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn iter_step(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add((0..4096).step_by(7).map(|k| numbers()[k]).fold(i, |a, x| a ^ x));
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn iter_rev(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add(numbers().iter().rev().enumerate().fold(i, |a, (k, x)| a ^ x.wrapping_add(k as u32)));
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn iter_take(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add(numbers().iter().skip(10).take_while(|x| **x != 77).fold(i, |a, x| a ^ x));
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn iter_peek(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut it = numbers().iter().peekable();
        let mut c = i;
        while let Some(x) = it.next() {
            if let Some(y) = it.peek() {
                if x < *y {
                    c = c.wrapping_add(1);
                }
            }
        }
        *s ^= c;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn iter_dyn(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let it: Box<dyn Iterator<Item = u32>> =
            if i < 1 << 30 { Box::new(numbers().iter().copied().map(|x| x >> 3)) } else { Box::new(std::iter::empty()) };
        *s ^= bb(it).fold(0, |a, x| a ^ x);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn sort_ints(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut v = numbers().to_vec();
        v[0] = i;
        v.sort();
        *s ^= v[100];
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn sort_unst(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut v = numbers().to_vec();
        v[0] = i;
        v.sort_unstable();
        *s ^= v[100];
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn sort_key(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut v: Vec<(u32, u32)> = numbers().iter().map(|x| (*x & 255, *x ^ i)).collect();
        v.sort_by_key(|p| p.0);
        *s ^= v[100].1;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn sort_floats(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut v = reals().to_vec();
        v[0] = i as f64;
        v.sort_by(|a, b| a.partial_cmp(b).unwrap());
        *s ^= v[100] as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn sort_strs(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut v: Vec<&str> = words().iter().map(|x| x.as_str()).collect();
        v.sort();
        *s ^= v[100 + (i & 7) as usize].len() as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn bsearch(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let v: Vec<u32> = (0..1000).map(|k| k * 1000).collect();
        for x in numbers() {
            *s = s.wrapping_add(match v.binary_search(&((x ^ i) & 0xfffff)) {
                Ok(k) => k,
                Err(k) => k,
            } as u32);
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn hash_sip(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut m = HashMap::new();
        for x in &numbers()[..1000] {
            *m.entry(x & 255).or_insert(0u32) += x ^ i;
        }
        *s ^= m.values().fold(0, |a, x| a ^ x);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn hash_fx(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut m: FxMap<u32, u32> = FxMap::default();
        for x in &numbers()[..1000] {
            *m.entry(x & 255).or_insert(0) += x ^ i;
        }
        *s ^= m.values().fold(0, |a, x| a ^ x);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn hash_get(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let m: FxMap<u32, u32> = (0..500).map(|k| (k * 7, k)).collect();
        for x in numbers() {
            if let Some(v) = m.get(&((x ^ i) & 4095)) {
                *s = s.wrapping_add(*v);
            }
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn hash_str(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut m: HashMap<&str, u32> = HashMap::new();
        for w in &words()[..500] {
            *m.entry(w.as_str()).or_default() += i;
        }
        *s ^= m.len() as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn hash_string(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut m: HashMap<String, u32> = HashMap::new();
        for w in &words()[..500] {
            *m.entry(w.clone()).or_default() += i;
        }
        *s ^= m.len() as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn hash_set(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let m: HashSet<u32> = numbers()[..800].iter().map(|x| x & 1023).collect();
        *s ^= m.len() as u32 ^ i;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn btree_ins(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut m = BTreeMap::new();
        for x in &numbers()[..800] {
            m.insert(x ^ i, *x);
        }
        *s ^= *m.iter().next().unwrap().1;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn btree_get(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let m: BTreeMap<u32, u32> = (0..500).map(|k| (k * 7, k)).collect();
        for x in numbers() {
            if let Some(v) = m.get(&((x ^ i) & 4095)) {
                *s = s.wrapping_add(*v);
            }
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn btree_range(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let m: BTreeMap<u32, u32> = (0..500).map(|k| (k * 7, k)).collect();
        for x in &numbers()[..100] {
            let a = (x ^ i) & 2047;
            *s = s.wrapping_add(m.range(a..a + 200).map(|p| p.1).sum::<u32>());
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn btree_str(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut m: BTreeMap<&str, u32> = BTreeMap::new();
        for w in &words()[..500] {
            *m.entry(w.as_str()).or_default() += i;
        }
        *s ^= m.len() as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn heap(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut h = BinaryHeap::new();
        for x in &numbers()[..1000] {
            h.push(x ^ i);
        }
        let mut c = 0u32;
        while let Some(x) = h.pop() {
            c = c.wrapping_mul(3) ^ x;
        }
        *s ^= c;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn deque(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut q = VecDeque::new();
        let mut c = i;
        for x in numbers() {
            q.push_back(*x);
            if q.len() > 100 {
                c ^= q.pop_front().unwrap();
            }
        }
        *s ^= c;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_bytes(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add(text().bytes().filter(|b| *b == b'e').count() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_chars(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add(text().chars().filter(|c| *c == 'e').count() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_rev(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let t: String = text()[..2000].chars().rev().collect();
        *s = s.wrapping_add(t.len() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_split(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add(text().split(' ').map(|w| w.len() as u32).fold(i, |a, x| a.wrapping_mul(3) ^ x));
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_wsplit(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add(text().split_whitespace().map(|w| w.len() as u32).fold(i, |a, x| a.wrapping_mul(3) ^ x));
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_find(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add(text().find("zqzqz").unwrap_or(5) as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_findc(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add(text().find('#').unwrap_or(5) as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_replace(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add(text()[..4000].replace("ab", "xyz").len() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_upper(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add(text()[..4000].to_ascii_uppercase().len() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_upperu(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add(text()[..4000].to_uppercase().len() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_trim(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        for w in &words()[..500] {
            *s = s.wrapping_add(w.trim_matches(|c| c == 'a' || c == 'b').len() as u32 ^ i);
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_cmp(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let w = words();
        for k in 1..1000 {
            *s = s.wrapping_add((w[k] < w[k - 1]) as u32);
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_eq(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let w = words();
        for k in 1..1000 {
            *s = s.wrapping_add((w[k] == w[k & 31]) as u32);
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_push(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut t = String::new();
        for k in 0..1000u32 {
            t.push((b'a' + ((k ^ i) % 26) as u8) as char);
        }
        *s = s.wrapping_add(bb(t).len() as u32);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_pushs(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut t = String::new();
        for w in words() {
            t.push_str(w);
        }
        *s = s.wrapping_add(bb(t).len() as u32);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_fmt(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut t = String::new();
        for k in 0..200u32 {
            write!(t, "{}:{} ", k ^ i, k * 77).unwrap();
        }
        *s = s.wrapping_add(t.len() as u32);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_fmtf(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut t = String::new();
        for x in &reals()[..100] {
            write!(t, "{:.3} ", x).unwrap();
        }
        *s = s.wrapping_add(t.len() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_fmtg(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut t = String::new();
        for x in &reals()[..100] {
            write!(t, "{} ", x).unwrap();
        }
        *s = s.wrapping_add(t.len() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_fmtx(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut t = String::new();
        for x in &numbers()[..200] {
            write!(t, "{:08x} ", x).unwrap();
        }
        *s = s.wrapping_add(t.len() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_parse(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        for k in 0..1000u32 {
            let t = ["123", "45678", "9", "1234567"][((k ^ i) & 3) as usize];
            *s = s.wrapping_add(bb(t).parse::<u32>().unwrap());
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn str_parsef(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        for k in 0..500u32 {
            let t = ["1.25", "456.789", "9e10", "-0.001234567"][((k ^ i) & 3) as usize];
            *s = s.wrapping_add(bb(t).parse::<f64>().unwrap() as i32 as u32);
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn utf8_check(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        *s = s.wrapping_add(std::str::from_utf8(bb(text().as_bytes())).unwrap().len() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn string_clone(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let v: Vec<String> = words()[..300].to_vec();
        *s = s.wrapping_add(bb(v).len() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn box_tree(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        struct T(Option<Box<T>>, Option<Box<T>>);
        fn mk(d: u32) -> Box<T> {
            if d == 0 { Box::new(T(None, None)) } else { Box::new(T(Some(mk(d - 1)), Some(mk(d - 1)))) }
        }
        fn ct(t: &T) -> u32 {
            1 + t.0.as_ref().map_or(0, |x| ct(x)) + t.1.as_ref().map_or(0, |x| ct(x))
        }
        *s = s.wrapping_add(ct(&mk(9)) ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn rc_clone(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let a = Rc::new(Cell::new(i));
        let v: Vec<Rc<Cell<u32>>> = (0..500).map(|_| a.clone()).collect();
        for x in &v {
            x.set(x.get() + 1);
        }
        *s ^= a.get();
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn refcell(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let c = RefCell::new(vec![i; 16]);
        for k in 0..1000usize {
            *bb(&c).borrow_mut().get_mut(k & 15).unwrap() += k as u32;
        }
        *s ^= c.borrow()[3];
    })
}

trait Shape {
    fn area(&self, k: u32) -> u32;
}
struct A(u32);
struct B(u32, u32);
struct C(u32);
struct D;
impl Shape for A {
    fn area(&self, k: u32) -> u32 {
        self.0 ^ k
    }
}
impl Shape for B {
    fn area(&self, k: u32) -> u32 {
        self.0.wrapping_mul(self.1) + k
    }
}
impl Shape for C {
    fn area(&self, k: u32) -> u32 {
        self.0 >> (k & 7)
    }
}
impl Shape for D {
    fn area(&self, k: u32) -> u32 {
        k
    }
}
fn shapes(kinds: u32) -> Vec<Box<dyn Shape>> {
    let mut r = Random(3);
    (0..256)
        .map(|_| {
            let x = r.next() & 0xffff;
            match r.below(kinds) {
                0 => Box::new(A(x)) as Box<dyn Shape>,
                1 => Box::new(B(x, 3)),
                2 => Box::new(C(x)),
                _ => Box::new(D),
            }
        })
        .collect()
}
#[unsafe(no_mangle)]
pub extern "C" fn dyn1(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let v = shapes(1);
        for r in 0..8u32 {
            for x in &v {
                *s = s.wrapping_add(x.area(r ^ i));
            }
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn dyn2(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let v = shapes(2);
        for r in 0..8u32 {
            for x in &v {
                *s = s.wrapping_add(x.area(r ^ i));
            }
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn dyn4(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let v = shapes(4);
        for r in 0..8u32 {
            for x in &v {
                *s = s.wrapping_add(x.area(r ^ i));
            }
        }
    })
}

#[derive(Clone, PartialEq, Debug)]
enum E {
    Num(f64),
    Add(Box<E>, Box<E>),
    Mul(Box<E>, Box<E>),
    Neg(Box<E>),
}
fn expr(d: u32, r: &mut Random) -> E {
    if d == 0 {
        return E::Num(r.below(10) as f64);
    }
    match r.below(3) {
        0 => E::Add(Box::new(expr(d - 1, r)), Box::new(expr(d - 1, r))),
        1 => E::Mul(Box::new(expr(d - 1, r)), Box::new(expr(d - 1, r))),
        _ => E::Neg(Box::new(expr(d - 1, r))),
    }
}
fn eval(e: &E) -> f64 {
    match e {
        E::Num(x) => *x,
        E::Add(a, b) => eval(a) + eval(b),
        E::Mul(a, b) => eval(a) * eval(b),
        E::Neg(a) => -eval(a),
    }
}
#[unsafe(no_mangle)]
pub extern "C" fn enum_eval(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let e = expr(12, &mut Random(4));
        for _ in 0..4 {
            *s = s.wrapping_add(eval(bb(&e)) as i32 as u32 ^ i);
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn enum_clone(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let e = expr(12, &mut Random(4));
        *s = s.wrapping_add((e.clone() == e) as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn opt_chain(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        for x in numbers() {
            *s = s.wrapping_add(Some(*x).filter(|x| x & 3 != 0).and_then(|x| x.checked_sub(i + 1000)).map(|x| x / 3).unwrap_or(7));
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn result_q(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        fn f(x: u32) -> Result<u32, String> {
            if x & 0xfff == 77 { Err("bad".into()) } else { Ok(x >> 1) }
        }
        fn g(x: u32) -> Result<u32, String> {
            let a = f(x)?;
            let b = f(a ^ 5)?;
            Ok(a ^ b)
        }
        for x in numbers() {
            *s = s.wrapping_add(g(bb(*x ^ i)).unwrap_or(1));
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn checked(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        for x in numbers() {
            *s = s.wrapping_add(x.checked_mul(16).unwrap_or(3));
            *s = s.saturating_add(*x) ^ i;
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn u128_mul(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut a = i as u128 | 1 << 70;
        for x in &numbers()[..1000] {
            a = a.wrapping_mul(*x as u128 | 1 << 66).wrapping_add(7);
        }
        *s ^= (a >> 64) as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn u128_div(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut a = u128::MAX - i as u128;
        for x in &numbers()[..100] {
            a = (a / (*x as u128 | 1)) | (a % 1000) << 100;
        }
        *s ^= a as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn u64_mod(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut a = i as u64 + 12345;
        for x in &numbers()[..1000] {
            a = (a * 48271 + *x as u64) % 2147483647;
        }
        *s ^= a as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn modpow(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let (mut b, mut e, mut r) = (i as u64 + 3, 0xfffffff1u64, 1u64);
        while e > 0 {
            if e & 1 == 1 {
                r = r * b % 1000000007;
            }
            b = b * b % 1000000007;
            e >>= 1;
        }
        *s ^= r as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn gcd(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        for x in &numbers()[..200] {
            let (mut a, mut b) = (*x, i | 0x5555555);
            while b != 0 {
                (a, b) = (b, a % b);
            }
            *s = s.wrapping_add(a);
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn f64_math(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut a = i as f64;
        for x in reals() {
            a += x.abs().sqrt() * 0.5 + x.floor() - x.max(1.0);
        }
        *s ^= a as i64 as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn f64_powi(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut a = i as f64;
        for x in &reals()[..500] {
            a += x.powi(5);
        }
        *s ^= a as i64 as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn f64_sin(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut a = i as f64;
        for x in &reals()[..500] {
            a += x.sin() + x.exp2();
        }
        *s ^= a as i64 as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn f64_exp(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut a = i as f64;
        for x in &reals()[..500] {
            a += (x * 0.01).exp() + (x.abs() + 1.0).ln();
        }
        *s ^= a as i64 as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn f64_round(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut a = i as f64;
        for x in reals() {
            a += x.round() + x.rem_euclid(3.0);
        }
        *s ^= a as i64 as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn f64_cast(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        for x in reals() {
            *s = s.wrapping_add(*x as i32 as u32 ^ *x as u8 as u32 ^ *x as i64 as u32);
        }
        *s ^= i;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn matmul(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let n = 24;
        let a = &reals()[..n * n];
        let b = &reals()[1000..1000 + n * n];
        let mut c = vec![i as f64; n * n];
        for y in 0..n {
            for x in 0..n {
                for k in 0..n {
                    c[y * n + x] += a[y * n + k] * b[k * n + x];
                }
            }
        }
        *s ^= c[77] as i64 as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn mat_vecvec(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let g: Vec<Vec<u32>> = (0..32).map(|y| (0..32).map(|x| x * y).collect()).collect();
        let mut c = i;
        for _ in 0..4 {
            for y in 1..31 {
                for x in 1..31 {
                    c = c.wrapping_add(g[y - 1][x] ^ g[y + 1][x] ^ g[y][x - 1] ^ g[y][x + 1]);
                }
            }
        }
        *s ^= c;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn sieve(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let n = 8000;
        let mut v = vec![true; n];
        let mut k = 2;
        while k * k < n {
            if v[k] {
                let mut j = k * k;
                while j < n {
                    v[j] = false;
                    j += k;
                }
            }
            k += 1;
        }
        *s = s.wrapping_add(v.iter().filter(|x| **x).count() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn dp_lcs(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let a = &text().as_bytes()[..100];
        let b = &text().as_bytes()[500 + (i & 7) as usize..600];
        let mut d = vec![vec![0u32; b.len() + 1]; a.len() + 1];
        for (x, p) in a.iter().enumerate() {
            for (y, q) in b.iter().enumerate() {
                d[x + 1][y + 1] = if p == q { d[x][y] + 1 } else { d[x][y + 1].max(d[x + 1][y]) };
            }
        }
        *s ^= d[a.len()][b.len()];
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn levenshtein(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let w = words();
        for k in 0..20 {
            let (a, b) = (w[k].as_bytes(), w[k + 40].as_bytes());
            let mut c: Vec<usize> = (0..=b.len()).collect();
            for x in 0..a.len() {
                let mut p = c[0];
                c[0] = x + 1;
                for y in 0..b.len() {
                    let t = c[y + 1];
                    c[y + 1] = (c[y + 1] + 1).min(c[y] + 1).min(p + (a[x] != b[y]) as usize);
                    p = t;
                }
            }
            *s = s.wrapping_add(c[b.len()] as u32 ^ i);
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn bfs(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let n = 32usize;
        let mut seen = vec![false; n * n];
        let mut q = VecDeque::new();
        q.push_back((0usize, 0usize));
        seen[0] = true;
        let mut c = 0u32;
        while let Some((x, y)) = q.pop_front() {
            c += 1;
            for (dx, dy) in [(0i32, 1i32), (1, 0), (0, -1), (-1, 0)] {
                let (a, b) = (x as i32 + dx, y as i32 + dy);
                if a >= 0 && b >= 0 && a < n as i32 && b < n as i32 {
                    let k = a as usize * n + b as usize;
                    if !seen[k] && numbers()[k] & 7 != 0 {
                        seen[k] = true;
                        q.push_back((a as usize, b as usize));
                    }
                }
            }
        }
        *s = s.wrapping_add(c ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn queens(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        fn go(n: u32, c: u32, l: u32, r: u32) -> u32 {
            let full = (1 << n) - 1;
            if c == full {
                return 1;
            }
            let mut p = full & !(c | l | r);
            let mut k = 0;
            while p != 0 {
                let b = p & p.wrapping_neg();
                p ^= b;
                k += go(n, c | b, (l | b) << 1, (r | b) >> 1);
            }
            k
        }
        *s = s.wrapping_add(go(7, 0, 0, 0) ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn permute(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        fn go(v: &mut Vec<u32>, k: usize, c: &mut u32) {
            if k == v.len() {
                *c = c.wrapping_add(v[0] ^ v[1]);
                return;
            }
            for j in k..v.len() {
                v.swap(k, j);
                go(v, k + 1, c);
                v.swap(k, j);
            }
        }
        let mut v: Vec<u32> = (0..6).collect();
        let mut c = i;
        go(&mut v, 0, &mut c);
        *s ^= c;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn crc(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut t = [0u32; 256];
        for k in 0..256u32 {
            let mut c = k;
            for _ in 0..8 {
                c = if c & 1 != 0 { 0xedb88320 ^ c >> 1 } else { c >> 1 };
            }
            t[k as usize] = c;
        }
        let mut c = !i;
        for b in text()[..4000].bytes() {
            c = t[((c ^ b as u32) & 255) as usize] ^ c >> 8;
        }
        *s ^= !c;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn fnv(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut h = 0xcbf29ce484222325u64 ^ i as u64;
        for b in text()[..4000].bytes() {
            h = (h ^ b as u64).wrapping_mul(0x100000001b3);
        }
        *s ^= h as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn base64(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let t = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut o = String::new();
        for c in text().as_bytes()[..3000].chunks(3) {
            let v = (c[0] as u32) << 16 | (c[1] as u32) << 8 | c[2] as u32;
            for k in (0..4).rev() {
                o.push(t[(v >> (6 * k) & 63) as usize] as char);
            }
        }
        *s = s.wrapping_add(o.len() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn rle(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let v: Vec<u8> = numbers().iter().map(|x| (x >> 20 & 3) as u8).collect();
        let mut o: Vec<(u8, u32)> = Vec::new();
        for b in v {
            match o.last_mut() {
                Some((c, n)) if *c == b => *n += 1,
                _ => o.push((b, 1)),
            }
        }
        *s = s.wrapping_add(o.len() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn json_ish(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let t = "{\"a\": [1, 22, 333, \"text\", true, null], \"bcd\": {\"e\": -1.5e3}}".as_bytes();
        for _ in 0..20 {
            let (mut d, mut k, mut c) = (0u32, 0usize, 0u32);
            while k < t.len() {
                match t[k] {
                    b'{' | b'[' => d += 1,
                    b'}' | b']' => d -= 1,
                    b'"' => {
                        k += 1;
                        while t[k] != b'"' {
                            if t[k] == b'\\' {
                                k += 1;
                            }
                            k += 1;
                            c += 1;
                        }
                    }
                    b'0'..=b'9' | b'-' => {
                        while matches!(t[k], b'0'..=b'9' | b'-' | b'.' | b'e') {
                            k += 1;
                            c = c.wrapping_mul(3) + 1;
                        }
                        continue;
                    }
                    b't' => k += 3,
                    b'n' => k += 3,
                    _ => {}
                }
                k += 1;
            }
            *s = s.wrapping_add(d + c ^ i);
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn vm(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let p = [0u8, 5, 1, 3, 2, 4, 1, 7, 3, 2, 5, 1];
        let mut st = Vec::with_capacity(16);
        let mut acc = i;
        for r in 0..300u32 {
            let mut pc = 0;
            while pc < p.len() {
                match p[pc] {
                    0 => st.push(r),
                    1 => {
                        st.push(p[(pc + 1) % p.len()] as u32);
                        pc += 1;
                    }
                    2 => {
                        let a = st.pop().unwrap();
                        let b = st.pop().unwrap_or(1);
                        st.push(a.wrapping_add(b));
                    }
                    3 => acc ^= st.last().copied().unwrap_or(0),
                    4 => acc = acc.rotate_left(3),
                    _ => {
                        acc = acc.wrapping_add(1);
                        st.truncate(4);
                    }
                }
                pc += 1;
            }
        }
        *s ^= acc;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn swap_rev(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut v = numbers().to_vec();
        v.reverse();
        v.rotate_left(7);
        v.swap(1, 2);
        *s ^= v[(i & 1023) as usize];
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn dedup(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut v: Vec<u32> = numbers().iter().map(|x| x >> 24).collect();
        v.dedup();
        v.retain(|x| x & 1 == 0);
        *s = s.wrapping_add(v.len() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn slice_cmp(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let v = numbers();
        let w = v.to_vec();
        *s = s.wrapping_add((bb(&v[..]) == bb(&w[..])) as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn extend(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut v: Vec<u8> = Vec::new();
        for w in words() {
            v.extend_from_slice(w.as_bytes());
            v.push(b',');
        }
        *s = s.wrapping_add(v.len() as u32 ^ i);
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn bitvec(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut v = vec![0u64; 64];
        for x in numbers() {
            let k = (x ^ i) & 4095;
            v[(k >> 6) as usize] |= 1 << (k & 63);
        }
        *s = s.wrapping_add(v.iter().map(|x| x.count_ones()).sum());
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn struct_vec(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        #[derive(Clone, Copy)]
        struct P {
            x: f64,
            y: f64,
            vx: f64,
            vy: f64,
            id: u32,
        }
        let mut v = vec![P { x: 1.0, y: 2.0, vx: 0.5, vy: 0.25, id: i }; 200];
        for _ in 0..5 {
            for p in v.iter_mut() {
                p.x += p.vx;
                p.y += p.vy;
                if p.x > 3.0 {
                    p.vx = -p.vx;
                }
                p.id = p.id.wrapping_add(1);
            }
        }
        *s ^= v[3].id ^ v[5].x as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn closure_box(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let v: Vec<Box<dyn Fn(u32) -> u32>> = vec![Box::new(|x| x + 1), Box::new(move |x| x ^ i), Box::new(|x| x.rotate_left(3))];
        for k in 0..1000usize {
            *s = v[k % 3](*s);
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn mem_swap(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut a = vec![i; 64];
        let mut b = vec![7u32; 64];
        for k in 0..200usize {
            std::mem::swap(&mut a, &mut b);
            a[k & 63] ^= b[(k * 7) & 63] + k as u32;
        }
        *s ^= a[3];
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn linked(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut next: Vec<usize> = (0..1000).collect();
        let mut r = Random(i & 3);
        for k in (1..1000).rev() {
            let j = r.below(k as u32) as usize;
            next.swap(k, j);
        }
        let mut c = 0;
        let mut k = 0;
        for _ in 0..2000 {
            k = next[k];
            c += k;
        }
        *s ^= c as u32;
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn char_class(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        for c in text().chars() {
            *s = s.wrapping_add(
                if c.is_alphabetic() {
                    1
                } else if c.is_whitespace() {
                    2
                } else {
                    3
                } ^ i,
            );
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn char_digit(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        for x in numbers() {
            if let Some(d) = char::from((x >> 20) as u8 & 127).to_digit(16) {
                *s = s.wrapping_add(d ^ i);
            }
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn tuple_cmp(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let v = numbers();
        for k in 2..1000 {
            *s = s.wrapping_add(((v[k] >> 26, v[k - 1]) < (v[k - 1] >> 26, v[k - 2])) as u32 ^ i);
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn ord_cmp(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let v = numbers();
        for k in 1..4000 {
            *s = s.wrapping_mul(3).wrapping_add(match v[k].cmp(&(v[k - 1] ^ i)) {
                std::cmp::Ordering::Less => 1,
                std::cmp::Ordering::Equal => 5,
                _ => 9,
            });
        }
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn sip(rounds: u32) -> u32 {
    each(rounds, |i, s| {
        let mut h = std::hash::DefaultHasher::new();
        for w in &words()[..300] {
            w.hash(&mut h);
        }
        i.hash(&mut h);
        *s ^= h.finish() as u32;
    })
}
