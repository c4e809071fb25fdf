import process from 'node:process';
import '../release/ink-output/register.js';

// The first argument is how many polls, the second of how many instances.

// React's development build keeps every frame it measures; it looks at this when it is loaded.
process.env.NODE_ENV = 'production';
const {soak} = await import('./soak.js');

const [polls, instances] = [Number(process.argv[2] ?? 5000), Number(process.argv[3] ?? 100)];
if (!Number.isSafeInteger(polls) || !Number.isSafeInteger(instances) || polls < 2 || instances < 1) {
	throw new RangeError('Give the number of polls, 2 or more, and of instances: npm run soak -- 5000 100');
}

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;
const say = (line: string) => {
	process.stdout.write(`${line}\n`);
};

say(`${polls} polls of a fleet of ${instances} that never rests`);
const begun = performance.now();
const report = await soak({
	polls, instances, warmUp: Math.min(1000, polls / 2), seed: 1, progress(count, heap) {
		say(`  ${String(count).padStart(7)} polls  heap ${megabytes(heap)}`);
	},
});
const {warm, end, beforehand, afterwards} = report;
say([
	`polls                ${report.polls}, of which ${report.failed} failed; ${(report.lived / 3_600_000).toFixed(1)} hours in its own eyes, ${((performance.now() - begun) / 1000).toFixed(0)} s in ours`,
	`dropped polls        ${report.dropped}`,
	`heap                 ${megabytes(warm.heap)} after warm-up, ${megabytes(end.heap)} at the end (${megabytes(end.heap - warm.heap)})`,
	`resident             ${megabytes(warm.resident)} after warm-up, ${megabytes(end.resident)} at the end`,
	`handles              ${warm.handles} after warm-up, ${end.handles} at the end; ${beforehand.handles} before, ${afterwards.handles} afterwards`,
	`listeners            ${warm.listeners} after warm-up, ${end.listeners} at the end; ${beforehand.listeners} before, ${afterwards.listeners} afterwards`,
	`largest loop delay   ${report.largestDelay.toFixed(0)} ms`,
	`written              ${megabytes(report.bytes)} (${Math.round(report.bytes / report.polls)} bytes a poll)`,
	`events kept          ${report.events}`,
].join('\n'));
