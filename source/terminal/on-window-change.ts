/** In milliseconds. Changes have ended when there was none for this long. */
const quietTime = 100;

/**
Calls `done` each time after SIGWINCH has come, once no more of them come, until the returned function is called.

The signal says that the terminal's window is another one. Its size may be the same, as when a session manager shows the program in
another terminal: Node, which emits `resize` only for another size, is silent then, though nothing of the picture may be there.
*/
export function onWindowChange(process: NodeJS.EventEmitter, done: () => void): () => void {
	let timer: NodeJS.Timeout | undefined;
	const changed = () => {
		clearTimeout(timer);
		timer = setTimeout(done, quietTime);
	};

	process.on('SIGWINCH', changed);
	return () => {
		clearTimeout(timer);
		process.off('SIGWINCH', changed);
	};
}
