import {reveal} from '../text/secret.js';
import {makeHarmless, sanitize} from '../text/sanitize.js';
import {showName} from '../text/portable/show-name.js';
import {
	wireCopy,
	wireLines,
	wireTextAt,
	type WireLine,
} from '../json/wire.js';
import type {FieldView, Subject} from '../sections/section.js';
import {sections, type SectionId} from '../sections/sections.js';
import {describeShown, type Appearance} from './describe-shown.js';

/**
Result of copying: a text that is harmless where it is pasted, with its characters as they came, the name of what was copied, and whether it
is secret and must not be shown again; or the reason why there is nothing to copy.
*/
export type Copy =
	| {readonly kind: 'text'; readonly text: string; readonly what: string; readonly isSecret: boolean}
	| {readonly kind: 'none'; readonly why: string};

/** Copies the value of the field at a position in a section. A masked value is not copied: it has to be revealed first. */
export function copyField(id: SectionId, subject: Subject, position: number, appearance: Appearance): Copy {
	if (id === 'json') {
		const line = wireLines(subject.tracked.instance.wire)[position];
		return line === undefined ? nothing : copyLine(line);
	}

	const field = sections[id].fields(subject)[position];
	return field === undefined ? nothing : copyShown(field, subject, appearance);
}

/** Copies the path of a field in the answer, such as `webhook.url`. */
export function copyPath(id: SectionId, subject: Subject, position: number): Copy {
	const fields = id === 'json' ? wireLines(subject.tracked.instance.wire) : sections[id].fields(subject);
	const path = fields[position]?.path;
	return path === undefined || path === ''
		? {kind: 'none', why: 'it is no field of the answer'}
		: {
			kind: 'text', text: path, what: 'the path', isSecret: false,
		};
}

const nothing: Copy = {kind: 'none', why: 'there is nothing to copy'};

const masked: Copy = {kind: 'none', why: 'it is masked: x shows it first'};

function copyLine({path, parts, value}: WireLine): Copy {
	const text = wireCopy(value);
	return parts.some(({kind}) => kind === 'secret') || text === undefined
		? {kind: 'none', why: 'the JSON never shows secrets: open their own section'}
		: {
			kind: 'text', text, what: path === '' ? 'the JSON' : path, isSecret: false,
		};
}

function copyShown({label, path, shown}: FieldView, subject: Subject, appearance: Appearance): Copy {
	const copied = (text: string, isSecret = false): Copy => ({
		kind: 'text', text, what: label, isSecret,
	});
	switch (shown.kind) {
		case 'secret': {
			const text = reveal(shown.secret);
			if (text === '') {
				return {kind: 'none', why: 'it is empty'};
			}

			return appearance.isRevealed ? copied(makeHarmless(text), true) : masked;
		}

		case 'url': {
			const {whole, shown: text} = shown.url;
			if (whole === undefined) {
				return copied(text);
			}

			return appearance.isRevealed ? copied(makeHarmless(reveal(whole)), true) : masked;
		}

		case 'nothing': {
			const isUnknown = subject.tracked.instance.isRemembered;
			return {kind: 'none', why: shown.why === 'missing' ? (isUnknown ? 'it is not known yet' : 'it is not in the answer') : `it is ${shown.why}`};
		}

		case 'time': {
			return copied(shown.time.text);
		}

		case 'text': {
			const raw = wireTextAt(subject.tracked.instance.wire, path.split('.'), false);
			// Any other text is the program's own, such as a state in words.
			return copied(sanitize(raw) === shown.text || showName(raw) === shown.text ? makeHarmless(raw) : shown.text);
		}

		case 'flag':
		case 'list':
		case 'since':
		case 'strip':
		case 'transition':
		case 'unexpected': {
			const text = describeShown(shown, subject, appearance).map(part => part.text).join('');
			return copied(text);
		}
	}
}
