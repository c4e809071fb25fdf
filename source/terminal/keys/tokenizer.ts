import type {Chord} from '../../core/keymap/bindings.js';
import {
	chordOfCharacter,
	chordOfSequence,
	withAlt,
	type ControlSequence,
} from '../../core/keymap/chord.js';
import {
	collectPaste,
	cutPaste,
	findMarker,
	startMarker,
} from './paste.js';
import {
	begin,
	beginEscape,
	controls,
	escape,
	ground,
	isIntroducer,
	type OpenSequence,
	type OpenString,
	type Start,
	type State,
	type Step,
} from './state.js';
import {stepSequence} from './step-sequence.js';
import {stepString} from './step-string.js';
import {
	rules,
	waitFor,
	type Wait,
	type Waiting,
} from './wait.js';

/** What a person did, in order: typed characters, pressed another key, pasted. */
export type Input =
	| {readonly kind: 'text'; readonly text: string}
	| {readonly kind: 'key'; readonly chord: Chord}
	| {readonly kind: 'paste'; readonly text: string};

/** Takes the input of a terminal apart, whatever the pieces it comes in. It has no clock: its user waits for it. */
export type Tokenizer = {
	readonly push: (piece: string) => readonly Input[];
	/** The wait after which `expire` has to be called, unless another wait has begun by then. */
	readonly wait: () => Wait | undefined;
	/** Says that the wait is over: what has begun is given out as keys, or dropped where it cannot be keys. */
	readonly expire: () => readonly Input[];
};

