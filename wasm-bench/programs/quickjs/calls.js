// Calls, closures, generators, exceptions.
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
const compose = (...steps) => (x) => steps.reduce((value, step) => step(value), x);
const pipeline = compose((x) => x + 1, (x) => x * 3, (x) => x % 1009);
let piped = 0;
for (let i = 0; i < 4000; i++) piped = (piped + pipeline(i)) % 65521;
function* walk(depth) {
  if (depth === 0) { yield 1; return; }
  yield* walk(depth - 1);
  yield depth;
  yield* walk(depth - 1);
}
let walked = 0;
for (const step of walk(8)) walked += step;
let caught = 0;
for (let i = 0; i < 1000; i++) {
  try { if (i % 3 === 0) throw new RangeError('no ' + i); } catch (e) { caught += e.message.length; }
}
[fib(19), piped, walked, caught].join(' ');
