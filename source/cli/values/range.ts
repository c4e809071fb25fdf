import type {Threshold} from '../../core/fleet/threshold.js';
import {quote} from '../../core/text/quote.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';

const range = /^(?<inside>@)?(?:(?<start>~|-?\d+(?:\.\d+)?%?)?(?<colon>:))?(?<end>-?\d+(?:\.\d+)?%?)?$/v;

const advice = 'Give a range of the plugin convention, such as 5 (alerts above 5), 20%, 2:10 (alerts outside), '
	+ '@2:10 (alerts inside) or ~: (never).';

/** Parses a range as monitoring plugins write it: `10`, `10:`, `~:10`, `10:20`, `@10:20`. Numbers with `%` are shares of all. */
export function parseThreshold(text: string): Parsed<Threshold> {
	const groups = range.exec(text)?.groups;
	const {inside, start = '', colon, end = ''} = groups ?? {};
	if (groups === undefined || (colon === undefined && end === '')) {
		return refuse(`${quote(text)} is no range. ${advice}`);
	}

	const bounds = [start, end].filter(bound => bound !== '' && bound !== '~');
	const shares = bounds.filter(bound => bound.endsWith('%')).length;
	if (shares > 0 && shares < bounds.length) {
		return refuse(`${quote(text)} mixes a number and a share. Give both ends with %, or neither.`);
	}

	const from = start === '~' ? -Infinity : readBound(start, 0);
	const to = readBound(end, Infinity);
	return from > to
		? refuse(`${quote(text)} ends before it begins. ${advice}`)
		: accept({
			from, to, isInside: inside !== undefined, isShare: shares > 0,
		});
}

function readBound(text: string, defaultBound: number): number {
	return text === '' ? defaultBound : Number(text.replace('%', ''));
}
