import {describePrecisely} from '../text/duration.js';
import {reveal} from '../text/secret.js';
import type {Symbols} from '../screen/symbols.js';
import {stateWord} from '../instance/state-word.js';
import {sanitize} from '../text/sanitize.js';
import {span, type Line, stateTone} from '../screen/span.js';
import type {Transition} from '../fleet/transitions.js';
import type {Shown, Subject} from '../sections/section.js';

/** How values are drawn: whether secrets may be seen, and with which signs. */
export type Appearance = {
	readonly isRevealed: boolean;
	readonly symbols: Symbols;
};

/** A value as one line, however long. */
export function describeShown(shown: Shown, subject: Subject, {isRevealed, symbols}: Appearance): Line {
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
			return describeSecret(reveal(shown.secret), {isRevealed, symbols});
		}

		case 'url': {
			const {whole} = shown.url;
			return isRevealed && whole !== undefined ? [span(sanitize(reveal(whole)), 'caution')] : [span(shown.url.shown)];
		}

		case 'time':
		case 'since':
		case 'transition': {
			return describeMoment(shown, subject, symbols);
		}

		case 'minutes': {
			return shown.minutes.map(kind => kind === undefined ? span(symbols.off, 'dim') : span(symbols.states[kind], `state-${kind}`));
		}

		case 'nothing': {
			return [span(nothings[shown.why], 'dim')];
		}

		case 'unexpected': {
			return [span(shown.text, 'caution')];
		}
	}
}

/** The kinds of nothing that the answer knows; a flag that is off is a value. */
const nothings = {empty: '"" empty', null: 'null', missing: 'not in the answer'} as const;

function describeSecret(text: string, {isRevealed, symbols}: Appearance): Line {
	if (text === '') {
		return [span(nothings.empty, 'dim')];
	}

	return isRevealed ? [span(sanitize(text), 'caution')] : [span(symbols.mask, 'dim')];
}

/** Times are told both ways: when it was, and how long ago that is. */
function describeMoment(shown: Extract<Shown, {readonly kind: 'time' | 'since' | 'transition'}>, {now, time}: Subject, symbols: Symbols): Line {
	switch (shown.kind) {
		case 'time': {
			const {at, text} = shown.time;
			return at === undefined
				? [span(text, 'caution')]
				: [span(time.stamp(at)), span(` ${symbols.separator} ${at <= now ? `${describePrecisely(now - at)} ago` : `in ${describePrecisely(at - now)}`}`)];
		}

		case 'since': {
			const {at, isExact} = shown.since;
			return [span(`${isExact ? '' : `${symbols.atLeast} `}${describePrecisely(now - at)} ${symbols.separator} ${isExact ? 'since' : 'before'} ${time.stamp(at)}`)];
		}

		case 'transition': {
			return describeTransition(shown.transition, now, symbols);
		}
	}
}

function describeTransition({from, to, at, formerSince}: Transition, now: number, {separator, atLeast}: Symbols): Line {
	return [
		span(stateWord(from), stateTone(from)),
		span(' → ', 'dim'),
		span(stateWord(to), stateTone(to)),
		span(` ${separator} ${describePrecisely(now - at)} ago`),
		span(` ${separator} after ${formerSince.isExact ? '' : `${atLeast} `}${describePrecisely(at - formerSince.at)}`, 'dim'),
	];
}
