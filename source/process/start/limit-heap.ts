import type v8 from 'node:v8';

/**
Keeps the young part of V8's heap at its first size of 1 MB; V8 would double it with the garbage of every poll, up to 32 MB.

Resident memory by `npm run soak`: 102 MB instead of 119 (0.85 ×) with 200 instances, 270 instead of 410 (0.66 ×) with 10,000. The price is
more collections, each shorter: 2 % of processor time to the first grid, which is within its noise, and 8 ms for `list --demo`.

Where a process polls for weeks and nobody waits for it, as `serve` does, the old part is collected when it has grown by 80 %; V8 would let
it grow to some three times what is in use. Resident memory of `serve` at its most in 25 polls of 10,000 instances: 292 MB instead of 448,
for 514 ms of processor time a poll instead of 489. 40 % gave 268 MB for 587 ms, `--optimize-for-size` 250 MB for twice the time, and a
young part of 8 MB saved nothing. A monitor saves nothing by it, nor by a full collection after the first answer.

WebAssembly, which lays out the picture, stays as its first compiler made it. V8 would compile it once more, in four threads that keep what
they took for it: 90 MB instead of 102 at 200 instances, and 200 instead of 236 at 10,000.

Node documents that a change of V8's flags while a program runs can crash it, so the entry does this before it loads anything; the flags are
read only when a part is about to grow, and after a collection.
*/
export function limitHeap({setFlagsFromString}: Pick<typeof v8, 'setFlagsFromString'>, isServing: boolean): void {
	setFlagsFromString('--semi-space-growth-factor=1');
	setFlagsFromString('--no-wasm-tier-up');
	setFlagsFromString('--no-wasm-dynamic-tiering');
	if (isServing) {
		setFlagsFromString('--heap-growing-percent=80');
	}
}
