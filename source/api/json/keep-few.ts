/** What can be made again, and is kept for a while. */
export type Kept = {readonly forget: () => void};

/** More than there are rows on a screen, and the instances of most accounts. */
export const fewInstances = 256;

/** Keeps what was made last, `most` of it: the oldest has to forget what it keeps. */
export function keepFew(most: number): (kept: Kept) => void {
	const ring: Kept[] = [];
	let next = 0;
	return kept => {
		ring[next]?.forget();
		ring[next] = kept;
		next = (next + 1) % most;
	};
}
