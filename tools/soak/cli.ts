import process from 'node:process';
import '../release/ink-output/register.js';

// The first argument is the number of polls, the second the number of instances.

// React's development build keeps every frame that it measures; it reads this when it is loaded.
process.env.NODE_ENV = 'production';
const {soak} = await import('./soak.js');
const {weighProgram} = await import('./weigh-program.js');

const [polls, instances] = [Number(process.argv[2] ?? 5000), Number(process.argv[3] ?? 100)];
if (!Number.isSafeInteger(polls) || !Number.isSafeInteger(instances) || polls < 2 || instances < 1) {
	throw new RangeError('Give the number of polls, 2 or more, and of instances: npm run soak -- 5000 100');
}

const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;
const say = (line: string) => {
	process.stdout.write(`${line}\n`);
};

say(`${polls} polls of a fleet of ${instances} that changes with each`);
const begun = performance.now();
const report = await soak({
	polls, instances, warmUp: Math.min(1000, polls / 2), seed: 1, progress(count, heap) {
		say(`  ${String(count).padStart(7)} polls  heap ${megabytes(heap)}`);
	},
});
const {warm, end, beforehand, afterwards} = report;
const hours = (report.lived / 3_600_000).toFixed(1);
const seconds = ((performance.now() - begun) / 1000).toFixed(0);
const describeHeld = (what: 'handles' | 'listeners') =>
	`${warm[what]} after warm-up, ${end[what]} at the end; ${beforehand[what]} before, ${afterwards[what]} afterwards`;
say([
	`polls                ${report.polls}, of which ${report.failed} failed`,
	`time                 ${hours} hours on the monitor's clock, ${seconds} s on ours`,
	`dropped polls        ${report.dropped}`,
	`heap                 ${megabytes(warm.heap)} after warm-up, ${megabytes(end.heap)} at the end (${megabytes(end.heap - warm.heap)})`,
	`resident             ${megabytes(warm.resident)} after warm-up, ${megabytes(end.resident)} at the end`,
	`handles              ${describeHeld('handles')}`,
	`listeners            ${describeHeld('listeners')}`,
	`largest loop delay   ${report.largestDelay.toFixed(0)} ms`,
	`written              ${megabytes(report.bytes)} (${Math.round(report.bytes / report.polls)} bytes a poll)`,
	`events kept          ${report.events}`,
].join('\n'));

// The soak above is made of sources, which `tsx` compiles in the same process: its resident memory is not the program's.
for (const size of [200, 10_000]) {
	// eslint-disable-next-line no-await-in-loop -- one pair of programs at a time
	const {limited, unlimited} = await weighProgram(size, 40);
	const ratio = (limited / unlimited).toFixed(2);
	say(`the built program    ${limited.toFixed(0)} MB at ${size} instances, ${ratio} × the ${unlimited.toFixed(0)} MB with V8's own heap`);
}
