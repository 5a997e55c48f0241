// The host functions of the shop: the imports of the world `checks`.

@external("shop:plugins/catalog", "on-hand")
declare function rawOnHand(sku: usize, length: usize): u32;

@external("shop:plugins/log", "info")
declare function rawInfo(message: usize, length: usize): void;

@external("shop:plugins/log", "error")
declare function rawError(message: usize, length: usize): void;

/** How many pieces are in the warehouse. */
export function onHand(sku: string): u32 {
  const bytes = String.UTF8.encode(sku);
  return rawOnHand(changetype<usize>(bytes), bytes.byteLength);
}

export function info(message: string): void {
  const bytes = String.UTF8.encode(message);
  rawInfo(changetype<usize>(bytes), bytes.byteLength);
}

export function error(message: string): void {
  const bytes = String.UTF8.encode(message);
  rawError(changetype<usize>(bytes), bytes.byteLength);
}

/** What AssemblyScript calls when the program cannot go on: say why in the log, and trap. */
export function abort(message: string | null, file: string | null, line: u32, column: u32): void {
  error(`${message} (${file}:${line}:${column})`);
  unreachable();
}
