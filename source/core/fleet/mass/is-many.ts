/**
Least number and least share of a fleet that can have one cause. In any fleet a few instances, fewer than five, are down or fall by
chance; a third of a fleet is not, whatever its size.
*/
const fewest = 5;
const leastShare = 1 / 3;

/** Whether so many of a list are more than chance has down. */
export function isMany(count: number, of: number): boolean {
	return count >= fewest && count >= of * leastShare;
}
