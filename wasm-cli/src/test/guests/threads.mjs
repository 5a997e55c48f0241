// Runs threads.wasm in four workers on one memory, and prints what came of it: what GuestThreadsTests expects.
//
//   node threads.mjs [ROUNDS]
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isMainThread, Worker, workerData } from "node:worker_threads";

const THREADS = 4;
const RESULTS = 12;
const here = fileURLToPath(import.meta.url);

const instantiate = ({ module, memory }) => new WebAssembly.Instance(module, { env: { memory } }).exports;

function work({ thread, rounds, ...shared }) {
  const { __stack_pointer, __wasm_init_tls, stack_of, work } = instantiate(shared);
  // What is local to the thread lies above its stack.
  const top = stack_of(thread) - 64;
  __stack_pointer.value = top;
  __wasm_init_tls(top);
  work(thread, rounds);
}

function start(data) {
  const worker = new Worker(here, { workerData: data });
  return new Promise((resolve, reject) => worker.on("exit", resolve).on("error", reject));
}

if (isMainThread) {
  const rounds = Number(process.argv[2] ?? 2000);
  const module = new WebAssembly.Module(readFileSync(here.replace(/mjs$/, "wasm")));
  const memory = new WebAssembly.Memory({ initial: 3, maximum: 16, shared: true });
  const { prepare, result } = instantiate({ module, memory });
  prepare();
  await Promise.all(Array.from({ length: THREADS }, (_, thread) => start({ module, memory, thread, rounds })));
  console.log(Array.from({ length: RESULTS }, (_, which) => BigInt.asIntN(64, result(which))).join(" "));
} else {
  work(workerData);
}
