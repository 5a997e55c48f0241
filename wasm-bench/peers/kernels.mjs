// Times the kernels in V8: node kernels.mjs KERNELS.wasm ROUNDS [NAME=ARGUMENT…]. Prints "name milliseconds result" per kernel, the minimum of all rounds.
import { readFileSync } from 'node:fs';

const [file, rounds, ...chosen] = process.argv.slice(2);
const kernels = chosen.length ? chosen.map((each) => each.split('=')).map(([name, argument]) => [name, Number(argument)]) : [['matmul', 200], ['sieve', 1000000], ['qsort', 1000000], ['sha256', 20000], ['nbody', 300000], ['mandel', 300],
  ['vm', 2000000], ['hash', 2000000], ['fib', 32], ['strs', 4000000], ['structs', 20000]];
const { instance } = await WebAssembly.instantiate(readFileSync(file), {});
for (const [name, argument] of kernels) {
  let best = Infinity;
  let result;
  for (let round = 0; round < Number(rounds); round++) {
    const start = process.hrtime.bigint();
    result = instance.exports[name](argument);
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e6);
  }
  console.log(`${name} ${best.toFixed(3)} ${result}`);
}
