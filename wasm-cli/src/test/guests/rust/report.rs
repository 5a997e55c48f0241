//! Arguments, environment, standard input, collections, text, numbers, and how a program ends.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::env;
use std::io::{self, BufRead, Write};
use std::process;

trait Shape {
    fn name(&self) -> String;
    fn area(&self) -> f64;
}

struct Circle(f64);
struct Rectangle {
    width: f64,
    height: f64,
}

impl Shape for Circle {
    fn name(&self) -> String {
        format!("circle of {:?}", self.0)
    }
    fn area(&self) -> f64 {
        std::f64::consts::PI * self.0 * self.0
    }
}

impl Shape for Rectangle {
    fn name(&self) -> String {
        format!("{} by {}", self.width, self.height)
    }
    fn area(&self) -> f64 {
        self.width * self.height
    }
}

fn shapes() {
    let mut shapes: Vec<Box<dyn Shape>> = vec![Box::new(Circle(1.5)), Box::new(Rectangle { width: 0.1, height: 0.2 })];
    shapes.extend((1..4).map(|n| Box::new(Circle(f64::from(n) / 3.0)) as Box<dyn Shape>));
    shapes.sort_by(|a, b| b.area().total_cmp(&a.area()));
    for shape in &shapes {
        println!("{:>24}: {:10.4} {:e} {:?}", shape.name(), shape.area(), shape.area(), shape.area() as f32);
    }
}

fn integers() {
    let factorial: u128 = (1..=34).product();
    println!("{factorial} {:x} {:?}", factorial, 200u8.checked_add(100));
    println!("{} {} {}", i64::MIN.wrapping_abs(), (-7i32).rem_euclid(3), u64::MAX.leading_zeros());
    println!("{:?} {:?} {:?}", "12x".parse::<i32>().map_err(|e| e.to_string()), "-128".parse::<i8>(), "1e3".parse::<f64>());
    println!("{} {} {}", f64::NAN as i32, 1e20 as u64, -5.5f32 as u8);
}

fn text() {
    let text = "Größe Ünïcode 日本 🦀 ß";
    println!("{} {} {}", text.to_uppercase(), text.chars().rev().collect::<String>(), text.len());
    println!("{:?}", text.char_indices().filter(|(_, c)| !c.is_ascii()).take(4).collect::<Vec<_>>());
    println!("{:?}", String::from_utf8_lossy(&[0x66, 0xC3, 0x28, 0x6F]));
}

fn collections() {
    let primes: HashSet<u32> = (2..2000).filter(|n| (2..*n).take_while(|d| d * d <= *n).all(|d| n % d != 0)).collect();
    let mut by_digit: HashMap<u32, Vec<u32>> = HashMap::new();
    primes.iter().for_each(|prime| by_digit.entry(prime % 10).or_default().push(*prime));
    let ordered: BTreeMap<_, _> = by_digit.into_iter().map(|(digit, all)| (digit, (all.len(), all.into_iter().max()))).collect();
    println!("{} {ordered:?}", primes.len());
}

fn lines() -> io::Result<()> {
    let mut sum = 0.0;
    for line in io::stdin().lock().lines() {
        let line = line?;
        match line.trim().parse::<f64>() {
            Ok(number) => sum += number,
            Err(error) => eprintln!("{line}: {error}"),
        }
    }
    writeln!(io::stdout(), "sum {sum}")
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    println!("{arguments:?} {:?}", env::var("GREETING").unwrap_or_else(|error| error.to_string()));
    shapes();
    integers();
    text();
    collections();
    lines().expect("standard input can be read");
    match arguments.first().map(String::as_str) {
        Some("panic") => panic!("as you like, {}", arguments.len()),
        Some("index") => println!("{}", arguments[arguments.len()]),
        Some(code) => process::exit(code.parse().unwrap_or(1)),
        None => {}
    }
}
