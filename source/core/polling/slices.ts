/**
Work in small steps, of a few milliseconds at most. It stops after each, so that its caller can do other work first, as often as it likes.
*/
export type Slices<Result> = Generator<void, Result>;

/** Runs all slices without a stop, and returns the result. */
export function runAtOnce<Result>(work: Slices<Result>): Result {
	for (let step = work.next(); ; step = work.next()) {
		if (step.done === true) {
			return step.value;
		}
	}
}

/** Gives each item to `take`, with a stop after every `length` of them. */
export function * takeInSlices<Item>(items: Iterable<Item>, length: number, take: (item: Item) => void): Slices<void> {
	let taken = 0;
	for (const item of items) {
		take(item);
		taken += 1;
		if (taken % length === 0) {
			yield;
		}
	}
}

/**
Filters items, with a stop after every `length` of them.

@yields Nothing.
*/
export function * filterInSlices<Item>(items: Iterable<Item>, length: number, isWanted: (item: Item) => boolean): Slices<readonly Item[]> {
	const wanted: Item[] = [];
	yield * takeInSlices(items, length, item => {
		if (isWanted(item)) {
			wanted.push(item);
		}
	});
	return wanted;
}

/**
Counts the items that are such, with a stop after every `length` of them.

@yields Nothing.
*/
export function * countInSlices<Item>(items: Iterable<Item>, length: number, isSuch: (item: Item) => boolean): Slices<number> {
	let count = 0;
	yield * takeInSlices(items, length, item => {
		count += Number(isSuch(item));
	});
	return count;
}

/**
Maps items, with a stop after every `length` of them.

@yields Nothing.
*/
export function * mapInSlices<Item, Result>(items: Iterable<Item>, length: number, map: (item: Item) => Result): Slices<readonly Result[]> {
	const results: Result[] = [];
	yield * takeInSlices(items, length, item => {
		results.push(map(item));
	});
	return results;
}
