import {parsePhoneNumberFromString} from 'libphonenumber-js/min';
import {sanitize, type SafeText} from '../text/sanitize.js';

/**
Writes a WhatsApp address (JID) for people: the number in its country's own grouping (`+55 11 99999-9999`).
A device part (`:12`) is dropped; an address that is no phone number (`…@lid`) stays as it came.
*/
export function formatJid(jid: SafeText): SafeText {
	const digits = /^(?<digits>\d{5,15})(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/v.exec(jid)?.groups?.digits;
	if (digits === undefined) {
		return jid;
	}

	const number = parsePhoneNumberFromString(`+${digits}`);
	const grouped = number === undefined ? '' : withHyphens(number.formatInternational(), number.formatNational());
	// The library drops a trunk prefix (`+44 0…`), but every digit of an address has to be shown.
	return sanitize(onlyDigits(grouped) === digits ? grouped : `+${digits}`);
}

/** Puts hyphens into the international form where the national form has them: the library writes every gap of it as a space. */
function withHyphens(international: string, national: string): string {
	const hyphens = new Set(national.matchAll(/-/gv).map(({index}) => onlyDigits(national.slice(index)).length));
	return international.replaceAll(' ', (space, index: number) => hyphens.has(onlyDigits(international.slice(index)).length) ? '-' : space);
}

function onlyDigits(text: string): string {
	return text.replaceAll(/\D/gv, '');
}
