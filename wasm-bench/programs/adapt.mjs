// Puts a driver and a module of npm together, into one module that needs WASI only and exports what every program of the benchmark does:
//
//   node adapt.mjs MODULE.wasm DRIVER.wasm OUT.wasm [ANSWER]...
//   node adapt.mjs --pages MODULE.wasm        says how many pages the module's memory has: the driver's data come after them
//
// The driver is compiled from C as any other, but imports its memory and, from "program", functions that the module exports. What the module imports is answered by a function that
// the driver exports under the same name, or by a constant (ANSWER is PART-OF-A-NAME=NUMBER; references are null), or it traps (PART-OF-A-NAME=trap; the first that fits counts). Calls keep their form: functions are only numbered anew.
// C knows neither references nor more than one result. So a driver leaves references out of the parameters (they are null), and takes several results behind a pointer that it passes
// first, 4 bytes each, references left out. All references to what JavaScript has being null, tables of them are not used (Wizer knows no instructions for them).
import { readFileSync, writeFileSync } from 'node:fs';
import { Writer, copyBody, copyExpression, readModule, writeLimits } from './binary.mjs';

const FUNCTION = 0;
const TABLE = 1;
const MEMORY = 2;
const GLOBAL = 3;
const I32 = 0x7f;
const I64 = 0x7e;
const F32 = 0x7d;
const F64 = 0x7c;
const isReference = (type) => type === 0x6f || type === 0x70;

if (process.argv[2] === '--pages') {
  console.log(memoryOf(readModule(readFileSync(process.argv[3]))).minimum);
} else {
  adapt(...process.argv.slice(2));
}

function memoryOf(module) {
  return module.memories[0] ?? module.imports.find((each) => each.kind === MEMORY).limits;
}

