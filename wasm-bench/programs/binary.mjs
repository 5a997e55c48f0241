// Reads and writes WebAssembly as far as adapt.mjs needs it: sections, and function bodies down to the indices in them.

export class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  byte() {
    return this.bytes[this.at++];
  }

  u32() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) {
        return value >>> 0;
      }
    }
  }

  // A signed number of any width: nobody here asks for its value.
  skipSigned() {
    while (this.byte() >= 128);
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  name() {
    return new TextDecoder().decode(this.take(this.u32()));
  }

  vector(read) {
    return Array.from({ length: this.u32() }, () => read(this));
  }
}

export class Writer {
  constructor() {
    this.bytes = new Uint8Array(1 << 16);
    this.length = 0;
  }

  reserve(count) {
    if (this.length + count > this.bytes.length) {
      const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
  }

  byte(value) {
    this.reserve(1);
    this.bytes[this.length++] = value;
    return this;
  }

  u32(value) {
    do {
      this.byte((value & 127) | (value > 127 ? 128 : 0));
      value >>>= 7;
    } while (value);
    return this;
  }

  s32(value) {
    for (;;) {
      const byte = value & 127;
      value >>= 7;
      if ((value === 0 && !(byte & 64)) || (value === -1 && byte & 64)) {
        return this.byte(byte);
      }
      this.byte(byte | 128);
    }
  }

  put(bytes) {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  name(text) {
    const bytes = new TextEncoder().encode(text);
    return this.u32(bytes.length).put(bytes);
  }

  vector(items, write) {
    this.u32(items.length);
    items.forEach((item) => write(this, item));
    return this;
  }

  sized(inner) {
    return this.u32(inner.length).put(inner.done());
  }

  done() {
    return this.bytes.subarray(0, this.length);
  }
}


function readLimits(reader) {
  const flags = reader.byte();
  const minimum = reader.u32();
  return { flags, minimum, maximum: flags & 1 ? reader.u32() : undefined };
}

export function writeLimits(writer, { flags, minimum, maximum }) {
  writer.byte(flags).u32(minimum);
  if (flags & 1) {
    writer.u32(maximum);
  }
}

function readTable(reader) {
  return { type: reader.byte(), limits: readLimits(reader) };
}

function readFunctionType(reader) {
  if (reader.byte() !== 0x60) {
    throw new Error('only function types are expected');
  }
  return { parameters: reader.vector((each) => each.byte()), results: reader.vector((each) => each.byte()) };
}

// The sections of a module, decoded but for function bodies, which stay bytes.
export function readModule(bytes) {
  const module = { types: [], imports: [], functions: [], tables: [], memories: [], globals: [], exports: [], elements: [], bodies: [], data: [], start: undefined, counted: false };
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const size = reader.u32();
    const section = new Reader(bytes, reader.at, reader.at + size);
    reader.at += size;
    switch (id) {
      case 0: break;
      case 1: module.types = section.vector(readFunctionType); break;
      case 2: module.imports = section.vector(readImport); break;
      case 3: module.functions = section.vector((each) => each.u32()); break;
      case 4: module.tables = section.vector(readTable); break;
      case 5: module.memories = section.vector(readLimits); break;
      case 6: module.globals = section.vector((each) => ({ type: each.byte(), mutable: each.byte(), value: readExpression(each) })); break;
      case 7: module.exports = section.vector((each) => ({ name: each.name(), kind: each.byte(), index: each.u32() })); break;
      case 8: module.start = section.u32(); break;
      case 9: module.elements = section.vector(readElement); break;
      case 10: module.bodies = section.vector((each) => each.take(each.u32())); break;
      case 11: module.data = section.vector(readData); break;
      case 12: module.counted = true; break;
      default: throw new Error(`section ${id} is not expected`);
    }
  }
  return module;
}

function readImport(reader) {
  const entry = { module: reader.name(), name: reader.name(), kind: reader.byte() };
  switch (entry.kind) {
    case 0: entry.type = reader.u32(); break;
    case 1: entry.table = readTable(reader); break;
    case 2: entry.limits = readLimits(reader); break;
    case 3: entry.global = { type: reader.byte(), mutable: reader.byte() }; break;
    default: throw new Error(`import kind ${entry.kind} is not expected`);
  }
  return entry;
}

function readExpression(reader) {
  const start = reader.at;
  while (copyInstruction(reader, undefined, {}) !== 0x0b);
  return reader.bytes.subarray(start, reader.at);
}

function readElement(reader) {
  const flags = reader.u32();
  const element = { flags };
  if (!(flags & 1)) {
    element.table = flags & 2 ? reader.u32() : 0;
    element.offset = readExpression(reader);
  }
  if (flags & 3) {
    element.kind = reader.byte();
  }
  if (flags & 4) {
    element.expressions = reader.vector(readExpression);
  } else {
    element.functions = reader.vector((each) => each.u32());
  }
  return element;
}

function readData(reader) {
  const flags = reader.u32();
  if (flags === 2) {
    reader.u32();
  }
  return { offset: flags === 1 ? undefined : readExpression(reader), bytes: reader.take(reader.u32()) };
}

const same = (index) => index;

// Copies one instruction, with what `map` says of types, functions, tables, globals, elements and data; returns its opcode. Without a writer it is only skipped.
// Tables of which `map` says that they hold nothing but nulls (references to what JavaScript has) are neither read nor written.
export function copyInstruction(reader, writer, map) {
  const opcode = reader.byte();
  const sink = writer ?? new Writer();
  sink.byte(opcode);
  const index = (kind) => sink.u32((map[kind] ?? same)(reader.u32()));
  const plain = () => sink.u32(reader.u32());
  const signed = () => {
    const start = reader.at;
    reader.skipSigned();
    sink.put(reader.bytes.subarray(start, reader.at));
  };
  const access = () => {
    plain();
    plain();
  };
  if (opcode >= 0x02 && opcode <= 0x04) {
    const byte = reader.bytes[reader.at];
    if ((byte & 0xc0) === 0x40) {
      sink.byte(reader.byte());
    } else {
      sink.s32((map.types ?? same)(reader.u32()));
    }
  } else if (opcode === 0x0c || opcode === 0x0d || (opcode >= 0x20 && opcode <= 0x22)) {
    plain();
  } else if (opcode === 0x0e) {
    const count = reader.u32();
    sink.u32(count);
    for (let i = 0; i <= count; i++) {
      plain();
    }
  } else if (opcode === 0x10 || opcode === 0x12 || opcode === 0xd2) {
    index('functions');
  } else if (opcode === 0x11 || opcode === 0x13) {
    index('types');
    index('tables');
  } else if (opcode === 0x1c) {
    const count = reader.u32();
    sink.u32(count).put(reader.take(count));
  } else if (opcode === 0x23 || opcode === 0x24) {
    index('globals');
  } else if (opcode === 0x25 || opcode === 0x26) {
    const table = reader.u32();
    if (map.nulls?.(table)) {
      sink.length--;
      sink.put(opcode === 0x25 ? [0x1a, 0xd0, 0x6f] : [0x1a, 0x1a]);
    } else {
      sink.u32((map.tables ?? same)(table));
    }
  } else if (opcode >= 0x28 && opcode <= 0x3e) {
    access();
  } else if (opcode === 0x3f || opcode === 0x40 || opcode === 0xd0) {
    sink.byte(reader.byte());
  } else if (opcode === 0x41 || opcode === 0x42) {
    signed();
  } else if (opcode === 0x43 || opcode === 0x44) {
    sink.put(reader.take(opcode === 0x43 ? 4 : 8));
  } else if (opcode === 0xfc) {
    const sub = reader.u32();
    if (sub >= 15 && map.nulls?.(reader.bytes[reader.at])) {
      reader.u32();
      sink.length--;
      // table.grow and table.size give a number, table.fill nothing.
      sink.put([[0x1a, 0x1a, 0x41, 0], [0x41, 0], [0x1a, 0x1a, 0x1a]][sub - 15]);
      return opcode;
    }
    sink.u32(sub);
    switch (sub) {
      case 8: index('data'); sink.byte(reader.byte()); break;
      case 9: index('data'); break;
      case 10: sink.put(reader.take(2)); break;
      case 11: sink.byte(reader.byte()); break;
      case 12: index('elements'); index('tables'); break;
      case 13: index('elements'); break;
      case 14: index('tables'); index('tables'); break;
      case 15: case 16: case 17: index('tables'); break;
      default: if (sub > 17) throw new Error(`0xfc ${sub} is not expected`);
    }
  } else if (opcode === 0xfd) {
    const sub = reader.u32();
    sink.u32(sub);
    if (sub <= 11 || sub === 92 || sub === 93) {
      access();
    } else if (sub === 12 || sub === 13) {
      sink.put(reader.take(16));
    } else if (sub >= 21 && sub <= 34) {
      sink.byte(reader.byte());
    } else if (sub >= 84 && sub <= 91) {
      access();
      sink.byte(reader.byte());
    }
  } else if (opcode >= 0x06 && opcode <= 0x0a || opcode >= 0xd3) {
    throw new Error(`opcode 0x${opcode.toString(16)} is not expected`);
  }
  return opcode;
}

// A function body with other indices.
export function copyBody(bytes, map) {
  const reader = new Reader(bytes);
  const writer = new Writer();
  for (let groups = reader.u32(), i = (writer.u32(groups), 0); i < groups; i++) {
    writer.u32(reader.u32()).byte(reader.byte());
  }
  while (reader.at < bytes.length) {
    copyInstruction(reader, writer, map);
  }
  return writer;
}

export function copyExpression(bytes, map) {
  const reader = new Reader(bytes);
  const writer = new Writer();
  while (reader.at < bytes.length) {
    copyInstruction(reader, writer, map);
  }
  return writer.done();
}
