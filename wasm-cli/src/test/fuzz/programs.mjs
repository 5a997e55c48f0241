// Calls the functions of compiled programs as their plans say, and tells what came of it, as dev.graft.fuzz.c.GraftCalls does in Graft.
//
//   node programs.mjs DIRECTORY
//
// Reads names, line by line. For each there is NAME.wasm, NAME.plan as dev.graft.fuzz.c.CallPlan describes it, and NAME.images. Prints a line
// for each call, then one with a dot.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import zlib from "node:zlib";

const IMAGE_BYTES = 16384;

function usualNans(bytes, fractionBytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; fractionBytes > 0 && at < bytes.length; at += fractionBytes) {
    if (fractionBytes === 4 && Number.isNaN(view.getFloat32(at, true))) view.setUint32(at, 0x7fc00000, true);
    if (fractionBytes === 8 && Number.isNaN(view.getFloat64(at, true))) view.setBigUint64(at, 0x7ff8000000000000n, true);
  }
  return bytes;
}

function outcome(call) {
  try {
    return `${call() | 0}`;
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    return /memory access out of bounds/.test(error.message) ? "memory" : error.message;
  }
}

function run(directory, name) {
  const file = (extension) => readFileSync(join(directory, name + extension));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(file(".wasm")), {});
  const images = file(".images");
  const memory = new Uint8Array(exports.memory.buffer);
  const beginning = memory.slice(0, memory.length - IMAGE_BYTES);
  const end = memory.subarray(beginning.length);
  const [[, type], ...calls] = file(".plan").toString().trimEnd().split("\n").map((line) => line.split(" "));
  return calls.map(([, name, image, fractionBytes, ...args]) => {
    memory.set(beginning);
    end.set(images.subarray(image * IMAGE_BYTES, (Number(image) + 1) * IMAGE_BYTES));
    const addresses = args.slice(0, 3).map((word) => (type === "i64" ? BigInt(Number(word) >>> 0) : Number(word)));
    const result = outcome(() => exports[name](...addresses, ...args.slice(3).map(Number)));
    return `${result} ${zlib.crc32(usualNans(Buffer.from(end), Number(fractionBytes))).toString(16)}`;
  });
}

for await (const name of createInterface({ input: process.stdin })) {
  console.log([...run(process.argv[2], name), "."].join("\n"));
}
