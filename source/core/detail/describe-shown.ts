import {describePrecisely} from '../text/duration.js';
import {reveal} from '../text/secret.js';
import type {Symbols} from '../screen/symbols.js';
import {stateWord} from '../instance/state-word.js';
import {sanitize, type SafeText} from '../text/sanitize.js';
import {span, type Line, stateTone} from '../screen/span.js';
import {withBound} from '../fleet/seen/describe-lasted.js';
import {lastSeenAt} from '../fleet/seen/own-coverage.js';
import {spellShare} from '../fleet/past/share.js';
import type {Transition} from '../fleet/transitions.js';
import type {Shown, Subject} from '../sections/section.js';
import {cutForDetail} from './shorten-long.js';

/** Appearance of values: whether secrets are shown, and the symbols that are used. */
export type Appearance = {
	readonly isRevealed: boolean;
	readonly symbols: Symbols;
	/** Whether a text is made as long as the detail shows at most, and not whole as a copy has it. */
	readonly isShortened?: boolean;
};

/** Makes one line of a value; the line can be of any length. */
export function describeShown(shown: Shown, subject: Subject, appearance: Appearance): Line {
	const {isRevealed, symbols} = appearance;
	switch (shown.kind) {
		case 'text': {
			return [span(shown.text, shown.tone)];
		}

		case 'flag': {
			return [span(shown.isOn ? 'on' : 'off', shown.isOn ? 'plain' : 'dim')];
		}

		case 'list': {
			return shown.items.length === 0 ? [span('[] empty', 'dim')] : [span(shown.items.join(', '))];
		}

		case 'secret': {
			return describeSecret(reveal(shown.secret), appearance);
		}

		case 'url': {
			const {whole} = shown.url;
			return isRevealed && whole !== undefined ? [span(safe(reveal(whole), appearance), 'caution')] : [span(shown.url.shown)];
		}

		case 'time':
		case 'since':
		case 'transition': {
			return describeMoment(shown, subject, symbols);
		}

		case 'strip': {
			return [span(spellShare(shown.share, shown.windowText))];
		}

		case 'nothing': {
			const isUnknown = shown.why === 'missing' && subject.tracked.instance.isRemembered;
			return [span(nothingWords[isUnknown ? 'unknown' : shown.why], 'dim')];
		}

		case 'unexpected': {
			return [span(shown.text, 'caution')];
		}
	}
}

/** Words for a field without a value. A flag that is off has a value. */
const nothingWords = {
	empty: '"" empty', null: 'null', missing: 'not in the answer', unknown: 'not known until the API answers',
} as const;

function describeSecret(text: string, appearance: Appearance): Line {
	if (text === '') {
		return [span(nothingWords.empty, 'dim')];
	}

	const {isRevealed, symbols} = appearance;
	return isRevealed ? [span(safe(text, appearance), 'caution')] : [span(symbols.mask, 'dim')];
}

function safe(text: string, {isShortened = false}: Appearance): SafeText {
	return sanitize(isShortened ? cutForDetail(text) : text);
}

type Moment = Extract<Shown, {readonly kind: 'time' | 'since' | 'transition'}>;

/** Makes a line of a time, with how long ago it was, or for how long what began then was seen. */
function describeMoment(shown: Moment, {tracked, coverage, now, time}: Subject, symbols: Symbols): Line {
	switch (shown.kind) {
		case 'time': {
			const {at, text} = shown.time;
			if (at === undefined) {
				return [span(text, 'caution')];
			}

			const distance = at <= now ? `${describePrecisely(now - at)} ago` : `in ${describePrecisely(at - now)}`;
			return [span(time.stamp(at)), span(` ${symbols.separator} ${distance}`)];
		}

		case 'since': {
			const {at, bound} = shown.since;
			const seenFor = Math.max(0, lastSeenAt(tracked, coverage) - at);
			const lasted = withBound(describePrecisely(seenFor), bound, symbols);
			return [span(`${lasted} ${symbols.separator} ${bound === 'at-least' ? 'before' : 'since'} ${time.stamp(at)}`)];
		}

		case 'transition': {
			return describeTransition(shown.transition, now, symbols);
		}
	}
}

function describeTransition({former, to, at, lasted}: Transition, now: number, symbols: Symbols): Line {
	const {separator} = symbols;
	return [
		span(stateWord(former.state), stateTone(former.state)),
		span(' → ', 'dim'),
		span(stateWord(to), stateTone(to)),
		span(` ${separator} ${describePrecisely(now - at)} ago`),
		span(` ${separator} after ${withBound(describePrecisely(lasted.milliseconds), lasted.bound, symbols)}`, 'dim'),
	];
}
