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
export function formatJid(jid: SafeText): SafeText {
	const digits = digitsOf(jid);
	if (digits === undefined) {
		return jid;
	}

	const number = parsePhoneNumberFromString(`+${digits}`);
	const grouped = number === undefined ? '' : withHyphens(number.formatInternational(), number.formatNational());
	// The library drops a trunk prefix (`+44 0…`), but every digit of an address has to be shown.
	return sanitize(onlyDigits(grouped) === digits ? grouped : `+${digits}`);
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