export function createTokenizer(): Tokenizer {
	/** Characters that are typed. */
	const typed = /\P{Control}+/vy;
	let state: State = ground;
	let found: Input[] = [];
	/** What was given out since an ESC, as long as it is the beginning of a start marker whose characters come one by one. */
	let trail = '';

	const key = (chord: Chord) => {
		trail = '';
		found.push({kind: 'key', chord});
	};

	const beginPaste = (): State => {
		trail = '';
		return {kind: 'paste', paste: collectPaste(), waiting: waitFor(rules.paste)};
	};

	/** Gives out as keys what began like a sequence and is none. */
	const replay = (start: Start, introducer: string, rest: string) => {
		state = ground;
		if (start === 'late') {
			read(introducer + rest);
			return;
		}

		if (start !== 'control') {
			if (start === 'double') {
				key('esc');
			}

			key(withAlt(chordOfCharacter(introducer)));
		}

		read(rest);
	};

	const readGround = (text: string, at: number): number => {
		const character = text[at] ?? '';
		if (character === escape) {
			trail = '';
			state = beginEscape(false);
			return at + 1;
		}

		const introducer = controls.get(character);
		if (introducer !== undefined) {
			trail = '';
			state = begin(introducer, 'control');
			return at + 1;
		}

		typed.lastIndex = at;
		const run = typed.exec(text)?.[0] ?? '';
		if (run === '') {
			// The other controls of 8 bits are no keys.
			if (character < '\u{80}') {
				key(chordOfCharacter(character));
			}

			return at + 1;
		}

		// Character by character while they may be a start marker.
		const taken = trail === '' ? run : String.fromCodePoint(run.codePointAt(0) ?? 0);
		found.push({kind: 'text', text: taken});
		trail = trail !== '' && startMarker.startsWith(trail + taken) ? trail + taken : '';
		if (trail === startMarker) {
			state = beginPaste();
		}

		return at + taken.length;
	};

	const readEscape = (text: string, at: number, isDouble: boolean): number => {
		const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
		if (isIntroducer(character)) {
			state = begin(character, isDouble ? 'double' : 'escape');
			return at + 1;
		}

		if (character === escape) {
			if (isDouble) {
				key('esc');
			}

			state = beginEscape(true);
			return at + 1;
		}

		if (isDouble) {
			key('esc');
		}

		state = ground;
		if (controls.has(character)) {
			key('esc');
			return at;
		}

		key(withAlt(chordOfCharacter(character)));
		return at + character.length;
	};

	const finish = (start: Start, sequence: ControlSequence) => {
		const chord = chordOfSequence(sequence);
		const {introducer, body, final} = sequence;
		if (start === 'late' && chord === undefined && body === '' && !'IOM'.includes(final)) {
			replay(start, introducer, final);
			return;
		}

		state = ground;
		if (start === 'double' && chord === undefined) {
			key('esc');
		}

		if (chord !== undefined) {
			key(start === 'double' ? withAlt(chord) : chord);
		} else if (introducer === '[' && body === '200' && final === '~') {
			state = beginPaste();
		} else if (introducer === '[' && body === '' && final === 'M') {
			state = {kind: 'mouse', left: 3, waiting: waitFor(rules.sequence)};
		}
	};

	/** Does what a character does to a sequence or a string, and returns where to read on. */
	const apply = (step: Step, {start, introducer}: OpenSequence | OpenString, at: number, finished: () => void): number => {
		switch (step.kind) {
			case 'taken': {
				state = step.state;
				return at + 1;
			}

			case 'left': {
				state = step.state;
				return at;
			}

			case 'keys': {
				replay(start, introducer, step.keys);
				state = step.next ?? state;
				return step.isAmong ? at + 1 : at;
			}

			case 'final': {
				finished();
				return at + 1;
			}
		}
	};

	const readPaste = (piece: string, {paste}: Extract<State, {kind: 'paste'}>) => {
		const rest = paste.take(piece);
		if (rest === undefined) {
			return;
		}

		found.push({kind: 'paste', text: paste.text()});
		state = {kind: 'tail', text: '', waiting: waitFor(rules.tail)};
		readTail(rest, '', state.waiting);
	};

	/** An end marker without a start marker ends the paste before it, in whose text there was an end marker too. */
	const readTail = (piece: string, before: string, waiting: Waiting) => {
		let text = before + piece;
		let marker = findMarker(text, before.length);
		while (marker?.kind === 'end') {
			found.push({kind: 'paste', text: cutPaste(text.slice(0, marker.index))});
			text = text.slice(marker.end);
			marker = findMarker(text, 0);
		}

		if (marker === undefined) {
			state = {kind: 'tail', text, waiting};
		} else {
			state = ground;
			read(text);
		}
	};

	/** Reads text from one state to the next. */
	const read = (text: string) => {
		let at = 0;
		while (at < text.length) {
			const open = state;
			switch (open.kind) {
				case 'ground': {
					at = readGround(text, at);
					break;
				}

				case 'late': {
					const character = text[at] ?? '';
					const begins = isIntroducer(character) ? begin(character, 'late') : undefined;
					state = begins ?? ground;
					at += begins === undefined ? 0 : 1;
					break;
				}

				case 'escape': {
					at = readEscape(text, at, open.isDouble);
					break;
				}

				case 'sequence': {
					const character = text[at] ?? '';
					at = apply(stepSequence(open, character), open, at, () => {
						finish(open.start, {introducer: open.introducer, body: open.body, final: character});
					});
					break;
				}

				case 'string': {
					at = apply(stepString(open, text[at] ?? ''), open, at, nothing);
					break;
				}

				case 'mouse': {
					at++;
					state = open.left === 1 ? ground : {...open, left: open.left - 1};
					break;
				}

				case 'paste': {
					readPaste(text.slice(at), open);
					return;
				}

				case 'tail': {
					readTail(text.slice(at), open.text, open.waiting);
					return;
				}
			}
		}
	};

	const giveUp = () => {
		const open = state;
		state = ground;
		switch (open.kind) {
			case 'escape': {
				if (open.isDouble) {
					key('esc');
				}

				key('esc');
				trail = escape;
				state = {kind: 'late'};
				break;
			}

			case 'sequence': {
				if (open.body === '' || open.body === '[') {
					replay(open.start, open.introducer, open.body);
				}

				break;
			}

			case 'string': {
				if (open.content !== undefined) {
					replay(open.start, open.introducer, open.content);
					if (open.isEscaped) {
						key('esc');
					}
				}

				break;
			}

			case 'paste': {
				found.push({kind: 'paste', text: open.paste.text()});
				break;
			}

			case 'tail': {
				read(open.text);
				break;
			}

			case 'ground':
			case 'late':
			case 'mouse': {
				break;
			}
		}
	};

	const collect = (work: () => void): readonly Input[] => {
		found = [];
		work();
		return found;
	};

	return {
		push: piece => collect(() => {
			const before = waitingOf(state);
			read(piece);
			if (waitingOf(state) === before) {
				before?.came(piece.length);
			}
		}),
		wait: () => waitingOf(state)?.wait(),
		expire: () => collect(() => {
			if (waitingOf(state)?.goesOn() === false) {
				giveUp();
			}
		}),
	};
}

function nothing(): void {
	// A string does not end in a key.
}

function waitingOf(state: State): Waiting | undefined {
	return 'waiting' in state ? state.waiting : undefined;
}
