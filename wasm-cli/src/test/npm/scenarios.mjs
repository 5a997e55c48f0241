// What is done with modules from npm: a little of what each is made for, checked for sense.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

const text = Array.from({ length: 400 }, (_, line) => `${line}: the quick brown fox ${"jumps ".repeat(line % 7)}over the lazy dog\n`).join("");

async function zstd() {
  const { init, compress, decompress } = require("@bokuweb/zstd-wasm");
  await init();
  const packed = compress(Buffer.from(text), 19);
  assert(packed.length < text.length / 10);
  assert.equal(Buffer.from(decompress(packed)).toString(), text);
}

async function brotli() {
  const { compress, decompress } = require("brotli-wasm");
  const packed = compress(Buffer.from(text), { quality: 11 });
  assert(packed.length < text.length / 10);
  assert.equal(Buffer.from(decompress(packed)).toString(), text);
}

async function tiktoken() {
  const { Tiktoken } = require("tiktoken/lite");
  const ranks = require("tiktoken/encoders/p50k_base.json");
  const encoding = new Tiktoken(ranks.bpe_ranks, ranks.special_tokens, ranks.pat_str);
  const tokens = encoding.encode("Hello, world! Größe 日本語 🦀 don't " + text.slice(0, 500));
  assert(Buffer.from(encoding.decode(tokens)).toString().startsWith("Hello, world! Größe 日本語 🦀 don't "));
  encoding.free();
}

async function markdown() {
  const { createFromBuffer } = require("@dprint/formatter");
  const formatter = createFromBuffer(readFileSync(require.resolve("@dprint/markdown/plugin.wasm")));
  formatter.setConfig({ lineWidth: 40 }, { textWrap: "always" });
  const formatted = formatter.formatText({
    filePath: "readme.md",
    fileText: "Title\n=====\n* one\n* two   words\n\n| a | b |\n|--|:-:|\n| long cell | x |\n\n" + text.slice(0, 300),
  });
  assert(formatted.startsWith("# Title\n\n- one\n- two words\n"));
}

async function lua() {
  const { format } = await import("@wasm-fmt/lua_fmt");
  const formatted = format("local function f(a,b) if a==b then return {x=1,['y']=2} end for i=1,10 do print(i..'x') end end", { indent_style: "space", indent_width: 2 });
  assert(formatted.includes("local function f(a, b)\n  if"));
}

async function sql() {
  const SQL = await require("sql.js")();
  const database = new SQL.Database();
  database.run("CREATE TABLE fox (id INTEGER PRIMARY KEY, name TEXT, weight REAL); CREATE INDEX by_name ON fox (name)");
  for (let id = 1; id <= 12; id++) database.run("INSERT INTO fox VALUES (?, ?, ?)", [id, `fox ${id % 5}`, id / 7]);
  const [{ values }] = database.exec("SELECT name, count(*), round(sum(weight), 3) FROM fox GROUP BY name HAVING count(*) > 1 ORDER BY 3 DESC LIMIT 5");
  assert.equal(values.length, 5);
  assert.equal(database.exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT sum(i) FROM n")[0].values[0][0], 12502500);
  assert.throws(() => database.run("SELECT nothing FROM nowhere"));
  assert(database.export().length > 4096);
  database.close();
}

async function oniguruma() {
  const { loadWASM, OnigScanner, OnigString } = require("vscode-oniguruma");
  await loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")));
  const scanner = new OnigScanner(["\\b(?<word>l\\w+)\\b", "(?<=fox )(?:jumps ){3,}", "\\p{Lu}\\p{Ll}+(?!x)", "(a|b|ab)*bc"]);
  const subject = new OnigString(text.slice(0, 2000) + " Größe Über ababbc");
  let found = 0;
  for (let match, at = 0; (match = scanner.findNextMatchSync(subject, at)) !== null; at = match.captureIndices[0].end + 1) found++;
  assert(found > 30);
}

async function prism() {
  const { loadPrism } = await import("@ruby/prism");
  const parse = await loadPrism();
  const { value, errors } = parse("class Fox < Animal\n  def jump(over: :dog, **rest) = puts \"#{over} #{rest.map { |k, v| k ** v }}\"\nend\nx = [1, 2r, 3i, *y]\n");
  assert.equal(errors.length, 0);
  assert.equal(value.statements.body.length, 2);
}

async function quickjs() {
  const { newQuickJSWASMModuleFromVariant } = require("quickjs-emscripten-core");
  const quickjs = await newQuickJSWASMModuleFromVariant(require("@jitl/quickjs-wasmfile-release-sync"));
  const result = quickjs.evalCode(`
    const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2));
    JSON.stringify({ fib: fib(15), sorted: [3, 1, 2].sort(), text: "Größe".replace(/ö/g, "oe"), big: 2n ** 100n + "", pi: Math.PI.toFixed(7),
      thrown: (() => { try { null.x } catch (e) { return e.message } })() })`);
  assert.equal(JSON.parse(result).fib, 610);
}

export const scenarios = { zstd, brotli, tiktoken, markdown, lua, sql, oniguruma, prism, quickjs };
