import assert from 'node:assert/strict';
import {inspect} from 'node:util';
import {test} from 'node:test';
import {mask, reveal, Secret} from '../../../../source/core/text/secret.js';
import {
	maskedValue,
	isSameWire,
	unknownFields,
	Wire,
	wireLines,
	wireText,
} from '../../../../source/core/json/wire.js';

const linesOf = (value: unknown) => wireLines(new Wire(value)).map(({depth, parts}) => `${'\t'.repeat(depth)}${parts.map(part => part.text).join('')}`);

const nest = (depth: number, innermost: unknown): unknown => {
	let value = innermost;
	for (let level = 0; level < depth; level++) {
		value = [value];
	}

	return value;
};

/** Far deeper than the stack is. */
const abyss = 100_000;

test('a wire value prints itself masked in every form', () => {
	const wire = new Wire({
		name: 'sales', token: 'abc', url: 'https://u:p@h.example', proxy: {password: 'abc', host: null},
	});
	const printed = `{"name":"sales","token":"${mask}","url":"https://u:${mask}@h.example","proxy":{"password":"${mask}","host":null}}`;
	assert.equal(String(wire), printed);
	assert.equal(JSON.stringify(wire), printed);
	assert.equal(inspect(wire, {showHidden: true}), printed);
	assert.equal(wireText(wire), printed);
});

test('the text on one line is safe for a terminal', () => {
	assert.equal(wireText(new Wire('\u{9B}31m\u{202E}')).includes('\u{9B}'), false);
	assert.equal(wireText(new Wire('\u{1B}[31m')), String.raw`"\u001b[31m"`);
});

test('the lines are indented JSON with secrets masked and empty shapes on one line', () => {
	assert.deepEqual(linesOf({
		name: 'sales', token: 'abc', events: ['a', 1], s3: {}, list: [], on: true, none: null,
	}), [
		'{',
		'\t"name": "sales",',
		`\t"token": "${mask}",`,
		'\t"events": [',
		'\t\t"a",',
		'\t\t1',
		'\t],',
		'\t"s3": {},',
		'\t"list": [],',
		'\t"on": true,',
		'\t"none": null',
		'}',
	]);
});

test('each line knows where its value stands', () => {
	assert.deepEqual(wireLines(new Wire({chatwoot: {events: ['a']}})).map(line => line.path), ['', 'chatwoot', 'chatwoot.events', 'chatwoot.events[0]', 'chatwoot.events', 'chatwoot', '']);
});

test('a whole object under a secret name is masked, and an empty or missing secret says that nothing is set', () => {
	assert.deepEqual(linesOf({apiKeys: {first: 'abc'}, password: '', token: null}), [
		'{',
		`\t"apiKeys": "${mask}",`,
		'\t"password": "",',
		'\t"token": null',
		'}',
	]);
});

test('fields beside the known ones keep their order, and those named like secrets are closed', () => {
	const [region, key, none, ...more] = unknownFields(new Wire({
		name: 'sales', region: ['sa'], apiKey: {a: 1}, accessToken: null,
	}), ['name']);
	assert.equal(region?.name, 'region');
	assert.equal(String(region?.value), '["sa"]');
	assert.equal(key?.name, 'apiKey');
	assert.ok(key?.value instanceof Secret);
	assert.strictEqual(reveal(key.value), '{"a":1}');
	assert.equal(none?.name, 'accessToken');
	assert.equal(String(none?.value), 'null');
	assert.deepEqual(more, []);
	assert.deepEqual(['a', null, 1, ['a']].flatMap(value => unknownFields(new Wire(value), [])), []);
});

test('keys that name an object\'s own machinery are fields like any other', () => {
	const value: unknown = JSON.parse('{"__proto__":{"token":"abc"},"constructor":1}');
	assert.deepEqual(unknownFields(new Wire(value), []).map(field => field.name), ['__proto__', 'constructor']);
	assert.equal(String(new Wire(value)), `{"__proto__":{"token":"${mask}"},"constructor":1}`);
});

test('two values are the same whatever the order of their fields, and differ in anything else', () => {
	const isSame = (one: unknown, other: unknown) => isSameWire(new Wire(one), new Wire(other));
	assert.ok(isSame({a: 1, b: [1, {c: null}]}, {b: [1, {c: null}], a: 1}));
	for (const [one, other] of [[{a: 1}, {a: 2}], [{a: 1}, {b: 1}], [{a: 1}, {a: 1, b: 2}], [[1, 2], [2, 1]], [[1], {0: 1}], [null, {}], [1, '1'], [[], [null]]]) {
		assert.ok(!isSame(one, other), inspect([one, other]));
	}
});

test('nesting deeper than any stack is printed, compared and concealed to a depth, not refused', () => {
	const deep = nest(abyss, 'x');
	assert.match(String(new Wire(deep)), /^\[{40}"…"\]{40}$/v);
	assert.equal(linesOf(deep).length, 81);
	assert.ok(isSameWire(new Wire(deep), new Wire(nest(abyss, 'x'))));
	assert.ok(!isSameWire(new Wire([deep, 1]), new Wire([deep, 2])));
	assert.ok(isSameWire(new Wire(nest(40, [1])), new Wire(nest(40, [2]))));
	assert.ok(!isSameWire(new Wire(nest(40, null)), new Wire(nest(40, {}))));
	assert.ok(!isSameWire(new Wire(nest(40, [])), new Wire(nest(40, {}))));
	assert.match(reveal(maskedValue(deep)), /^\[{40}"…"\]{40}$/v);
});
