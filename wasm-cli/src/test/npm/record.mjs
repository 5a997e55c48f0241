// Runs the scenarios in Node and records them: for each one, NAME.wasm and NAME.trace in a directory. See recorder.mjs.
//
//   node --experimental-wasm-type-reflection record.mjs DIRECTORY [NAME...]
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { record } from "./recorder.mjs";
import { scenarios } from "./scenarios.mjs";

const [directory, ...names] = process.argv.slice(2);
mkdirSync(directory, { recursive: true });
for (const name of names.length > 0 ? names : Object.keys(scenarios)) {
  const { bytes, text } = await record(scenarios[name]);
  writeFileSync(join(directory, `${name}.wasm`), bytes);
  writeFileSync(join(directory, `${name}.trace`), text);
  console.log(`${name}: ${bytes.length} bytes, ${text.split("\n").length} events`);
}
