import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import test from 'node:test';
import {parseThreshold} from '../../../source/cli/values/range.js';
import type {CheckOptions} from '../../../source/output/check-options.js';
import {checkListing, checkUnknown} from '../../../source/output/nagios.js';
import {hostileTexts} from '../../../source/simulator/instances/hostile-texts.js';
import type {WireItem} from '../../helpers/fleet.js';
import {someOf} from '../../helpers/properties/tries.js';
import {listingOf} from './listing.js';

const range = (text: string) => {
	const parsed = parseThreshold(text);
	assert.strictEqual(parsed.kind, 'value', text);
	return parsed.value;
};

const options = (warning = '0', critical?: string): CheckOptions => ({
	warning: range(warning), critical: critical === undefined ? undefined : range(critical), missing: [], counted: 'action', whenEmpty: 'unknown',
});

const down = (count: number): readonly WireItem[] => Array.from({length: count}, (_, index) => ({name: `down-${index}`, state: 'disconnected'}));
const fine = (count: number): readonly WireItem[] => Array.from({length: count}, (_, index) => ({name: `fine-${index}`}));

test('a healthy fleet is OK, in one line with a number for each state', () => {
	assert.deepEqual(checkListing(listingOf(fine(3)), options('0', '50%')), {
		code: 0,
		text: 'RYZETOP OK: 0 of 3 need action | needing_action=0;0;1.5;0;3 in_trouble=0;;;0;3 matching=3;;;0;3 connected=3;;;0;3 connecting=0;;;0;3 disconnected=0;;;0;3 loggedout=0;;;0;3 other=0;;;0;3 stuck=0;;;0;3 flapping=0;;;0;3 odd=0;;;0;3 webhook_in_trouble=0;;;0;3 websocket_in_trouble=0;;;0;3 chatwoot_in_trouble=0;;;0;3 proxy_in_trouble=0;;;0;3 s3_in_trouble=0;;;0;3 calls_left=88;;;0;100\n',
	});
});

test('the status is that of the number that need action', () => {
	const fleet = listingOf([...fine(6), ...down(4)]);
	for (const [warning, critical, code] of [['4', undefined, 0], ['3', undefined, 1], ['0', '4', 1], ['0', '3', 2], ['~:', '3', 2], ['39%', '40%', 1], ['40%', '40%', 0], ['@4', undefined, 1], ['5:', undefined, 1]] as const) {
		assert.equal(checkListing(fleet, options(warning, critical)).code, code, `${warning} ${critical}`);
	}
});

test('the first line says what there is to do, and the next ones name who', () => {
	const {text} = checkListing(listingOf([...fine(2), {name: 'a', state: 'loggedout'}, {name: 'b', state: 'qr'}, {name: 'c', state: 'disconnected'}]), options());
	const [first, ...others] = text.trimEnd().split('\n');
	assert.equal(first?.split(' | ', 1)[0], 'RYZETOP WARNING: 3 of 5 need action: 1 to look at, 1 to pair, 1 to reconnect');
	assert.deepEqual(others, ['b: qr, look', 'a: logged out, pair', 'c: disconnected, reconnect']);
});

test('no more than the worst ten are named, and how many more there are', () => {
	const lines = checkListing(listingOf(down(31)), options()).text.trimEnd().split('\n');
	assert.equal(lines.length, 12);
	assert.equal(lines.at(-1), 'and 21 more');
});

test('whatever the names are, the output has one bar, no control character and at most 4096 bytes', () => {
	const names = [...hostileTexts, 'a|b', '漢'.repeat(5000), 'Z\u{301}\u{302}\u{303}'.repeat(500), '|'.repeat(100)];
	for (const name of someOf(names, 3)) {
		const items = Array.from({length: 12}, (_, index) => ({name, id: `${index}`, state: 'disconnected'}));
		const {text} = checkListing(listingOf(items.map(item => ({...item, state: `${name}${item.id}`}))), {...options(), missing: [name]});
		assert.equal(text.split('|').length, 2, name);
		assert.ok(Buffer.byteLength(text) <= 4096, name);
		assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Bidi_Control}\p{Control}\p{Line_Separator}\p{Paragraph_Separator}]/v);
	}
});

test('what is not there or could not be read makes an OK UNKNOWN, and leaves an alert alone', () => {
	const withGap = {...listingOf(fine(2)), rejected: 1};
	assert.equal(checkListing(withGap, options()).code, 3);
	assert.match(checkListing(withGap, options()).text, /^RYZETOP UNKNOWN: 0 of 2 need action; 1 could not be read \|/v);
	assert.match(checkListing(listingOf([]), {...options(), missing: ['shop']}).text, /^RYZETOP UNKNOWN: 0 of 0 need action; there is no shop \|/v);
	assert.equal(checkListing(listingOf(down(1)), {...options(), missing: ['shop']}).code, 1);
});

