import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {runAtOnce} from '../../../../source/core/polling/slices.js';
import {joinFilter} from '../../../../source/cli/values/grid.js';
import {findDoubts} from '../../../../source/core/filter/find-doubts.js';
import {createMatcher, isMatch} from '../../../../source/core/filter/match.js';
import {isField, parseFilter} from '../../../../source/core/filter/parse.js';
import {splitFilter} from '../../../../source/core/filter/words.js';
import {createTextReader} from '../../../../source/core/filter/row-texts.js';
import {sanitize} from '../../../../source/core/text/sanitize.js';
import {noon, type WireItem} from '../../../helpers/fleet.js';
import {rowsOf, watch} from '../../../helpers/watch-polls.js';
import {tries} from '../../../helpers/properties/tries.js';

const fleet: readonly WireItem[] = [
	{
		name: 'São Paulo', state: 'connected', numberJid: '5511999990001@s.whatsapp.net', profile: {name: 'Padaria Açaí', isBusiness: true, businessName: 'Padaria Ltda'},
	},
	{
		name: 'sales 04', state: 'loggedout', profile: {name: 'Vendas'}, chatwoot: {enabled: true, status: 'paused'},
	},
	{
		name: 'support', state: 'disconnected', webhook: {enabled: true, url: null}, settings: {keepOnlineStatus: true, callRejectMessage: 'Ligue depois'},
	},
	{name: 'new-one', state: 'qr', proxy: {enabled: false}},
];

const {inventory} = watch([0, fleet.slice(0, 3)], [5, fleet]);
const now = noon + 400_000;
const rows = rowsOf(inventory, ['support'], now);

const found = (text: string) => {
	const filter = parseFilter(text);
	return rows.filter(row => isMatch(filter, row, now)).map(({tracked}) => tracked.instance.name);
};

test('words and fields find what they should', () => {
	const all = ['São Paulo', 'sales 04', 'support', 'new-one'];
	const cases: ReadonlyArray<readonly [text: string, names: readonly string[]]> = [
		['', all],
		['sao', ['São Paulo']],
		['SÃO', ['São Paulo']],
		['acai', ['São Paulo']],
		['ltda', ['São Paulo']],
		['99999-0001', ['São Paulo']],
		['+55 0001', ['São Paulo']],
		['+55 4711', []],
		['number:"+55 11 99999-0001"', ['São Paulo']],
		['"sales 04"', ['sales 04']],
		['name:"sales 04"', ['sales 04']],
		['name:"sales', ['sales 04']],
		['state: connected', ['São Paulo']],
		['state = connected', ['São Paulo']],
		['state=connected', ['São Paulo']],
		['state :connected', ['São Paulo']],
		['-state: down', ['São Paulo']],
		['state:logged_out, qr', ['sales 04', 'new-one']],
		['state:connected', ['São Paulo']],
		['state:disc', ['support']],
		['state:con', ['São Paulo']],
		['state:LOGGED-OUT', ['sales 04']],
		['state:logged_out,qr', ['sales 04', 'new-one']],
		['state:"logged out"', ['sales 04']],
		['state:other', ['new-one']],
		['state:up', ['São Paulo']],
		['state:DOWN', ['sales 04', 'support', 'new-one']],
		['-state:down', ['São Paulo']],
		['is:trouble', ['sales 04', 'support', 'new-one']],
		['-is:trouble', ['São Paulo']],
		['is:gone', []],
		['-state:connected', ['sales 04', 'support', 'new-one']],
		['do:pair,look', ['sales 04', 'new-one']],
		['business:yes', ['São Paulo']],
		['chatwoot:paused', ['sales 04']],
		['webhook:trouble', ['support']],
		['proxy:off', all],
		['is:odd', ['sales 04', 'support', 'new-one']],
		['is:known', ['support']],
		['is:new', []],
		['keepOnlineStatus:on', ['support']],
		['callrejectmessage:ligue', ['support']],
		['since>6m', ['São Paulo', 'sales 04', 'support', 'new-one']],
		['since>360', ['São Paulo', 'sales 04', 'support', 'new-one']],
		['since<1m', []],
		['since<60', []],
		['since>=1h', []],
		['flaps>=1', []],
		['flaps<1', all],
		['~^s', ['São Paulo', 'sales 04', 'support']],
		['name:~o$', ['São Paulo']],
		[String.raw`~^(?:sales|support)\b`, ['sales 04', 'support']],
		[String.raw`~^\p{L}+\s\p{L}`, ['São Paulo']],
		['sao\tpaulo\n', ['São Paulo']],
		['name:"s\u{E3}o\u{A0}paulo"', ['São Paulo']],
		['"-sales"', []],
		['s -sales -state:connected', ['support']],
	];
	for (const [text, names] of cases) {
		assert.deepEqual(found(text), names, text);
		assert.deepEqual(parseFilter(text).ignored, [], text);
	}
});

