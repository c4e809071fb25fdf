import {Buffer} from 'node:buffer';
import {closeSync, openSync, readSync} from 'node:fs';

/** Reads the commands of a debug log as they are written. */
export function watchCommands(file: string) {
	const descriptor = openSync(file, 'a+', 0o600);
	const buffer = Buffer.alloc(65_536);
	let position = 0;
	let rest = '';
	return {
		/** The commands that were run since the last call. */
		next(): readonly string[] {
			let length = readSync(descriptor, buffer, 0, buffer.length, position);
			while (length > 0) {
				position += length;
				rest += buffer.toString('latin1', 0, length);
				length = readSync(descriptor, buffer, 0, buffer.length, position);
			}

			const lines = rest.split('\n');
			rest = lines.pop() ?? '';
			return lines.flatMap(line => /"kind":"command","id":"(?<id>[^"]+)"/v.exec(line)?.groups?.id ?? []);
		},
		close() {
			closeSync(descriptor);
		},
	};
}
