// The exports of the world `checks`. AssemblyScript cannot write a dash in a name: wit-names.mjs turns camel case into kebab case.
import { give, takeBack, takeBytes, takeString } from "./abi";
import { addressProblem, isAcceptable, lineProblem } from "./rules";

export { cabi_realloc } from "./abi";

export function checkAddress(address: usize, addressLength: usize): usize {
  return give(addressProblem(takeString(address, addressLength)));
}

export function cabi_post_checkAddress(given: usize): void {
  takeBack(given);
}

export function checkLine(sku: usize, skuLength: usize, quantity: u32): usize {
  return give(lineProblem(takeString(sku, skuLength), quantity));
}

export function cabi_post_checkLine(given: usize): void {
  takeBack(given);
}

export function checkAttachment(name: usize, nameLength: usize, content: usize, contentLength: usize): bool {
  return isAcceptable(takeString(name, nameLength), takeBytes(content, contentLength));
}
