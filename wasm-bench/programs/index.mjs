// Runs every program of a folder once warm in V8: node index.mjs FOLDER. Prints "name bytes units milliseconds result" per program, separated by tabs.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WASI } from 'node:wasi';

const [folder] = process.argv.slice(2);
for (const file of readdirSync(folder).filter((each) => each.endsWith('.wasm')).sort()) {
  const path = join(folder, file);
  const wasi = new WASI({ version: 'preview1', returnOnExit: true });
  const { instance } = await WebAssembly.instantiate(readFileSync(path), { wasi_snapshot_preview1: wasi.wasiImport });
  if (!instance.exports.run) {
    console.log([file.replace('.wasm', ''), statSync(path).size, '-', '-', '-'].join('\t'));
    continue;
  }
  if (instance.exports._initialize) {
    wasi.initialize(instance);
  }
  const units = instance.exports.units();
  let best = Infinity;
  let result;
  for (let round = 0; round < 10; round++) {
    const start = performance.now();
    result = instance.exports.run(units);
    best = Math.min(best, performance.now() - start);
  }
  console.log([file.replace('.wasm', ''), statSync(path).size, units, best.toFixed(1), result].join('\t'));
}
