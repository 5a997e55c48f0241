// What is done with modules from npm: a little of what each is made for, checked for sense.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";

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

const photo = (width, height) => Uint8ClampedArray.from({ length: width * height * 4 }, (_, i) => (i % 4 === 3 ? 255 : ((i * 7919) ^ ((i >> 5) * (i >> 9))) & 255));

// SIMD.
async function webp() {
  const codec = require.resolve("@jsquash/webp/codec/enc/webp_enc_simd.wasm");
  const { default: load } = await import("@jsquash/webp/codec/enc/webp_enc_simd.js");
  const { defaultOptions } = await import("@jsquash/webp/meta.js");
  const instantiateWasm = (imports, done) => {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(codec)), imports);
    done(instance);
    return instance.exports;
  };
  const { encode } = await load({ noInitialRun: true, instantiateWasm });
  const packed = encode(photo(64, 48), 64, 48, { ...defaultOptions, quality: 60 });
  assert.equal(Buffer.from(packed.buffer, 0, 4).toString(), "RIFF");
}

// SIMD.
async function tensorflow() {
  const tf = require("@tensorflow/tfjs-core");
  const { setWasmPaths } = require("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(dirname(require.resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm")) + "/");
  await tf.setBackend("wasm");
  const matrix = tf.tensor2d(Array.from({ length: 400 }, (_, i) => Math.sin(i)), [20, 20]);
  const [sum] = tf.sum(tf.softmax(tf.matMul(matrix, matrix))).dataSync();
  assert(Math.abs(sum - 20) < 1e-3);
  assert.equal(tf.conv2d(tf.reshape(matrix, [1, 20, 20, 1]), tf.ones([3, 3, 1, 2]), 1, "same").dataSync().length, 800);
}

// Exceptions, which its setjmp and longjmp are made of.
async function mupdf() {
  const { ColorSpace, Font, Matrix, PDFDocument } = await import("mupdf");
  const document = new PDFDocument();
  const font = document.addSimpleFont(new Font("Times-Roman"));
  const resources = document.addObject({ Font: { F: font } });
  document.insertPage(-1, document.addPage([0, 0, 200, 100], 0, resources, "BT /F 18 Tf 20 50 Td (Graft) Tj ET 1 0 0 RG 10 10 m 190 90 l S"));
  const page = document.loadPage(0);
  assert(page.toPixmap(Matrix.identity, ColorSpace.DeviceRGB, false).asPNG().length > 1000);
  assert.equal(page.toStructuredText().asText().trim(), "Graft");
  assert.throws(() => document.loadPage(7));
}

// A memory with 64-bit addresses, and SIMD.
async function magick() {
  const { ImageMagick, MagickFormat, initializeImageMagickx64 } = await import("@imagemagick/magick-wasm");
  await initializeImageMagickx64(readFileSync(require.resolve("@imagemagick/magick-wasm/x64/magick.wasm")));
  const picture = Buffer.concat([Buffer.from("P6 48 32 255\n"), Buffer.from(photo(48, 24))]);
  ImageMagick.read(picture, (image) => {
    image.blur(2, 1);
    image.rotate(30);
    image.resize(30, 30);
    image.write(MagickFormat.Png, (data) => assert(data.length > 500));
  });
}
magick.every = 25;

export const scenarios = { zstd, brotli, tiktoken, markdown, lua, sql, oniguruma, prism, quickjs, webp, tensorflow, mupdf, magick };
