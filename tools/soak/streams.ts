import {PassThrough, Writable} from 'node:stream';

/** A keyboard and a screen in memory. */
export type Streams = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly type: (text: string) => void;
	/** Changes the size and says so, as a terminal does. */
	readonly resize: (columns: number, rows: number) => void;
	readonly written: () => number;
};

/** Makes streams that look like a terminal's to Ink and count what is written to them. */
export function createStreams(columns: number, rows: number): Streams {
	let written = 0;
	const stdin = Object.assign(new PassThrough(), {
		isTTY: true, isRaw: false, setRawMode: () => stdin, ref: () => stdin, unref: () => stdin,
	});
	const stdout = Object.assign(new Writable({
		write(chunk: Uint8Array, _, done) {
			written += chunk.length;
			done();
		},
	}), {isTTY: true, columns, rows});
	return {
		stdin: stdin as unknown as NodeJS.ReadStream,
		stdout: stdout as unknown as NodeJS.WriteStream,
		type(text) {
			stdin.write(text);
		},
		resize(newColumns, newRows) {
			Object.assign(stdout, {columns: newColumns, rows: newRows});
			stdout.emit('resize');
		},
		written: () => written,
	};
}
