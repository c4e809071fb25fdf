import {Buffer} from 'node:buffer';
import type {Random} from '../../../source/simulator/instances/random.js';
import {answers} from '../../../test/unit/terminal/keys/sequences.js';

/** What is done to the terminal, one after the other. A chunk is whole: what it begins ends in it, or is cut off for good. */
export type Chunk = readonly Step[];

type Step =
	| {readonly kind: 'write'; readonly bytes: Uint8Array}
	/** In milliseconds. */
	| {readonly kind: 'pause'; readonly time: number}
	| {readonly kind: 'resize'; readonly columns: number; readonly rows: number};

/** Keys that are pressed. Their commands are `allowedCommands`, whatever the place: none of them ends the program. */
const keys = [
	'j', 'k', 'g', 'G', 'e', '?', '/', '\t', '\r', '\u{1B}', '\u{1B}[A', '\u{1B}[B', '\u{1B}OA', '\u{1B}OB', '\u{1B}[5~', '\u{1B}[6~', '\u{1B}[H', '\u{1B}[F', '\u{1B}[1~', '\u{1B}[8~', '\u{1B}[Z', '\u{1B}OP', '\u{1B}[11~', '\u{1B}[[A', '\u{1B}[106u', '\u{1B}[107;1:1u', '\u{1B}[13u', '\u{1B}[27u', '\u{1B}[27;1;106~', '\u{1B}OM', '\u{1B}[1;5A', '\u{1B}b', '\u{1B}\u{1B}[A', 'a', 'b', 'z', 'é', '漢', '👍', '\u{FFFD}', '\0', '\u{1}', '\u{5}',
] as const;

/** The commands of those keys. All others can be run by nothing but a part of a paste or of an answer. */
export const allowedCommands: ReadonlySet<string> = new Set([
	'detail.open', 'prompt.open', 'app.escape', 'event.open', 'prompt.keep', 'prompt.cancel', 'prompt.older', 'prompt.newer', 'prompt.complete', 'section.next', 'section.former', 'instance.next', 'instance.former', 'help.toggle', 'move.up', 'move.down', 'move.page-up', 'move.page-down', 'move.top', 'move.bottom', 'events.toggle', 'screen.redraw', 'find.clear', 'filter.clear',
]);

/** The pieces of pasted texts: characters that all run commands of other keys, and more. */
const pasted = ['q', 'r', 'p', 'x', 's', 'S', 'y', 'Y', '+', '-', '1', '0', '!', ' ', '\u{3}', '\u{1A}', '\r', '\n', '\t', '\u{1B}', '\u{1B}[21~', '\u{1B}]0;q\u{7}', '\u{1B}[200~', '[201~', '漢', '\u{202E}', '\u{9B}', '\0'] as const;

/** Answers, also of strings that contain no control and so could be keys; PM and SOS are sent by no terminal. */
const [firstAnswer = '', ...otherAnswers] = answers.filter(answer => answer.startsWith('\u{1B}') && !'^X'.includes(answer.charAt(1)));

/** Characters of an answer from which on it cannot be anything else. */
const certain = 6;

/** Makes a chunk: keys, an answer, a paste, a part of one, bytes that are no text, or another size. */
export function makeChunk(random: Random): Chunk {
	const kind = random.between(1, 1000);
	if (kind <= 450) {
		return [write(Array.from({length: random.between(1, 8)}, () => random.pick(keys)).join(''))];
	}

	if (kind <= 650) {
		return cutSomewhere(random, random.pick([firstAnswer, ...otherAnswers]));
	}

	if (kind <= 850) {
		return cutSomewhere(random, `${random.pick(['', '\u{1B}'])}\u{1B}[200~${pastedText(random, 60)}.\u{1B}[201~`);
	}

	if (kind <= 900) {
		return [write(random.pick([firstAnswer, ...otherAnswers]).slice(0, random.between(certain, 12)))];
	}

	if (kind <= 960) {
		return [{kind: 'write', bytes: Buffer.from(Array.from({length: random.between(1, 6)}, () => someByte(random)))}];
	}

	if (kind <= 998) {
		return [{kind: 'resize', columns: random.between(1, 200), rows: random.between(1, 60)}];
	}

	// A large one, and now and then one without an end, which is over after its time.
	return random.chance(0.95)
		? [write(`\u{1B}[200~${pastedText(random, 30_000)}.\u{1B}[201~`)]
		: [write(`\u{1B}[200~${pastedText(random, 60)}`), {kind: 'pause', time: 6000}];
}

/** What can be written where the chunk is told. */
export function describeChunk(chunk: Chunk): string {
	return JSON.stringify(chunk.map(step => step.kind === 'write' ? Buffer.from(step.bytes).toString('latin1') : step));
}

function pastedText(random: Random, most: number): string {
	return Array.from({length: random.between(0, most)}, () => random.pick(pasted)).join('').replaceAll('\u{1B}[201~', 'q').replaceAll('\u{9B}201~', 'q');
}

/** Halves of characters, and bytes that no character has; none that begins a key of the keypad. */
function someByte(random: Random): number {
	const byte = random.between(0x80, 0xFF);
	return byte === 0x8F ? 0xFF : byte;
}

function write(text: string): Step {
	return {kind: 'write', bytes: Buffer.from(text)};
}

/**
Cuts a sequence into pieces that come one after the other. An ESC that stands alone is a key after a while, and a busy machine can make one
of every pause: what follows it comes at once.
*/
function cutSomewhere(random: Random, sequence: string): Chunk {
	const bytes = Buffer.from(sequence);
	const cut = random.between(1, Math.max(1, bytes.length - 1));
	const isAfterEscape = bytes.subarray(0, cut).every(byte => byte === 0x1B);
	const pieces = isAfterEscape || random.chance(0.9) ? [bytes.subarray(0, cut), bytes.subarray(cut)] : cutEverywhere(bytes);
	return random.chance(0.5)
		? [{kind: 'write', bytes}]
		: pieces.flatMap(piece => [{kind: 'write', bytes: piece}, {kind: 'pause', time: random.chance(0.02) ? 80 : random.between(0, 3)}] as const);
}

/** Cuts the first characters, which tell what it is, from each other, and then from the rest. */
function cutEverywhere(bytes: Uint8Array): readonly Uint8Array[] {
	const start = bytes[1] === 0x1B ? 3 : 2;
	const single = Array.from({length: Math.max(0, Math.min(bytes.length, 20) - start)}, (_, index) => bytes.subarray(start + index, start + index + 1));
	return [bytes.subarray(0, start), ...single, bytes.subarray(20)].filter(piece => piece.length > 0);
}
