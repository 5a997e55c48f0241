// How long V8 takes to compile: node [--no-liftoff --no-wasm-tier-up --no-wasm-lazy-compilation] compile.mjs MODULE.wasm ROUNDS. Without those flags V8 compiles a function
// when it is first called. Prints wall time and processor time of the process per round, in milliseconds.
import { readFileSync } from 'node:fs';

const [file, rounds] = process.argv.slice(2);
const bytes = readFileSync(file);
for (let round = 0; round < Number(rounds); round++) {
  // V8 shares what it has compiled of equal bytes, so they differ: by a custom section with the number of the round.
  const each = Buffer.concat([bytes, Buffer.from([0, 2, 1, round])]);
  const used = process.cpuUsage();
  const start = process.hrtime.bigint();
  new WebAssembly.Module(each);
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  const { user, system } = process.cpuUsage(used);
  console.log(`wall ${wall.toFixed(0)} cpu ${((user + system) / 1e3).toFixed(0)}`);
}
