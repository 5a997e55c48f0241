import { info, onHand } from "./host";

const LARGEST_QUANTITY: u32 = 1000;

export function addressProblem(address: string): string {
  const at = address.indexOf("@");
  if (at < 1 || at != address.lastIndexOf("@")) return `${address} is not an e-mail address: it needs exactly one @`;
  const domain = address.substring(at + 1);
  if (domain.indexOf(".") < 1 || domain.endsWith(".")) return `${address} is not an e-mail address: ${domain} is not a domain`;
  return "";
}

export function lineProblem(sku: string, quantity: u32): string {
  if (quantity == 0) return `${sku}: nothing is ordered`;
  if (quantity > LARGEST_QUANTITY) return `${sku}: ${quantity} are more than ${LARGEST_QUANTITY}; call us`;
  const available = onHand(sku);
  return quantity > available ? `${sku}: ${quantity} are ordered, ${available} are on hand` : "";
}

export function isAcceptable(name: string, content: Uint8Array): bool {
  if (isWhatItSays(name, content)) return true;
  info(`refused ${name}: its ${content.length} bytes are not what the name says`);
  return false;
}

/** PDF and PNG files start with a signature, text is anything without control characters; nothing else is taken. */
function isWhatItSays(name: string, content: Uint8Array): bool {
  if (name.endsWith(".pdf")) return startsWith(content, [0x25, 0x50, 0x44, 0x46, 0x2d]);
  if (name.endsWith(".png")) return startsWith(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return name.endsWith(".txt") && isText(content);
}

function startsWith(content: Uint8Array, signature: u8[]): bool {
  if (content.length < signature.length) return false;
  for (let i = 0; i < signature.length; i++) {
    if (content[i] != signature[i]) return false;
  }
  return true;
}

function isText(content: Uint8Array): bool {
  for (let i = 0; i < content.length; i++) {
    const byte = content[i];
    if (byte < 0x20 && byte != 0x09 && byte != 0x0a && byte != 0x0d) return false;
  }
  return true;
}
