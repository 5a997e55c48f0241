// The canonical ABI of the component model, as far as strings and lists of bytes need it: what wit-bindgen would generate.

// The host asks for room here before it passes a string or list; the callee owns what it gets.
export function cabi_realloc(old: usize, oldLength: usize, align: usize, length: usize): usize {
  if (length == 0) return align;
  return oldLength == 0 ? heap.alloc(length) : heap.realloc(old, length);
}

/** Takes over a string: AssemblyScript has UTF-16 inside, the ABI UTF-8. */
export function takeString(address: usize, length: usize): string {
  if (length == 0) return "";
  const text = String.UTF8.decodeUnsafe(address, length);
  heap.free(address);
  return text;
}

/** Takes over a list of bytes. */
export function takeBytes(address: usize, length: usize): Uint8Array {
  const bytes = new Uint8Array(<i32>length);
  if (length == 0) return bytes;
  memory.copy(bytes.dataStart, address, length);
  heap.free(address);
  return bytes;
}

// Where a result that does not fit into a register lies until the host has read it: pointer and length.
const result = memory.data(8);

/** Hands a string to the host, which calls `cabi_post_…` as soon as it has copied it. */
export function give(text: string): usize {
  const length = <usize>String.UTF8.byteLength(text);
  const address = heap.alloc(length);
  String.UTF8.encodeUnsafe(changetype<usize>(text), text.length, address);
  store<usize>(result, address);
  store<usize>(result, length, sizeof<usize>());
  return result;
}

/** Frees what `give` gave. */
export function takeBack(given: usize): void {
  heap.free(load<usize>(given));
}
