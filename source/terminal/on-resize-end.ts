/** So long after the last change of the size it counts as over, in milliseconds. */
const calmAfter = 100;

/** Calls `done` once a terminal's size has stopped changing; the returned function ends that. */
export function onResizeEnd(terminal: NodeJS.EventEmitter, done: () => void): () => void {
	let calm: NodeJS.Timeout | undefined;
	const resized = () => {
		clearTimeout(calm);
		calm = setTimeout(done, calmAfter);
	};

	terminal.on('resize', resized);
	return () => {
		clearTimeout(calm);
		terminal.off('resize', resized);
	};
}
