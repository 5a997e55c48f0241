// Strings and regular expressions.
let seed = 7;
const random = (n) => (seed = (seed * 16807) % 2147483647) % n;
let text = '';
for (let i = 0; i < 1500; i++) text += String.fromCharCode(97 + random(26), 97 + random(26), 97 + random(26)) + (i % 9 ? ' ' : '. ');
const words = text.split(/\s+/);
const counted = {};
for (const word of words) counted[word] = (counted[word] || 0) + 1;
const shouted = text.replace(/\b([aeiou])(\w*)/g, (_, first, rest) => first.toUpperCase() + rest);
const matches = text.match(/[a-f][^a-f]+[g-m]\./g) || [];
let dates = 0;
for (let i = 0; i < 300; i++) dates += /^(\d{4})-(\d\d)-(\d\d)$/.exec(`2026-${10 + i % 3}-${10 + i % 20}`) ? 1 : 0;
const padded = words.slice(0, 400).map((word, i) => word.padStart(8, '.') + i.toString(16).padEnd(5)).join('');
[words.length, Object.keys(counted).length, shouted.length, shouted.slice(0, 30), matches.length, dates, padded.length, padded.charCodeAt(777)].join(' ');
