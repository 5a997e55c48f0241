// A language with its own garbage collector: classes, closures over a table, maps, UTF-16 strings; printed through WASI by hand.

@external("wasi_snapshot_preview1", "fd_write")
declare function fd_write(fd: i32, vectors: usize, count: i32, written: usize): i32;

@external("wasi_snapshot_preview1", "proc_exit")
declare function proc_exit(code: i32): void;

const vector = memory.data(8);
const written = memory.data(4);

function print(text: string): void {
  const bytes = String.UTF8.encode(text + "\n");
  store<usize>(vector, changetype<usize>(bytes));
  store<i32>(vector, bytes.byteLength, 4);
  fd_write(1, vector, 1, written);
}

abstract class Animal {
  constructor(readonly name: string) {}
  abstract sound(): string;
  toString(): string {
    return `${this.name} says ${this.sound()}`;
  }
}

class Dog extends Animal {
  sound(): string {
    return "wuff 🐕";
  }
}

class Cow extends Animal {
  sound(): string {
    return "muh".repeat(2);
  }
}

class Node {
  left: Node | null = null;
  right: Node | null = null;
}

function tree(depth: i32): Node {
  const node = new Node();
  if (depth > 0) {
    node.left = tree(depth - 1);
    node.right = tree(depth - 1);
  }
  return node;
}

function count(node: Node | null): i32 {
  return node == null ? 0 : 1 + count(node.left) + count(node.right);
}

function collatz(limit: i32): string {
  const lengths = new Map<i64, i32>();
  lengths.set(1, 1);
  let best = 1;
  for (let start = 2; start < limit; start++) {
    let n: i64 = start, steps = 0;
    while (!lengths.has(n)) {
      n = n % 2 == 0 ? n / 2 : 3 * n + 1;
      steps++;
    }
    lengths.set(start, lengths.get(n) + steps);
    if (lengths.get(start) > lengths.get(best)) best = start;
  }
  return `${best} takes ${lengths.get(best)} steps`;
}

export function _start(): void {
  const animals: Animal[] = [new Dog("Rex"), new Cow("Elsa")];
  for (let i = 0; i < animals.length; i++) print(animals[i].toString());
  let nodes = 0;
  for (let i = 0; i < 50; i++) nodes += count(tree(10));
  print(nodes.toString());
  print(collatz(30000));
  const numbers: f64[] = [0.1 + 0.2, 1e21, -0.0, 1.0 / 3.0, 5e-324, NaN, -Infinity, 123456789.0];
  print(numbers.map<string>((n) => n.toString()).join(" "));
  print(numbers.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).length.toString());
  print((<u64>0xfedcba9876543210).toString(16) + " " + i64.MIN_VALUE.toString() + " " + (<i8>200).toString());
  print("Größe".toUpperCase() + " " + "a,b,,c".split(",").length.toString() + " " + "🦀x".length.toString());
  proc_exit(7);
}
