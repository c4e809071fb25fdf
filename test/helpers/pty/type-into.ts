import {Buffer} from 'node:buffer';
import {writeSync} from 'node:fs';
import {ReadStream} from 'node:tty';
import type {IPty} from '@lydell/node-pty';

/** The time after which a full pseudo-terminal is tried again, in milliseconds. */
const retry = 1;

/**
Makes a function that writes to a pseudo-terminal what is typed there, as much as it takes at once, and the rest as the program reads it.
It never waits: a stream of Node writes to a terminal until all is taken, and reads nothing meanwhile. A program that writes before it reads
on would wait for ever to be read, and so would Node. What the program did not read before its end is lost.
*/
export function typeInto(pty: IPty): (raw: string | Uint8Array) => void {
	const {descriptor, isOpen} = keyboardOf(pty);
	let unsent = Buffer.alloc(0);

	const send = () => {
		if (!isOpen()) {
			unsent = Buffer.alloc(0);
			return;
		}

		try {
			unsent = unsent.subarray(writeSync(descriptor, unsent));
		} catch (error) {
			if (!isFull(error)) {
				unsent = Buffer.alloc(0);
			}
		}

		if (unsent.length > 0) {
			setTimeout(send, retry);
		}
	};

	return raw => {
		const isWaiting = unsent.length > 0;
		unsent = Buffer.concat([unsent, Buffer.from(raw)]);
		if (!isWaiting && unsent.length > 0) {
			send();
		}
	};
}

function isFull(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'EAGAIN';
}

/** The descriptor of a pty, and whether it is open. Its types tell neither. */
function keyboardOf(pty: IPty) {
	const descriptor: unknown = Reflect.get(pty, 'fd');
	const stream: unknown = Reflect.get(pty, '_socket');
	if (typeof descriptor !== 'number' || !(stream instanceof ReadStream)) {
		throw new TypeError('The pty has no descriptor and no stream under the names that they had.');
	}

	return {descriptor, isOpen: () => !stream.destroyed};
}
