import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import test from 'node:test';
import {blockNames, blocks as blockTitles} from '../../../source/core/blocks/blocks.js';
import {answering, serve} from '../../helpers/servers/loopback-server.js';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {program} from '../../helpers/program.js';
import {openScreen, type Screen} from '../../helpers/screen.js';
import {isLive, watchSimulator} from '../watched.js';

const sample = readFileSync(new URL('../../fixtures/sample-200.json', import.meta.url), 'utf8');
const blocks: ReadonlySet<string> = new Set(blockNames);
const [item] = (JSON.parse(sample) as {readonly instances: ReadonlyArray<Readonly<Record<string, unknown>>>}).instances;

/** The paths of all values of a tree, with the values; a list is one value. */
const leaves = (value: unknown, path = ''): ReadonlyArray<readonly [path: string, value: unknown]> => typeof value === 'object' && value !== null && !Array.isArray(value)
	? Object.entries(value).flatMap(([name, child]) => leaves(child, path === '' ? name : `${path}.${name}`))
	: [[path, value]];

/** The words the screen has for a value of the sample. */
const inWords = (path: string, value: unknown): string => {
	if (/token|key|password/iv.test(path) && value !== null && value !== '') {
		return '••••••••';
	}

	if (typeof value === 'boolean') {
		return value ? 'on' : 'off';
	}

	if (Array.isArray(value)) {
		return value.length === 0 ? '[] empty' : value.join(', ');
	}

	return value === '' ? '"" empty' : String(value).replace(/(?<=^\d{4}-\d{2}-\d{2})T/v, ' ').replace(/(?<=:\d{2}:\d{2})Z$/v, '');
};

/** The sections of the detail by their titles, each as one text without the breaks of the screen, read from the top to the end of the page. */
async function readPage(screen: Screen): Promise<ReadonlyMap<string, string>> {
	const lines: string[] = [];
	const linesAbove = () => Number(/↑(?<count>\d+)/v.exec(screen.lines()[2] ?? '')?.groups?.count ?? 0);
	for (;;) {
		const above = linesAbove();
		for (const [row, line] of screen.lines().slice(5, -3).entries()) {
			lines[above + row] = line.slice(18);
		}

		if (!/↓\d+/v.test(screen.lines()[2] ?? '')) {
			break;
		}

		screen.press('PgDn');
		// eslint-disable-next-line no-await-in-loop -- One key after the other is the walk.
		await screen.waitFor(() => linesAbove() > above, 'the next lines');
		// eslint-disable-next-line no-await-in-loop -- The frame may come in pieces.
		await screen.settle(50);
	}

	const sections = new Map<string, string>();
	let title = '';
	for (const line of lines) {
		// A title is at the left of the fields, in the column of the cursor.
		if (/^[A-Z]/v.test(line)) {
			title = line.trim();
		} else {
			sections.set(title, (sections.get(title) ?? '') + line.replaceAll(/[\s▌]/gv, ''));
		}
	}

	return sections;
}

test('every value of the API\'s sample is seen on a small screen, in words, by keys alone', async () => {
	await using server = await serve(answering(sample, {'content-type': 'application/json'}));
	await using screen = openScreen(process.execPath, [program, '--url', server.url, '--interval', '60s'], {columns: 80, rows: 20, env: {RYZE_TOKEN: 'account-token', TZ: 'UTC'}});
	await screen.waitFor(isLive, 'the first answer');
	screen.press('Enter');
	await screen.waitFor(() => screen.text().includes('1 Connection'), 'the detail');
	const texts = await readPage(screen);
	for (const section of blockNames) {
		const text = texts.get(blockTitles[section].title) ?? '';
		for (const [path, value] of leaves(item)) {
			const [block = ''] = path.split('.', 1);
			if (block === section || (section === 'connection' && !blocks.has(block))) {
				assert.ok(text.includes(inWords(path, value).replaceAll(/\s/gv, '')), `${path}: ${inWords(path, value)}`);
			}
		}
	}

	assert.match(texts.get('JSON') ?? '', /^\{.*"updatedAt".*\}$/v);
});

