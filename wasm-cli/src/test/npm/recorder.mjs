// Records everything that crosses the border between JavaScript and a WebAssembly instance, so that another engine can be asked to
// take the same way: every call in both directions with its arguments and results, everything that JavaScript writes to the
// memory in between, and a checksum of the whole memory at every exit.
//
// One event per line, in the order in which things happen; calls nest.
//
//   instantiated                     the module has been instantiated
//   global MODULE NAME VALUE         a global that JavaScript has given, before `instantiated`
//   call NAME VALUE…                 JavaScript calls an export …
//   element NAME INDEX VALUE…        … or an element of a table that is exported as NAME …
//   return VALUE…                    … which returns …
//   trap TEXT                        … or ends with a trap …
//   exception                        … or with an exception
//   import MODULE NAME VALUE…        the module calls JavaScript …
//   resume VALUE…                    … which returns …
//   throw                            … or throws
//   memory BYTES CRC32               the memory as the module leaves it, after each `instantiated`, `import`, `return`, `trap` and `exception`
//   grow PAGES                       by how much JavaScript has grown it, and
//   patch ADDRESS HEX                what JavaScript has changed in it, before the `call`, `resume` or `throw` that follows
//
// Values: integers in decimals, floating point numbers as their bits, in hexadecimal digits, references as `null` or a number of their
// own, in the order in which they are seen first. Names are percent-encoded. Where the scenario has a property `every`, only every so manieth
// exit has a line for the memory, none if it is 0, which is for modules whose host leaves the memory alone. What a scenario must not do,
// since it would go unnoticed: change globals. Needs --experimental-wasm-type-reflection.
import zlib from "node:zlib";

const PAGE = 65536;
const BLOCK = 4096;

// Modules as small as this are not what a package is about, but ask whether a feature is there.
const PROBE = 512;

// V8's words for traps, and the specification's.
const traps = {
  "unreachable": "unreachable",
  "divide by zero": "integer divide by zero",
  "memory access out of bounds": "out of bounds memory access",
};

// A static function in older versions of Node, a method in newer ones.
const typeOf = (item) => (item.type ?? (item instanceof WebAssembly.Global ? WebAssembly.Global : WebAssembly.Function).type).call(item, item);

const scratch = new DataView(new ArrayBuffer(8));

function floatBits(type, value) {
  if (Number.isNaN(Number(value))) return "nan";
  if (type === "f32") scratch.setFloat32(0, Number(value));
  else scratch.setFloat64(0, Number(value));
  return type === "f32" ? scratch.getUint32(0).toString(16) : scratch.getBigUint64(0).toString(16);
}

class Recording {
  #out = [];
  #references = new Map();
  #memory = null;
  #before = Buffer.alloc(0);
  #every;
  #exits = 0;

  constructor(every) {
    this.#every = every;
  }

  get text() {
    return this.#out.join("\n") + "\n";
  }

  write(...words) {
    this.#out.push(words.join(" "));
  }

  value(type, value) {
    switch (type) {
      case "i32": return String(Number(typeof value === "boolean" ? value : value ?? 0) | 0);
      case "i64": return String(BigInt.asIntN(64, BigInt(value)));
      case "f32": case "f64": return floatBits(type, value);
      case "v128": throw new Error("Values of type v128 cannot cross the border to JavaScript");
      default: return this.reference(value ?? null);
    }
  }

