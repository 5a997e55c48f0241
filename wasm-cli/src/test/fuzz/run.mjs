// Does with modules what their plans say, and tells what came of it, as dev.graft.fuzz.GraftRun does in Graft.
//
//   node [flags] run.mjs DIRECTORY NAME...
//
// For each name there is NAME.wasm, and NAME.plan as dev.graft.fuzz.Plan describes it. Prints `module NAME`, then two lines for the
// instantiation and for each call; or, for a module that this version of Node does not know, `refused` and why.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import zlib from "node:zlib";

const scratch = new DataView(new ArrayBuffer(8));

const KINDS = [
  [/unaligned/, "unaligned atomic"],
  [/Atomics.wait cannot be called/, "expected shared memory"],
  [/^unreachable/, "unreachable"],
  [/memory access out of bounds|data segment out of bounds/, "memory"],
  [/table index is out of bounds|table or element segment|element segment out of bounds/, "table"],
  [/signature mismatch|null function/, "signature"],
  [/divide by zero|remainder by zero/, "divide"],
  [/unrepresentable/, "range"],
  [/dereferencing a null pointer|rethrowing null value/, "null reference"],
  [/illegal cast/, "cast failure"],
  [/array/, "out of bounds array access"],
];

function outcome(error) {
  if (error instanceof WebAssembly.Exception) return "exception";
  if (error instanceof RangeError && /call stack/.test(error.message)) return "trap stack";
  if (!(error instanceof WebAssembly.RuntimeError)) throw error;
  const kind = KINDS.find(([pattern]) => pattern.test(error.message));
  return `trap ${kind ? kind[1] : error.message}`;
}

class Run {
  #lines = [];
  #plan = [];
  #log = 1;
  #foreign = new Map();

  constructor(plan) {
    this.#plan = plan.split("\n").filter((line) => line !== "").map((line) => line.split(" "));
  }

  #words(first) {
    return this.#plan.find((words) => words[0] === first).slice(1);
  }

  #argument(word) {
    const [kind, text] = word.split(":");
    switch (kind) {
      case "i32": return Number(text);
      case "i64": return BigInt(text);
      case "f32": scratch.setUint32(0, parseInt(text, 16)); return scratch.getFloat32(0);
      case "f64": scratch.setBigUint64(0, BigInt("0x" + text)); return scratch.getFloat64(0);
    }
    if (text === "null") return null;
    if (!this.#foreign.has(text)) this.#foreign.set(text, { foreign: text });
    return this.#foreign.get(text);
  }

  #text(type, value) {
    switch (type) {
      case "i32": return `i32:${value}`;
      case "i64": return `i64:${value}`;
      case "f32":
        scratch.setFloat32(0, value);
        return "f32:" + (Number.isNaN(value) ? "nan" : scratch.getUint32(0).toString(16));
      case "f64":
        scratch.setFloat64(0, value);
        return "f64:" + (Number.isNaN(value) ? "nan" : scratch.getBigUint64(0).toString(16));
    }
    return value === null ? "null" : value?.foreign !== undefined ? `extern:${value.foreign}` : "object";
  }

  #note(call, result) {
    this.#log = (Math.imul(this.#log, 31) + call) | 0;
    return result;
  }

  #imports() {
    return { host: {
      nothing: () => this.#note(1),
      i32: (x) => this.#note(2, (Math.imul(x, 31) + 7) | 0),
      i64: (x) => this.#note(3, BigInt.asIntN(64, x * 3n + 1n)),
      less: (x, y) => this.#note(4, x < y ? 1 : 0),
      pair: (x, y) => this.#note(5, [y, x]),
      same: (x) => this.#note(x === null ? 6 : 7, x),
      none: (x) => this.#note(8, x === null ? 1 : 0),
      memory: new WebAssembly.Memory({ initial: 1, maximum: 4 }),
      table: new WebAssembly.Table({ element: "anyfunc", initial: 8, maximum: 20 }),
      constant: new WebAssembly.Global({ value: "i32" }, 42),
      long: new WebAssembly.Global({ value: "i64", mutable: true }, -7n),
      double: new WebAssembly.Global({ value: "f64" }, 0.75),
      reference: new WebAssembly.Global({ value: "externref", mutable: true }, null),
    } };
  }

  #state({ exports }) {
    const parts = [`state fuel=${exports.fuel.value}`];
    for (const word of this.#words("globals")) {
      const [name, type] = word.split(":");
      parts.push(`${name}=${this.#text(type, exports[name].value)}`);
    }
    for (let i = 0; i < Number(this.#words("memories")[0]); i++) {
      const bytes = Buffer.from(exports["m" + i].buffer);
      parts.push(`m${i}=${bytes.length}/${zlib.crc32(bytes).toString(16)}`);
    }
    for (const name of this.#words("tables")) {
      const table = exports[name];
      const is64 = typeof table.length === "bigint";
      let elements = "";
      for (let i = 0; i < table.length; i++) elements += table.get(is64 ? BigInt(i) : i) === null ? "." : "x";
      parts.push(`${name}=${table.length}/${elements}`);
    }
    parts.push(`host=${this.#log}`);
    return parts.join(" ");
  }

  #call({ exports }, [name, results, ...args]) {
    exports.fuel.value = Number(this.#words("fuel")[0]);
    try {
      const result = exports[name](...args.map((word) => this.#argument(word)));
      const types = results === "-" ? [] : results.split(",");
      const values = types.length > 1 ? [...result] : [result];
      return ["return", ...types.map((type, index) => this.#text(type, values[index]))].join(" ");
    } catch (error) {
      return outcome(error);
    }
  }

  run(directory, name) {
    const names = this.#plan.filter(([word]) => word === "after").map(([, first]) => first).concat(name);
    let modules;
    try {
      modules = names.map((each) => new WebAssembly.Module(readFileSync(join(directory, `${each}.wasm`))));
    } catch (error) {
      return [`refused ${error.message}`];
    }
    let instance;
    try {
      const imports = this.#imports();
      for (const module of modules) {
        instance = new WebAssembly.Instance(module, imports);
        imports.first = instance.exports;
      }
    } catch (error) {
      return [`instance ${outcome(error)}`];
    }
    this.#lines.push("instance ok", this.#state(instance));
    for (const [word, ...call] of this.#plan) {
      if (word !== "call") continue;
      const outcome = this.#call(instance, call);
      this.#lines.push(outcome);
      if (outcome === "trap stack") break;
      this.#lines.push(this.#state(instance));
    }
    return this.#lines;
  }
}

const [directory, ...names] = process.argv.slice(2);
for (const name of names) {
  const run = new Run(readFileSync(join(directory, `${name}.plan`), "utf8"));
  console.log(["module " + name, ...run.run(directory, name)].join("\n"));
}
