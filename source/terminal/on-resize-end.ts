/** In milliseconds. Resizing has ended when the size did not change for this long. */
const quietTime = 100;

/** Calls `done` each time a terminal's size has stopped changing, until the returned function is called. */
export function onResizeEnd(terminal: NodeJS.EventEmitter, done: () => void): () => void {
	let timer: NodeJS.Timeout | undefined;
	const resized = () => {
		clearTimeout(timer);
		timer = setTimeout(done, quietTime);
	};

	terminal.on('resize', resized);
	return () => {
		clearTimeout(timer);
		terminal.off('resize', resized);
	};
}
