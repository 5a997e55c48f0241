// One module in V8: node worker.mjs MODULE.wasm FUNCTION ARGUMENT SECONDS. Prints the lines that dev.graft.bench.runner.Report reads, as its Java twin does
// (Worker, and Wasi for the imports). An argument of 0 is what the module's function `units` answers.
import { readFileSync } from 'node:fs';

const [file, name, argument, seconds] = process.argv.slice(2);
let memory;
let random = 0x2545f491;

const view = () => new DataView(memory.buffer);
const zeros = (...addresses) => {
  addresses.forEach((each) => view().setUint32(each, 0, true));
  return 0;
};
const wasi = {
  args_sizes_get: zeros,
  environ_sizes_get: zeros,
  args_get: () => 0,
  environ_get: () => 0,
  sched_yield: () => 0,
  fd_close: () => 0,
  fd_sync: () => 0,
  clock_time_get(clock, precision, to) {
    view().setBigInt64(to, process.hrtime.bigint(), true);
    return 0;
  },
  clock_res_get(clock, to) {
    view().setBigInt64(to, 1n, true);
    return 0;
  },
  random_get(at, length) {
    for (let index = 0; index < length; index++) {
      random ^= random << 13;
      random ^= random >>> 17;
      random ^= random << 5;
      view().setUint8(at + index, random & 255);
    }
    return 0;
  },
  fd_write(descriptor, vectors, count, to) {
    let written = 0;
    for (let index = 0; index < count; index++) {
      written += view().getUint32(vectors + index * 8 + 4, true);
    }
    view().setUint32(to, written, true);
    return 0;
  },
  fd_read(descriptor, vectors, count, to) {
    return zeros(to);
  },
  fd_fdstat_get(descriptor, to) {
    if (descriptor >= 3) {
      return 8;
    }
    for (let index = 0; index < 24; index++) {
      view().setUint8(to + index, index === 0 ? 2 : 0);
    }
    return 0;
  },
  fd_prestat_get: () => 8,
  fd_prestat_dir_name: () => 8,
  proc_exit(code) {
    throw new Error(`the guest has called proc_exit(${code})`);
  },
};

function imported({ module, name: field, kind }) {
  if (kind !== 'function') {
    throw new Error(`imports ${module}.${field}, which is no function`);
  }
  if (module !== 'wasi_snapshot_preview1') {
    return () => 0;
  }
  return wasi[field] ?? (() => (field.startsWith('path_') ? 44 : 52));
}

function checksum(result) {
  if (typeof result === 'bigint' || Number.isSafeInteger(result)) {
    return String(result);
  }
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, result);
  return `0x${bits.getBigUint64(0).toString(16).padStart(16, '0')}`;
}

const now = () => Number(process.hrtime.bigint()) / 1e6;
// The processor time of a thread advances in steps of some milliseconds, too coarse for short calls.
const LONG = 50;
const processor = () => {
  const used = process.threadCpuUsage();
  return (used.user + used.system) / 1e3;
};

try {
  let start = now();
  const module = await WebAssembly.compile(readFileSync(file));
  console.log(`compile ${(now() - start).toFixed(3)}`);
  start = now();
  const imports = {};
  for (const each of WebAssembly.Module.imports(module)) {
    (imports[each.module] ??= {})[each.name] = imported(each);
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  memory = exports.memory;
  exports._initialize?.();
  console.log(`start ${(now() - start).toFixed(3)}`);
  const units = Number(argument) || exports.units();
  const begin = now();
  for (let calls = 0; calls < 2 || now() - begin < Number(seconds) * 1e3; calls++) {
    const used = processor();
    start = now();
    const result = exports[name](units) ?? 0;
    const wall = now() - start;
    const spent = wall < LONG ? wall : processor() - used;
    console.log(`call ${wall.toFixed(3)} ${spent.toFixed(3)} ${checksum(result)}`);
  }
} catch (error) {
  console.log(`failed ${String(error).split('\n')[0]}`);
  console.error(error);
  process.exit(1);
}
process.exit(0);