test('spaces may stand around the operator of a field, and =, ≥ and ≤ are understood', () => {
	for (const [spaced, plain] of [
		['since > 5m', 'since>5m'], ['since >5m', 'since>5m'], ['since> 5m', 'since>5m'], ['since ≥ 5m', 'since>=5m'], ['flaps≤3', 'flaps<=3'], ['-since > 5m sao', '-since>5m sao'],
	] as const) {
		assert.deepEqual(parseFilter(spaced).terms.map(({text}) => text), parseFilter(plain).terms.map(({text}) => text), spaced);
		assert.deepEqual(parseFilter(spaced).ignored, [], spaced);
	}

	for (const [words, joined] of [[['since > 5m'], 'since>5m'], [['name: sales 04'], 'name:"sales 04"'], [['a > b'], '"a > b"']] as const) {
		assert.equal(joinFilter(words), joined);
	}

	assert.deepEqual(parseFilter('a=b c').terms.map(({text}) => text), ['a=b', 'c'], 'no field');
});

test('a number is found however it is written', () => {
	const numbers = {
		brazil: '5531999990002', old: '553199990002', fixed: '553133330002', mexico: '5215512345678', newer: '525598765432', argentina: '5491123456789',
	};
	const items = Object.entries(numbers).map(([name, digits]) => ({name, numberJid: `${digits}@s.whatsapp.net`}));
	const {inventory: other} = watch([0, items]);
	const all = rowsOf(other, [], now);
	const find = (words: readonly string[]) => {
		const filter = parseFilter(joinFilter(words));
		assert.deepEqual(filter.ignored, [], words.join(' '));
		return all.filter(row => isMatch(filter, row, now)).map(({tracked}) => tracked.instance.name);
	};

	for (const [words, names] of [
		['5531999990002', ['brazil', 'old']],
		['+5531999990002', ['brazil', 'old']],
		['553199990002', ['brazil', 'old']],
		['5531999990002@s.whatsapp.net', ['brazil', 'old']],
		['5531999990002:12@s.whatsapp.net', ['brazil', 'old']],
		['number:5531999990002:12@s.whatsapp.net', ['brazil', 'old']],
		['+5531999990002@c.us', ['brazil', 'old']],
		['\u{202A}+55 31 99999\u{2011}0002\u{202C}', ['brazil', 'old']],
		['\u{202A}+55\u{A0}31\u{A0}99999\u{2013}0002\u{202C}', ['brazil', 'old']],
		['+55 (31) 99999-0002', ['brazil', 'old']],
		['number:+55 (31) 9999-0002', ['brazil', 'old']],
		['\u{FF0B}\u{FF15}\u{FF15}31', ['brazil', 'old', 'fixed']],
		['99999-0002', ['brazil', 'old']],
		['5531933330002', []],
		['+52 55 1234 5678', ['mexico']],
		['+52 1 55 1234 5678', ['mexico']],
		['+52 1 55 9876 5432', ['newer']],
		['+54 11 2345-6789', ['argentina']],
	] as const) {
		assert.deepEqual(find([words]), names, words);
		assert.deepEqual(find(words.startsWith('number:') ? [words] : words.split(' ')), names, words);
	}

	assert.deepEqual(find(['-+5531999990002']), ['fixed', 'mexico', 'newer', 'argentina']);
	assert.deepEqual(parseFilter('12:34').ignored.map(({why}) => why), ['no such field']);
});

test('letters with a stroke and without a dot are found by the plain ones, and the other way round', () => {
	const names = ['Łódź', 'Đà Nẵng', 'Işıklar', 'Tromsø', 'Straße'];
	const {inventory: other} = watch([0, names.map(name => ({name}))]);
	const find = (text: string) => rowsOf(other, [], now).filter(row => isMatch(parseFilter(text), row, now)).map(({tracked}) => tracked.instance.name);
	for (const [text, name] of [['lodz', 'Łódź'], ['ŁÓDŹ', 'Łódź'], ['da', 'Đà Nẵng'], ['isiklar', 'Işıklar'], ['IŞIKLAR', 'Işıklar'], ['name:tromso', 'Tromsø'], ['strasse', 'Straße']] as const) {
		assert.deepEqual(find(text), [name], text);
	}
});