function adapt(programFile, driverFile, outFile, ...answers) {
  const program = readModule(readFileSync(programFile));
  const driver = readModule(readFileSync(driverFile));
  const constants = answers.map((each) => each.split('=')).map(([part, value]) => ({ part, value: Number(value) }));

  const types = [...program.types];
  const typeIndex = (wanted) => {
    const text = JSON.stringify(wanted);
    const found = types.findIndex((each) => JSON.stringify(each) === text);
    return found >= 0 ? found : types.push(wanted) - 1;
  };
  const driverTypes = driver.types.map(typeIndex);

  // What is imported in the end: what the driver imports from WASI.
  const programImports = program.imports.filter((each) => each.kind === FUNCTION);
  const driverImports = driver.imports.filter((each) => each.kind === FUNCTION);
  const kept = driverImports.filter((each) => each.module === 'wasi_snapshot_preview1');
  const functions = [];
  const bodies = [];
  const add = (type, body) => {
    functions.push(type);
    bodies.push(body);
    return kept.length + functions.length - 1;
  };

  const programFunctions = programImports.map(() => undefined).concat(program.functions.map((type) => add(type)));
  const driverFunctions = driverImports.map((each) => kept.indexOf(each)).concat(driver.functions.map((type) => add(driverTypes[type])));
  const exported = (module, name) => module.exports.find((each) => each.kind === FUNCTION && each.name === name)?.index;
  const typeOf = (module, index) => {
    const imports = module.imports.filter((each) => each.kind === FUNCTION);
    return module.types[index < imports.length ? imports[index].type : module.functions[index - imports.length]];
  };
  const unanswered = new Set();
  programImports.forEach((each, index) => {
    const answer = exported(driver, each.name);
    if (answer !== undefined) {
      programFunctions[index] = driverFunctions[answer];
      const [wanted, given] = [program.types[each.type], typeOf(driver, answer)].map((type) => JSON.stringify(type));
      if (wanted !== given) {
        throw new Error(`${each.name} is ${given}, not ${wanted}`);
      }
      return;
    }
    const constant = constants.find(({ part }) => each.name.includes(part));
    if (!constant) {
      unanswered.add(each.name);
    }
    programFunctions[index] = add(each.type, constant && !Number.isNaN(constant.value) ? constantBody(program.types[each.type].results, constant.value) : new Writer().put([0, 0x00, 0x0b]));
  });
  driverImports.forEach((each, index) => {
    if (!kept.includes(each)) {
      const callee = exported(program, each.name);
      if (callee === undefined) {
        throw new Error(`there is no ${each.name}`);
      }
      const [from, to] = [driver.types[each.type], typeOf(program, callee)];
      driverFunctions[index] = JSON.stringify(from) === JSON.stringify(to) ? programFunctions[callee]
        : add(driverTypes[each.type], bridge(each.name, from, to, programFunctions[callee]));
    }
  });

  // Tables and globals of the program first, then the driver's; imported ones become its own.
  const programTables = [...program.imports.filter((each) => each.kind === TABLE).map((each) => each.table), ...program.tables];
  const programGlobals = [...program.imports.filter((each) => each.kind === GLOBAL).map(({ global }) => ({ ...global, value: zero(global.type) })), ...program.globals];
  if (driver.imports.some((each) => each.kind === TABLE || each.kind === GLOBAL)) {
    throw new Error('a driver imports functions and its memory only');
  }
  const programMap = { functions: (index) => programFunctions[index], nulls: (index) => programTables[index].type === 0x6f };
  const driverMap = {
    types: (index) => driverTypes[index],
    functions: (index) => driverFunctions[index],
    tables: (index) => index + programTables.length,
    globals: (index) => index + programGlobals.length,
    elements: (index) => index + program.elements.length,
    data: (index) => index + program.data.length,
  };
  let next = 0;
  program.bodies.forEach((body) => (bodies[next++] = copyBody(body, programMap)));
  driver.bodies.forEach((body) => (bodies[next++] = copyBody(body, driverMap)));
  // A table of the driver's that nobody uses would only make the module need more than it does.
  const driverTables = driver.elements.length ? driver.tables : [];

  const old = memoryOf(program);
  const minimum = Math.max(old.minimum, memoryOf(driver).minimum);
  const memory = { flags: old.flags & 1, minimum, maximum: old.flags & 1 ? Math.max(old.maximum, minimum) : undefined };

  const out = new Writer().put([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  const section = (id, fill) => {
    const inner = new Writer();
    fill(inner);
    out.byte(id).sized(inner);
  };
  const valueTypes = (writer, list) => writer.u32(list.length).put(list);
  section(1, (to) => to.vector(types, (each, { parameters, results }) => {
    each.byte(0x60);
    valueTypes(each, parameters);
    valueTypes(each, results);
  }));
  section(2, (to) => to.vector(kept, (each, entry) => each.name(entry.module).name(entry.name).byte(FUNCTION).u32(driverTypes[entry.type])));
  section(3, (to) => to.vector(functions, (each, type) => each.u32(type)));
  section(4, (to) => to.vector([...programTables, ...driverTables], (each, table) => writeLimits(each.byte(table.type), table.limits)));
  section(5, (to) => to.vector([memory], writeLimits));
  section(6, (to) => to.vector([...programGlobals.map((each) => [each, programMap]), ...driver.globals.map((each) => [each, driverMap])],
    (each, [global, map]) => each.byte(global.type).byte(global.mutable).put(copyExpression(global.value, map))));
  section(7, (to) => to.vector([{ name: 'memory', kind: MEMORY, index: 0 },
    ...driver.exports.filter((each) => each.kind === FUNCTION && !programImports.some(({ name }) => name === each.name)).map((each) => ({ ...each, index: driverFunctions[each.index] }))],
    (each, { name, kind, index }) => each.name(name).byte(kind).u32(index)));
  if (program.start !== undefined) {
    section(8, (to) => to.u32(programFunctions[program.start]));
  }
  const elements = [...program.elements.map((each) => [each, programMap]), ...driver.elements.map((each) => [{ ...each, flags: each.flags === 0 ? 2 : each.flags, kind: each.kind ?? 0 }, driverMap])];
  section(9, (to) => to.vector(elements, writeElement));
  if (program.counted) {
    section(12, (to) => to.u32(program.data.length + driver.data.length));
  }
  section(10, (to) => to.vector(bodies, (each, body) => each.sized(body)));
  section(11, (to) => to.vector([...program.data, ...driver.data], (each, { offset, bytes }) => {
    each.u32(offset ? 0 : 1);
    if (offset) {
      each.put(offset);
    }
    each.u32(bytes.length).put(bytes);
  }));
  writeFileSync(outFile, out.done());
  if (process.env.VERBOSE) {
    console.log(`trap: ${[...unanswered].join(' ')}`);
  }
}

function writeElement(to, [{ flags, table, offset, kind, functions, expressions }, map]) {
  const mapTable = map.tables ?? ((index) => index);
  to.u32(flags);
  if (!(flags & 1)) {
    if (flags & 2) {
      to.u32(mapTable(table));
    }
    to.put(offset);
  }
  if (flags & 3) {
    to.byte(kind);
  }
  if (flags & 4) {
    to.vector(expressions, (each, expression) => each.put(copyExpression(expression, map)));
  } else {
    to.vector(functions, (each, index) => each.u32(map.functions(index)));
  }
}

function zero(type) {
  const writer = new Writer();
  putConstant(writer, type, 0);
  return writer.byte(0x0b).done();
}

function putConstant(writer, type, value) {
  switch (type) {
    case I32: writer.byte(0x41).s32(value); break;
    case I64: writer.byte(0x42).s32(value); break;
    case F32: writer.byte(0x43).put(new Uint8Array(new Float32Array([value]).buffer)); break;
    case F64: writer.byte(0x44).put(new Uint8Array(new Float64Array([value]).buffer)); break;
    default: writer.byte(0xd0).byte(type);
  }
}

function constantBody(results, value) {
  const body = new Writer().byte(0);
  results.forEach((type) => putConstant(body, type, value));
  return body.byte(0x0b);
}

// A function that the driver can call, in place of one with references or several results.
function bridge(name, from, to, callee) {
  const several = to.results.length > 1;
  const wanted = { parameters: [...(several ? [I32] : []), ...to.parameters.filter((type) => !isReference(type))], results: several ? [] : to.results.filter((type) => !isReference(type)) };
  if (JSON.stringify(from) !== JSON.stringify(wanted)) {
    throw new Error(`${name} is imported as ${JSON.stringify(from)}, expected ${JSON.stringify(wanted)}`);
  }
  const body = new Writer();
  const locals = several ? to.results : [];
  body.vector(locals, (each, type) => each.u32(1).byte(type));
  let next = several ? 1 : 0;
  to.parameters.forEach((type) => {
    if (isReference(type)) {
      body.byte(0xd0).byte(type);
    } else {
      body.byte(0x20).u32(next++);
    }
  });
  body.byte(0x10).u32(callee);
  if (!several) {
    if (to.results.some(isReference)) {
      body.byte(0x1a);
    }
    return body.byte(0x0b);
  }
  for (let i = to.results.length - 1; i >= 0; i--) {
    body.byte(0x21).u32(next + i);
  }
  let offset = 0;
  to.results.forEach((type, i) => {
    if (!isReference(type)) {
      if (type !== I32) {
        throw new Error(`${name} has a result that is not an i32`);
      }
      body.byte(0x20).u32(0).byte(0x20).u32(next + i).byte(0x36).u32(2).u32(offset);
      offset += 4;
    }
  });
  return body.byte(0x0b);
}
