// Classes, maps, sorting, JSON.
class Node {
  constructor(key) { this.key = key; this.left = null; this.right = null; }
  insert(key) {
    if (key === this.key) return;
    const side = key < this.key ? 'left' : 'right';
    if (this[side]) this[side].insert(key); else this[side] = new Node(key);
  }
  get height() { return 1 + Math.max(this.left ? this.left.height : 0, this.right ? this.right.height : 0); }
}
let seed = 42;
const random = (n) => (seed = (seed * 16807) % 2147483647) % n;
const root = new Node(5000);
for (let i = 0; i < 2000; i++) root.insert(random(10000));
const counts = new Map();
for (let i = 0; i < 5000; i++) { const key = 'k' + random(300); counts.set(key, (counts.get(key) ?? 0) + 1); }
const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 5);
const data = Array.from({ length: 150 }, (_, i) => ({ id: i, name: 'name ' + i, tags: ['a', 'b', i], nested: { ok: i % 2 === 0, value: i / 3 } }));
const copy = JSON.parse(JSON.stringify(data)).filter(({ nested }) => nested.ok).map(({ id, ...rest }) => ({ ...rest, id: id * 2 }));
[root.height, JSON.stringify(sorted), JSON.stringify(copy).length].join(' ');