test('what cannot be used is named, with the nearest field, and the rest goes on', () => {
	const cases: ReadonlyArray<readonly [text: string, why: RegExp]> = [
		['stat:connected', /is it state\?/v],
		['xyzzy:1', /^no such field$/v],
		['keeponlinestatsu:on', /is it keepOnlineStatus\?/v],
		['keep_online_status:on', /is it keepOnlineStatus\?/v],
		['keeponline:on', /is it keepOnlineStatus\?/v],
		['state:-', /connected, connecting/v],
		['business:constructor', /yes, no/v],
		['is:__proto__', /stuck, flapping/v],
		['state:', /it takes connected/v],
		['business:maybe', /yes, no$/v],
		['do:reconect', /; did you mean reconnect\?$/v],
		['is:flaping', /; did you mean flapping\?$/v],
		['chatwoot:eror', /; did you mean error\?$/v],
		['>', /a field goes before it/v],
		['since>soon', /5m or 1h/v],
		['since:5m', /compares/v],
		['name>5', /colon/v],
		['~(', /no regular expression/v],
		['~(a+)+b', /repeats/v],
		[`~${'a'.repeat(300)}`, /at most/v],
		['constructor:x', /no such field/v],
	];
	for (const [text, why] of cases) {
		const filter = parseFilter(`sao ${text}`);
		assert.equal(filter.ignored.length, 1, text);
		assert.match(filter.ignored[0]?.why ?? '', why, text);
		assert.deepEqual(found(`sao ${text}`), ['São Paulo'], text);
	}
});

test('what no instance has and nothing documents is in doubt while that is so, and finds what it finds', () => {
	const doubts = (text: string) => runAtOnce(findDoubts(parseFilter(text), rows, now)).map(({text: term, why, isMistake}) => [term, why, isMistake]);
	assert.deepEqual(doubts('state:conected'), [['state:conected', 'no instance has the state conected; did you mean connected?', true]]);
	assert.deepEqual(doubts('sao -state:qr,banned'), [['-state:qr,banned', 'no instance has the state banned', false]]);
	assert.deepEqual(doubts('down'), [['down', 'no name, number or profile has down; did you mean state:down?', true]]);
	assert.deepEqual(doubts('odd sao'), [['odd', 'no name, number or profile has odd; did you mean is:odd?', true]]);
	assert.deepEqual(doubts('up'), []);
	assert.deepEqual(doubts('state:connecting state:down state:qr name:nobody'), []);
	assert.deepEqual(runAtOnce(findDoubts(parseFilter('state:conected'), [], now)), []);
	assert.deepEqual(found('state:conected'), []);
});

test('what is ignored is told as safe text', () => {
	assert.deepEqual(parseFilter('xyzzy:\u{1B}[31m').ignored, [{text: 'xyzzy:␛[31m', why: 'no such field'}]);
});

test('a matcher says the same for a row that it knows, whose texts it folds once', () => {
	const matches = createMatcher();
	for (const text of ['sao', 'name:sao', '-profile:vendas', 'number:0001 is:odd', '~^s']) {
		const filter = parseFilter(text);
		for (const row of [...rows, ...rows]) {
			assert.equal(matches(filter, row, now), isMatch(filter, row, now), text);
		}
	}

	const readTexts = createTextReader();
	for (const row of rows) {
		assert.equal(readTexts(row), readTexts(row));
	}
});

test('no text breaks the parser; every word is used or named; negation is the complement', () => {
	const text = fc.oneof(fc.string(), fc.string({unit: 'grapheme'}), fc.array(fc.constantFrom('state:', '-', '"', ',', ' ', '~', '(', 'name:', 'since>', '5m', 'é', '[', '\\', '|', 'is:odd', 'is:', 'business:', '__proto__', 'constructor', 'flaps<', '\u{1B}'), {maxLength: 12}).map(parts => parts.join('')));
	fc.assert(fc.property(text, typed => {
		const filter = parseFilter(typed);
		assert.equal(filter.terms.length + filter.ignored.length, splitFilter(sanitize(typed.replaceAll(/\s/gv, ' ')), isField).length);
		for (const row of rows) {
			isMatch(filter, row, now);
		}
	}), {numRuns: tries(2000)});
	for (const word of ['sao', 'state:disc,qr', 'is:odd', 'since>1m', '~s']) {
		assert.deepEqual([...found(word), ...found(`-${word}`)].toSorted(), rows.map(({tracked}) => tracked.instance.name).toSorted(), word);
	}
});

test('a filter looks for no more than the beginning of a text of megabytes', () => {
	const long = `name${' x'.repeat(500_000)}`;
	const [row] = rowsOf(watch([0, [{name: `${long}end`}]]).inventory, [], now);
	assert.ok(row);
	assert.deepEqual(['name', 'end', 'name:end', '~end'].map(text => isMatch(parseFilter(text), row, now)), [true, false, false, false]);
	assert.ok(createTextReader()(row).name.length < 5000);
});

test('the more an expression repeats, the less of a text it is tried on', () => {
	const [row] = rowsOf(watch([0, [{name: `${'a'.repeat(100)}b`}]]).inventory, [], now);
	assert.ok(row);
	assert.deepEqual(['~a+b', '~a*a*b', '~^a*a*a*$'].map(text => isMatch(parseFilter(text), row, now)), [true, false, true]);
});

test('another way to leave out is told the way of this language', () => {
	for (const text of ['!state:up', 'state!=up', '-!state:up', '!state=up']) {
		assert.deepEqual(parseFilter(text).ignored.map(({why}) => why), ['to leave out, write -state:up'], text);
	}

	assert.deepEqual(parseFilter('!vip a!=b').ignored, []);
});
