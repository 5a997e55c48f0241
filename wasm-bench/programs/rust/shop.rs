// A program of Rust's standard library: one unit parses JSON, groups and sorts what it says with hash maps and trees, evaluates expressions through trait objects, matches patterns, and prints.
use std::cell::RefCell;
use std::collections::{BTreeMap, BinaryHeap, HashMap, HashSet};
use std::fmt::Write;
use std::rc::Rc;

#[derive(Clone, Debug, PartialEq)]
enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(BTreeMap<String, Json>),
}

#[derive(Debug)]
struct Malformed(usize);

struct Parser<'a> {
    text: &'a [u8],
    at: usize,
}

impl Parser<'_> {
    fn space(&mut self) {
        while self.text.get(self.at).is_some_and(|c| c.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn expect(&mut self, c: u8) -> Result<(), Malformed> {
        self.space();
        if self.text.get(self.at) == Some(&c) {
            self.at += 1;
            Ok(())
        } else {
            Err(Malformed(self.at))
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, Malformed> {
        if self.text[self.at..].starts_with(word.as_bytes()) {
            self.at += word.len();
            Ok(value)
        } else {
            Err(Malformed(self.at))
        }
    }

    fn string(&mut self) -> Result<String, Malformed> {
        self.expect(b'"')?;
        let mut out = String::new();
        loop {
            match *self.text.get(self.at).ok_or(Malformed(self.at))? {
                b'"' => {
                    self.at += 1;
                    return Ok(out);
                }
                b'\\' => {
                    out.push(match self.text[self.at + 1] {
                        b'n' => '\n',
                        b't' => '\t',
                        c => c as char,
                    });
                    self.at += 2;
                }
                c => {
                    out.push(c as char);
                    self.at += 1;
                }
            }
        }
    }

    fn value(&mut self) -> Result<Json, Malformed> {
        self.space();
        match *self.text.get(self.at).ok_or(Malformed(self.at))? {
            b'n' => self.word("null", Json::Null),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'"' => self.string().map(Json::Text),
            b'[' => {
                self.at += 1;
                let mut items = Vec::new();
                while self.expect(b']').is_err() {
                    items.push(self.value()?);
                    let _ = self.expect(b',');
                }
                Ok(Json::List(items))
            }
            b'{' => {
                self.at += 1;
                let mut members = BTreeMap::new();
                while self.expect(b'}').is_err() {
                    let key = self.string()?;
                    self.expect(b':')?;
                    members.insert(key, self.value()?);
                    let _ = self.expect(b',');
                }
                Ok(Json::Object(members))
            }
            _ => {
                let start = self.at;
                while self.text.get(self.at).is_some_and(|c| matches!(c, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E')) {
                    self.at += 1;
                }
                let text = std::str::from_utf8(&self.text[start..self.at]).map_err(|_| Malformed(start))?;
                text.parse().map(Json::Number).map_err(|_| Malformed(start))
            }
        }
    }
}

fn print(value: &Json, out: &mut String) {
    match value {
        Json::Null => out.push_str("null"),
        Json::Bool(b) => write!(out, "{b}").unwrap(),
        Json::Number(n) => write!(out, "{n}").unwrap(),
        Json::Text(t) => write!(out, "{t:?}").unwrap(),
        Json::List(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                print(item, out);
            }
            out.push(']');
        }
        Json::Object(members) => {
            out.push('{');
            for (i, (key, member)) in members.iter().enumerate() {
                write!(out, "{}{key:?}:", if i > 0 { "," } else { "" }).unwrap();
                print(member, out);
            }
            out.push('}');
        }
    }
}

trait Expression {
    fn value(&self, names: &HashMap<String, f64>) -> f64;
    fn depth(&self) -> usize {
        1
    }
}

struct Constant(f64);
struct Name(String);
struct Binary(char, Box<dyn Expression>, Box<dyn Expression>);
struct Remembered(Rc<RefCell<Vec<f64>>>, Box<dyn Expression>);

impl Expression for Constant {
    fn value(&self, _: &HashMap<String, f64>) -> f64 {
        self.0
    }
}

impl Expression for Name {
    fn value(&self, names: &HashMap<String, f64>) -> f64 {
        names.get(&self.0).copied().unwrap_or(1.0)
    }
}

impl Expression for Binary {
    fn value(&self, names: &HashMap<String, f64>) -> f64 {
        let (a, b) = (self.1.value(names), self.2.value(names));
        match self.0 {
            '+' => a + b,
            '-' => a - b,
            '*' => a * b,
            _ if b == 0.0 => 0.0,
            _ => a / b,
        }
    }

    fn depth(&self) -> usize {
        1 + self.1.depth().max(self.2.depth())
    }
}

impl Expression for Remembered {
    fn value(&self, names: &HashMap<String, f64>) -> f64 {
        let value = self.1.value(names);
        self.0.borrow_mut().push(value);
        value
    }

    fn depth(&self) -> usize {
        self.1.depth()
    }
}

fn expression(seed: &mut u32, depth: u32, log: &Rc<RefCell<Vec<f64>>>) -> Box<dyn Expression> {
    let choice = random(seed, 10);
    if depth == 0 || choice < 2 {
        return if choice % 2 == 0 { Box::new(Constant(f64::from(choice) + 0.5)) } else { Box::new(Name(format!("x{choice}"))) };
    }
    let operator = ['+', '-', '*', '/'][random(seed, 4) as usize];
    let binary = Binary(operator, expression(seed, depth - 1, log), expression(seed, depth - 1, log));
    if choice == 9 { Box::new(Remembered(log.clone(), Box::new(binary))) } else { Box::new(binary) }
}

/// Whether a text matches a pattern in which ? is any character and * any text.
fn matches(pattern: &[char], text: &[char]) -> bool {
    match pattern.split_first() {
        None => text.is_empty(),
        Some(('*', rest)) => (0..=text.len()).any(|skip| matches(rest, &text[skip..])),
        Some((c, rest)) => text.split_first().is_some_and(|(first, others)| (*c == '?' || c == first) && matches(rest, others)),
    }
}

fn random(seed: &mut u32, below: u32) -> u32 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    *seed % below
}

fn document() -> String {
    let mut seed = 2024;
    let mut text = String::from("[");
    for i in 0..600 {
        let comma = if i > 0 { "," } else { "" };
        write!(
            text,
            "{comma}\n {{\"id\": {i}, \"customer\": \"customer-{}\", \"price\": {}.{}, \"paid\": {}, \"tags\": [\"t{}\", null, \"q\\\"{}\"], \"at\": {{\"x\": {}, \"y\": -{}e-2}}}}",
            random(&mut seed, 80),
            random(&mut seed, 1000),
            random(&mut seed, 100),
            i % 3 == 0,
            random(&mut seed, 9),
            random(&mut seed, 5),
            random(&mut seed, 100),
            random(&mut seed, 100)
        )
        .unwrap();
    }
    text.push(']');
    text
}

fn sum(seed: u32, text: &str) -> u32 {
    text.bytes().fold(seed ^ 2166136261, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(16777619))
}

fn orders(text: &str) -> Result<u32, Malformed> {
    let parsed = Parser { text: text.as_bytes(), at: 0 }.value()?;
    let Json::List(orders) = &parsed else { return Err(Malformed(0)) };
    let mut totals: HashMap<&str, (f64, usize)> = HashMap::new();
    let mut tags = HashSet::new();
    for order in orders {
        let Json::Object(members) = order else { continue };
        if let (Some(Json::Text(customer)), Some(Json::Number(price))) = (members.get("customer"), members.get("price")) {
            let total = totals.entry(customer).or_default();
            *total = (total.0 + price, total.1 + 1);
        }
        if let Some(Json::List(list)) = members.get("tags") {
            tags.extend(list.iter().filter_map(|tag| if let Json::Text(t) = tag { Some(t.clone()) } else { None }));
        }
    }
    let mut best: Vec<_> = totals.into_iter().collect();
    best.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then_with(|| a.0.cmp(b.0)));
    let mut report = String::new();
    for (customer, (total, count)) in best.iter().take(20) {
        writeln!(report, "{customer:<16}|{total:>12.2}|{count:04}").unwrap();
    }
    let mut tags: Vec<_> = tags.into_iter().collect();
    tags.sort_unstable();
    report.push_str(&tags.join(";"));
    print(&parsed, &mut report);
    Ok(sum(0, &report))
}

fn expressions() -> u32 {
    let mut seed = 77;
    let log = Rc::new(RefCell::new(Vec::new()));
    let mut names = HashMap::new();
    let mut total = 0.0;
    for round in 0..60 {
        names.insert(format!("x{}", round % 10), f64::from(round));
        let tree = expression(&mut seed, 7, &log);
        total += tree.value(&names).clamp(-1e6, 1e6) + tree.depth() as f64;
    }
    (total * 16.0) as i64 as u32 ^ log.borrow().len() as u32
}

fn patterns() -> u32 {
    let mut seed = 5;
    let words: Vec<Vec<char>> = (0..400).map(|_| (0..12).map(|_| char::from(b'a' + random(&mut seed, 4) as u8)).collect()).collect();
    let patterns: Vec<Vec<char>> = ["*a*b*c*", "?b*?c", "*abc*d", "a*d*a*d*a"].iter().map(|p| p.chars().collect()).collect();
    words.iter().flat_map(|word| patterns.iter().map(move |pattern| matches(pattern, word))).fold(0, |hash: u32, found| hash.wrapping_mul(3) + u32::from(found))
}

fn paths() -> u32 {
    let mut seed = 9;
    let edges: Vec<Vec<(usize, u32)>> = (0..500).map(|_| (0..6).map(|_| (random(&mut seed, 500) as usize, 1 + random(&mut seed, 50))).collect()).collect();
    let mut distances = vec![u32::MAX; edges.len()];
    let mut queue = BinaryHeap::from([(std::cmp::Reverse(0), 0)]);
    while let Some((std::cmp::Reverse(distance), node)) = queue.pop() {
        if distance < distances[node] {
            distances[node] = distance;
            queue.extend(edges[node].iter().map(|(to, length)| (std::cmp::Reverse(distance + length), *to)));
        }
    }
    distances.iter().filter(|d| **d != u32::MAX).sum()
}

thread_local! {
    static DOCUMENT: String = document();
}

#[unsafe(no_mangle)]
pub extern "C" fn shop_unit() -> u32 {
    let parsed = DOCUMENT.with(|text| orders(text)).unwrap_or_else(|Malformed(at)| panic!("malformed at {at}"));
    parsed ^ expressions() ^ patterns() ^ paths()
}
