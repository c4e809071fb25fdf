/** What can be made again, and is kept for a while. */
export type Kept = {readonly forget: () => void};

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
