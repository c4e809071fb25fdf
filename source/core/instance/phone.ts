import {parsePhoneNumberFromString} from 'libphonenumber-js/min';
import {sanitize, type SafeText} from '../text/sanitize.js';

/** Calling codes of which there are many on WhatsApp, and whose numbers have fewer gaps than those of others. */
const fewGapCodes = /^(?:1|44|5[257]|351)/v;

/** Most gaps in a number, of those calling codes and of any other; a test holds them against what the library knows of all countries. */
const fewGaps = 3;
const mostGaps = 5;

/**
Writes a WhatsApp address (JID) for people: the number in its country's own grouping (`+55 11 99999-9999`).
A device part (`:12`) is dropped; an address that is no phone number (`…@lid`) stays as it came.
*/
export function formatJid(jid: SafeText, group: (digits: string) => SafeText = groupDigits): SafeText {
	const digits = digitsOf(jid);
	return digits === undefined ? jid : group(digits);
}

/**
Makes what `formatJid` groups digits by, for many numbers: the library takes 30 µs for each. The groups of one are kept for those that are
as long and begin alike.
*/
export function createGrouping(): (digits: string) => SafeText {
	const known = new Map<string, SafeText>();
	return digits => {
		const start = telling.exec(digits)?.[0];
		if (start === undefined) {
			return groupDigits(digits);
		}

		const alike = `${start} ${digits.length}`;
		const other = known.get(alike);
		const grouped = other === undefined ? groupDigits(digits) : fillIn(other, digits);
		if (other === undefined) {
			known.set(alike, grouped);
		}

		return grouped;
	};
}

/**
Beginning of a number of Brazil, North America, Spain, Portugal, the United Kingdom, and a mobile one of Argentina: all that the library
groups numbers of one length by, unless they have a trunk prefix, which it drops.
*/
const telling = /^(?:55(?!0|90)\d{4}|1(?![01])\d{5}|34\d{4}|351\d{4}|44(?!0)\d{7}|549\d{6})/v;

/** Writes digits in the groups of another number, which has as many. */
function fillIn(number: SafeText, digits: string): SafeText {
	let next = 0;
	let text = '';
	for (const character of number) {
		text += character >= '0' && character <= '9' ? digits.charAt(next++) : character;
	}

	return sanitize(text);
}

function groupDigits(digits: string): SafeText {
	const number = parsePhoneNumberFromString(`+${digits}`);
	const text = number === undefined ? '' : withHyphens(number.formatInternational(), number.formatNational());
	// The library drops a trunk prefix (`+44 0…`), but every digit of an address has to be shown.
	return sanitize(onlyDigits(text) === digits ? text : `+${digits}`);
}

/**
Upper limit of the cells that `formatJid` takes, exact for most numbers. Writing a number takes a hundred times as long; a column is as wide
as the widest of a whole fleet.
*/
export function mostCellsOfJid(jid: SafeText): number {
	const digits = digitsOf(jid);
	return digits === undefined ? Infinity : 1 + digits.length + (fewGapCodes.test(digits) ? fewGaps : mostGaps);
}

function digitsOf(jid: SafeText): string | undefined {
	return /^(?<digits>\d{5,15})(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/v.exec(jid)?.groups?.digits;
}

/** Puts hyphens into the international form where the national form has them: the library writes every gap of it as a space. */
function withHyphens(international: string, national: string): string {
	const hyphens = new Set(national.matchAll(/-/gv).map(({index}) => onlyDigits(national.slice(index)).length));
	return international.replaceAll(' ', (space, index: number) => hyphens.has(onlyDigits(international.slice(index)).length) ? '-' : space);
}

function onlyDigits(text: string): string {
	return text.replaceAll(/\D/gv, '');
}
