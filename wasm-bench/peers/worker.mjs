// One module in V8: node worker.mjs MODULE.wasm FUNCTION ARGUMENT SECONDS. Prints the lines that dev.graft.bench.runner.Report reads, as its Java twin does
// (Worker, and Wasi for the imports). An argument of 0 is what the module's function `units` answers. With the function `_start`, ARGUMENT is the number of a line of
// MODULE.command: that program is started in a new instance each time, with Node's own WASI. Several functions and arguments are separated by commas.
import { closeSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';

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
  poll_oneoff(subscriptions, events, count, to) {
    for (let index = 0; index < count; index++) {
      view().setBigUint64(events + index * 32, view().getBigUint64(subscriptions + index * 48, true), true);
      view().setUint32(events + index * 32 + 8, view().getUint8(subscriptions + index * 48 + 8) << 16, true);
    }
    view().setUint32(to, count, true);
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

async function instantiate(module) {
  const imports = {};
  for (const each of WebAssembly.Module.imports(module)) {
    (imports[each.module] ??= {})[each.name] = imported(each);
  }
  return (await WebAssembly.instantiate(module, imports)).exports;
}

function call(work) {
  const used = processor();
  const start = now();
  const result = work();
  const wall = now() - start;
  const spent = wall < LONG ? wall : processor() - used;
  return (checksum) => console.log(`call ${wall.toFixed(3)} ${spent.toFixed(3)} ${checksum(result)}`);
}

const again = (calls, from) => calls < 2 || now() - from < Number(seconds) * 1e3;

async function callFunctions(module) {
  const start = now();
  const exports = await instantiate(module);
  memory = exports.memory;
  exports._initialize?.();
  console.log(`start ${(now() - start).toFixed(3)}`);
  const functions = name.split(',');
  argument.split(',').forEach((each, index) => {
    const run = exports[functions[index]];
    console.log(`function ${functions[index]}`);
    const units = Number(each) || exports.units();
    const begin = now();
    for (let calls = 0; again(calls, begin); calls++) {
      call(() => run(units) ?? 0)(checksum);
    }
  });
}

// What dev.graft.bench.runner.Command reads.
function command() {
  const stem = file.replace(/\.wasm$/, '');
  const lines = readFileSync(`${stem}.command`, 'utf8').split('\n');
  const words = [basename(stem), ...lines[Number(argument) - 1].split(' ').filter((word) => word)];
  const input = words.indexOf('<');
  const files = `${stem}.files`;
  return { files, args: input < 0 ? words : words.slice(0, input), input: input < 0 ? '/dev/null' : join(files, words[input + 1]) };
}

async function runCommand(module) {
  const { WASI } = await import('node:wasi');
  const { args, input, files } = command();
  const folder = mkdtempSync(join(tmpdir(), 'command-'));
  const directory = join(folder, 'files');
  const output = join(folder, 'output');
  try {
    const begin = now();
    for (let calls = 0; again(calls, begin); calls++) {
      rmSync(directory, { recursive: true, force: true });
      if (existsSync(files)) {
        cpSync(files, directory, { recursive: true });
      } else {
        mkdirSync(directory);
      }
      const streams = { stdin: openSync(input), stdout: openSync(output, 'w+'), stderr: openSync('/dev/null', 'w') };
      const print = call(() => {
        const wasi = new WASI({ version: 'preview1', args, preopens: { '.': directory }, returnOnExit: true, ...streams });
        return wasi.start(new WebAssembly.Instance(module, wasi.getImportObject()));
      });
      print((status) => `${crc32(readFileSync(output)).toString(16).padStart(8, '0')}-${status}`);
      // What the program has closed itself is closed.
      Object.values(streams)
        .filter((each) => existsSync(`/proc/self/fd/${each}`))
        .forEach((each) => closeSync(each));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

try {
  const start = now();
  const module = await WebAssembly.compile(readFileSync(file));
  console.log(`compile ${(now() - start).toFixed(3)}`);
  await (name === '_start' ? runCommand(module) : callFunctions(module));
} catch (error) {
  console.log(`failed ${String(error).split('\n')[0]}`);
  console.error(error);
  process.exit(1);
}
process.exit(0);
