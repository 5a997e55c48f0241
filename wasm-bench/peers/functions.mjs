// What a profile of V8 tells about functions: node functions.mjs FILE.cpuprofile. Prints lines "MICROSECONDS FUNCTION" for the last two fifths of its time.
import { readFileSync } from 'node:fs';

const { nodes, samples, timeDeltas, startTime, endTime } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const names = new Map(nodes.map((node) => [node.id, node.callFrame.functionName || '(none)']));
const begin = startTime + (endTime - startTime) * 0.6;
const times = new Map();
let now = startTime;
samples.forEach((sample, index) => {
  now += timeDeltas[index];
  if (now >= begin) {
    const name = names.get(sample);
    times.set(name, (times.get(name) ?? 0) + timeDeltas[index]);
  }
});
for (const [name, time] of times) {
  console.log(time, name);
}