test('where nothing is known the reason is one line, and a whole one below it where that is cut', () => {
	const {text, code} = checkUnknown(`unreachable: a | b\u{1B}[2J ${'x'.repeat(300)}`);
	assert.equal(code, 3);
	assert.match(text, /^RYZETOP UNKNOWN: unreachable: a \/ b␛\[2J x+…\nunreachable: a \/ b␛\[2J x{300}\n$/v);
	assert.ok(text.indexOf('\n') <= 120);
});

test('where there is nothing to count it is UNKNOWN, unless something else is asked for', () => {
	const empty = listingOf([]);
	const none = listingOf(fine(3), 'name:typo');
	for (const [whenEmpty, code] of [['unknown', 3], ['ok', 0], ['critical', 2]] as const) {
		assert.deepEqual([empty, none].map(listing => checkListing(listing, {...options(), whenEmpty}).code), [code, code], whenEmpty);
	}

	assert.match(checkListing(empty, options()).text, /^RYZETOP UNKNOWN: 0 of 0 need action; the list has no instances \|/v);
	assert.match(checkListing(none, options()).text, /^RYZETOP UNKNOWN: 0 of 0 need action; none of the 3 in the list match the filter \|/v);
	assert.equal(checkListing(empty, options('1:')).code, 1);
	assert.equal(checkListing(empty, {...options(), whenEmpty: 'ok', missing: ['shop']}).code, 3);
	assert.equal(checkListing(empty, {...options(), counted: 'matches'}).code, 3);
});

test('trouble and matches can be counted too, and what is odd about them is told', () => {
	const broken = {enabled: true, status: 'error'};
	const items = [...fine(3), {name: 'chat', chatwoot: broken}, {name: 'out', state: 'loggedout', chatwoot: broken}];
	const count = (counted: CheckOptions['counted'], filter = '') => {
		const {text, code} = checkListing(listingOf(items, filter), {...options(), counted});
		return [code, ...text.replace(/ \|.*/v, '').trimEnd().split('\n')];
	};

	assert.deepEqual(count('action'), [1, 'RYZETOP WARNING: 1 of 5 needs action: 1 to pair', 'out: logged out, pair']);
	assert.deepEqual(count('trouble'), [1, 'RYZETOP WARNING: 2 of 5 are in trouble', 'out: logged out, pair', 'chat: connected, Chatwoot reports an error']);
	assert.deepEqual(count('matches', 'chatwoot:error state:connected'), [1, 'RYZETOP WARNING: 1 of 5 matches', 'chat: connected, Chatwoot reports an error']);
	assert.deepEqual(count('matches', 'chatwoot:paused'), [0, 'RYZETOP OK: 0 of 5 match']);
	const {text} = checkListing(listingOf(items), {...options('1'), counted: 'trouble'});
	assert.match(text, /in_trouble=2;1;;0;5 needing_action=1;;;0;5 .* odd=2;;;0;5 .* chatwoot_in_trouble=2;;;0;5 /v);
});

test('a state that nobody has is named, and is UNKNOWN where another one was most likely meant', () => {
	const counting = (filter: string) => checkListing(listingOf(fine(2), filter), {...options(), counted: 'matches'});
	assert.match(counting('state:conected').text, /^RYZETOP UNKNOWN: 0 of 2 match; no instance has the state conected; did you mean connected\? \|/v);
	assert.match(counting('disconnected').text, /^RYZETOP UNKNOWN: 0 of 2 match; no name, number or profile has disconnected; did you mean state:disconnected\? \|/v);
	assert.match(counting('state:banned').text, /^RYZETOP OK: 0 of 2 match; no instance has the state banned \|/v);
});

test('what one look cannot tell is UNKNOWN, whatever it would count', () => {
	for (const filter of ['since>5m', 'since<1h', '-is:stuck', 'flaps>=1', 'up24h<99%']) {
		const {code, text} = checkListing(listingOf(fine(2), filter), {...options(), counted: 'matches'});
		assert.equal(code, 3, filter);
		assert.match(text, /one look cannot tell of .*, and nothing is remembered; the monitor and watch can/v);
	}
});

test('what the first line has no room for is told whole below it, before the instances', () => {
	const names = ['a', 'b', 'c', 'd'].map(letter => letter.repeat(39));
	const [first = '', second, third] = checkListing(listingOf(down(1)), {...options(), missing: names}).text.split('\n', 3);
	assert.match(first, /…[^…]* \| needing_action/v);
	assert.equal(second, `1 of 1 needs action: 1 to reconnect; there is no ${names.join(', ')}`);
	assert.match(third ?? '', /: disconnected, reconnect$/v);
});
