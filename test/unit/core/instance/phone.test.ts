import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {getCountries, getCountryCallingCode} from 'libphonenumber-js/min';
import {createGrouping, formatJid, mostCellsOfJid} from '../../../../source/core/instance/phone.js';
import {cellWidth} from '../../../../source/core/text/measure.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {someOf, tries} from '../../../helpers/properties/tries.js';

const check = (cases: ReadonlyArray<readonly [jid: string, number: string]>) => {
	for (const [jid, number] of cases) {
		assert.equal(formatJid(sanitize(jid)), number, jid);
	}
};

test('a number is grouped as its own country does', () => {
	check([
		['5511999999999@s.whatsapp.net', '+55 11 99999-9999'],
		['551133334444@s.whatsapp.net', '+55 11 3333-4444'],
		['14155552671@s.whatsapp.net', '+1 415 555-2671'],
		['447911123456@c.us', '+44 7911 123456'],
	]);
});

test('the device part goes', () => {
	check([['5511999999999:12@s.whatsapp.net', '+55 11 99999-9999']]);
});

test('digits that are no country\'s number are told ungrouped', () => {
	check([['00000@s.whatsapp.net', '+00000'], ['4407911123456@s.whatsapp.net', '+4407911123456']]);
});

test('what is no phone number stays as it came', () => {
	check(['', 'x', '5511999999999', '123456789012345@lid', '120363025246125486@g.us', '5511999999999@s.whatsapp.net.example.com', 'a5511999999999@s.whatsapp.net', '1234567890123456@s.whatsapp.net', '1@s.whatsapp.net'].map(jid => [jid, jid]));
});

test('a number is grouped alike with the groups of others at hand', () => {
	const digit = fc.integer({min: 0, max: 9}).map(String);
	const begun = fc.constantFrom('5511', '5590', '5500', '553003', '558001', '5511999', '55', '1202', '1', '34', '351', '44', '447700', '549', '');
	fc.assert(fc.property(begun, fc.array(digit, {maxLength: 2}), fc.array(fc.array(digit, {minLength: 3, maxLength: 9}), {minLength: 2}), (first, next, rest) => {
		const grouping = createGrouping();
		for (const digits of rest) {
			const jid = sanitize(`${first}${next.join('')}${digits.join('')}@s.whatsapp.net`);
			assert.equal(formatJid(jid, grouping), formatJid(jid));
		}
	}), {numRuns: tries(200)});
});

test('no digit of a number is lost or invented', () => {
	fc.assert(fc.property(fc.string({unit: fc.constantFrom(...'0123456789'), minLength: 5, maxLength: 15}), digits => {
		assert.equal(formatJid(sanitize(`${digits}@s.whatsapp.net`)).replaceAll(/\D/gv, ''), digits);
	}), {numRuns: tries(500)});
});

const fits = (digits: string) => {
	const jid = sanitize(`${digits}@s.whatsapp.net`);
	const cells = cellWidth(formatJid(jid));
	assert.ok(cells <= mostCellsOfJid(jid), `${digits}: ${cells} cells`);
};

test('no number is wider than its limit, in any country', () => {
	const codes = [...new Set(getCountries().map(country => getCountryCallingCode(country)))];
	const digit = fc.constantFrom(...'0123456789');
	fc.assert(fc.property(fc.constantFrom(...codes), fc.string({unit: digit, minLength: 4, maxLength: 11}), (code, national) => {
		fits(code + national);
	}), {numRuns: tries(5000)});
});

test('no number of a calling code with few gaps is wider than its limit, whatever its first digits', () => {
	for (const code of ['1', '44', '52', '55', '57', '351']) {
		for (const first of someOf([...Array.from({length: 1000}).keys()], 7)) {
			for (const length of [8, 9, 10, 11]) {
				fits(code + String(first).padStart(3, '0') + '23456789'.slice(0, length - 3));
			}
		}
	}
});

test('the limit is exact for the numbers of most fleets', () => {
	for (const digits of ['5511999999999', '551133334444', '14155552671']) {
		const jid = sanitize(`${digits}@s.whatsapp.net`);
		assert.equal(mostCellsOfJid(jid), formatJid(jid).length);
	}
});