/** Every secret text of a tree: values named like secrets, and the passwords and tokens in URLs. */
const secretsIn = (value: unknown, name = ''): readonly string[] => {
	if (typeof value === 'string') {
		const url = URL.canParse(value) ? new URL(value) : undefined;
		return [/token|secret|password|key/iv.test(name) ? value : '', url?.password ?? '', url?.searchParams.get('token') ?? ''].filter(text => text.length > 3);
	}

	return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, child]) => secretsIn(child, key)) : [];
};

test('in no byte of a tour through all there is to see is a secret of the fleet', async () => {
	await using watched = await watchSimulator({
		scenario: 'busy', columns: 150, rows: 50, args: ['--columns', '+webhook,+proxy'], isStill: true,
	});
	const {screen, simulator} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const secrets = new Set([simulator.token, ...simulator.world.instances().flatMap(instance => secretsIn(instance))]);
	assert.ok(secrets.size > 50, 'the fleet has secrets in its tokens, blocks and URLs');
	screen.press('Enter');
	for (let index = 0; index < 40; index++) {
		screen.press('1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'G', 'y', 'Y', ']');
	}

	await screen.waitFor(() => (screen.lines().at(-1) ?? '').endsWith(' 40/40'), 'the last instance');
	screen.press('/', 't', 'o', 'k', 'e', 'n', 'Enter', 'n', 'y', 'e', 'q', '?', '?', '/', 't', 'o', 'k', 'e', 'n', 'Enter', 'Esc', 's', ':', 't', 'Ctrl+c', 'y', 'Y');
	await screen.settle(300);
	screen.press('q', 'q', 'q', 'q');
	await screen.exited;
	const bytes = screen.bytes();
	// Copied texts are written in base64.
	const copied = bytes.matchAll(/\]52;c;(?<text>[\w+\/=]*)/gv).map(({groups}) => Buffer.from(groups?.text ?? '', 'base64').toString()).toArray();
	assert.ok(copied.length > 20, 'something was copied');
	for (const secret of secrets) {
		assert.ok(!bytes.includes(secret), 'a secret was written');
		assert.ok(copied.every(text => !text.includes(secret)), 'a secret was copied');
	}
});

test('a token that the server sends back in other fields is in no byte of a tour, and not in its debug log', async () => {
	const token = 'own-token-4711-of-the-account';
	const basic = Buffer.from(`someone:${token}`).toString('base64');
	const planted = {
		...item,
		id: `id-${token}`,
		name: `name-${token}`,
		profile: {name: token, businessName: basic, pictureUrl: `https://example.com/${token}.jpg`},
		webhook: {enabled: true, url: `https://example.com/?to=${token.replaceAll('-', '%2D')}`, events: [token]},
		createdAt: token,
		more: {[token]: [token]},
	};
	await using server = await serve(answering(JSON.stringify({success: true, instances: [planted, {...planted, id: 'b', name: token}]}), {'content-type': 'application/json'}));
	const log = join(freshFolder(), 'log');
	await using screen = openScreen(process.execPath, [program, '--url', server.url, '--interval', '60s', '--columns', '+webhook,+created', '--debug-log', log], {columns: 150, rows: 40, env: {RYZE_TOKEN: token}});
	await screen.waitFor(isLive, 'the first answer');
	assert.ok(screen.text().includes('name-••••••••'), 'what is not secret is shown');
	screen.press('y', 'Y', 'Enter');
	for (let index = 0; index < 2; index++) {
		screen.press('1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'j', 'y', 'Y', 'G', 'y', 'Y', 'e', 'q', ']');
	}

	await screen.settle(200);
	screen.press('q', 'q', 'q', 'q');
	await screen.exited;
	const copied = screen.bytes().matchAll(/\]52;c;(?<text>[\w+\/=]*)/gv).map(({groups}) => Buffer.from(groups?.text ?? '', 'base64').toString()).toArray();
	const all = [screen.bytes(), readFileSync(log, 'utf8'), ...copied].join('\n');
	assert.ok(copied.length > 3, 'something was copied');
	for (const secret of [token, basic.slice(12), token.replaceAll('-', '%2D')]) {
		assert.ok(!all.includes(secret), 'the token was written');
	}
});