  reference(value) {
    if (value === null) return "null";
    if (!this.#references.has(value)) this.#references.set(value, this.#references.size + 1);
    return String(this.#references.get(value));
  }

  values(types, values) {
    return types.map((type, index) => this.value(type, values[index]));
  }

  results(types, result) {
    return this.values(types, types.length > 1 ? [...result] : [result]);
  }

  useMemory(memory) {
    if (this.#every > 0) this.#memory = memory;
  }

  // JavaScript goes on: from here on, what changes in memory is its doing.
  leave() {
    if (this.#memory === null) return;
    this.#before = Buffer.from(this.#memory.buffer.slice(0));
    if (this.#exits++ % this.#every === 0) this.write("memory", this.#before.length, zlib.crc32(this.#before));
  }

  // The module goes on.
  enter() {
    if (this.#memory === null) return;
    const now = Buffer.from(this.#memory.buffer);
    if (now.length > this.#before.length) this.write("grow", (now.length - this.#before.length) / PAGE);
    for (let block = 0; block < now.length; block += BLOCK) {
      const end = Math.min(block + BLOCK, now.length);
      if (block < this.#before.length && now.compare(this.#before, block, end, block, end) !== 0) this.#patch(now, block, end);
      else if (block >= this.#before.length && now.subarray(block, end).some((byte) => byte !== 0)) this.#patch(now, block, end);
    }
  }

  #patch(now, from, to) {
    const same = (at) => now[at] === (this.#before[at] ?? 0);
    while (same(from)) from++;
    while (same(to - 1)) to--;
    this.write("patch", from, now.toString("hex", from, to));
  }

  // An import, for the module.
  host(module, name, type, implementation) {
    return (...args) => {
      this.write("import", encodeURIComponent(module), encodeURIComponent(name), ...this.values(type.parameters, args));
      this.leave();
      let result;
      try {
        result = implementation(...args);
      } catch (exception) {
        this.enter();
        this.write("throw");
        throw exception;
      }
      this.enter();
      this.write("resume", ...this.results(type.results, result));
      return result;
    };
  }

  // An export, or an element of a table, for JavaScript.
  guest(event, implementation) {
    const type = typeOf(implementation);
    return (...args) => {
      this.enter();
      this.write(...event, ...this.values(type.parameters, args));
      let result;
      try {
        result = implementation(...args);
      } catch (trap) {
        if (trap instanceof WebAssembly.RuntimeError) this.write("trap", traps[trap.message] ?? trap.message);
        else this.write("exception");
        this.leave();
        throw trap;
      }
      this.write("return", ...this.results(type.results, result));
      this.leave();
      return result;
    };
  }

  global(module, name, item) {
    const { value } = typeOf(item);
    this.write("global", encodeURIComponent(module), encodeURIComponent(name), this.value(value, item.value));
  }

  table(name, table) {
    return new Proxy(table, {
      get: (_, key) => {
        if (key === "set" || key === "grow") throw new Error("Changes of tables cannot be recorded");
        if (key !== "get") return typeof table[key] === "function" ? table[key].bind(table) : table[key];
        return (index) => {
          const element = table.get(index);
          return typeof element === "function" ? this.guest(["element", encodeURIComponent(name), index], element) : element;
        };
      },
    });
  }
}

const { Instance } = WebAssembly;

function instantiate(module, imports, recording) {
  const wrapped = {};
  for (const { module: from, name, kind, type } of WebAssembly.Module.imports(module)) {
    const item = imports[from][name];
    (wrapped[from] ??= {})[name] = kind === "function" ? recording.host(from, name, type, item) : item;
    if (kind === "memory") recording.useMemory(item);
    if (kind === "global") recording.global(from, name, item);
  }
  const instance = new Instance(module, wrapped);
  const exports = {};
  for (const [name, item] of Object.entries(instance.exports)) {
    if (typeof item === "function") exports[name] = recording.guest(["call", encodeURIComponent(name)], item);
    else if (item instanceof WebAssembly.Table) exports[name] = recording.table(name, item);
    else exports[name] = item;
    if (item instanceof WebAssembly.Memory) recording.useMemory(item);
  }
  recording.write("instantiated");
  recording.leave();
  return new Proxy(instance, { get: (target, key) => (key === "exports" ? exports : Reflect.get(target, key)) });
}

const { Module, compile: compileLater, instantiate: instantiateAnything } = WebAssembly;

// Node's own fetch is a module, too, which it compiles when somebody looks for Response; now is the time.
await new Response().text();

// Lets a scenario run, and records the one module that it instantiates.
export async function record(scenario) {
  const recording = new Recording(scenario.every ?? 1);
  let bytes = null, compiled = null;
  const compile = (source) => {
    if (source.byteLength < PROBE) return new Module(source);
    if (compiled !== null) throw new Error("There is more than one module");
    bytes = Buffer.from(source.buffer ?? source, source.byteOffset ?? 0, source.byteLength);
    return (compiled = new Module(source));
  };
  WebAssembly.Module = Object.setPrototypeOf(function (source) {
    return compile(source);
  }, Module);
  WebAssembly.Module.prototype = Module.prototype;
  WebAssembly.compile = async (source) => compile(source);
  WebAssembly.Instance = function (module, imports) {
    return module === compiled ? instantiate(module, imports, recording) : new Instance(module, imports);
  };
  WebAssembly.Instance.prototype = Instance.prototype;
  WebAssembly.instantiate = async (source, imports) => {
    if (source === compiled) return instantiate(source, imports, recording);
    if (source instanceof Module) return instantiateAnything(source, imports);
    const module = compile(source);
    return { module, instance: instantiate(module, imports, recording) };
  };
  try {
    await scenario();
  } finally {
    Object.assign(WebAssembly, { Module, Instance, compile: compileLater, instantiate: instantiateAnything });
  }
  return { bytes, text: recording.text };
}
