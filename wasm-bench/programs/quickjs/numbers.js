// Integers, floats, typed arrays, big integers.
const size = 120;
const a = new Float64Array(24 * 24), b = new Float64Array(24 * 24), c = new Float64Array(24 * 24);
for (let i = 0; i < a.length; i++) { a[i] = (i * 7) % 13; b[i] = (i * 5) % 11; }
for (let i = 0; i < 24; i++)
  for (let j = 0; j < 24; j++) {
    let sum = 0;
    for (let k = 0; k < 24; k++) sum += a[i * 24 + k] * b[k * 24 + j];
    c[i * 24 + j] = sum;
  }
const sieve = new Uint8Array(20000);
let primes = 0;
for (let i = 2; i < sieve.length; i++) {
  if (sieve[i]) continue;
  primes++;
  for (let j = i * i; j < sieve.length; j += i) sieve[j] = 1;
}
let hash = 0x811c9dc5;
for (let i = 0; i < 20000; i++) hash = Math.imul(hash ^ (i & 255), 0x01000193) >>> 0;
let energy = 0;
for (let i = 1; i < 4000; i++) energy += Math.sqrt(i) * Math.sin(i / 10) / (1 + i % 7);
let big = 1n;
for (let i = 1n; i <= 120n; i++) big = big * i;
[c.reduce((x, y) => x + y), primes, hash, energy.toFixed(6), big.toString().length, (big % 1000003n).toString()].join(' ');
