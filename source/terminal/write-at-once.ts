/** A stream that can gather what is written to it. */
type Gathering = Pick<NodeJS.WriteStream, 'cork' | 'uncork'>;

/**
Writes all that `draw` writes at once, when it is done: what is erased and what is drawn in its place. Written one after the other they
would show a blank screen for as long as the picture takes to compute.
*/
export function writeAtOnce(stdout: Gathering, draw: () => void): void {
	stdout.cork();
	try {
		draw();
	} finally {
		stdout.uncork();
	}
}

/**
Writes at once all that those write who listen for another size of the terminal, and began to after this call, until the returned function
is called.
*/
export function writeSizesAtOnce(stdout: Gathering & Pick<NodeJS.EventEmitter, 'on' | 'off'>): () => void {
	const resized = () => {
		stdout.cork();
		// All have heard of it then, and no key has come: one that gives the terminal away must find nothing unwritten.
		queueMicrotask(() => {
			stdout.uncork();
		});
	};

	stdout.on('resize', resized);
	return () => {
		stdout.off('resize', resized);
	};
}
