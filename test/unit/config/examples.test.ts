import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {configure} from './configuring.js';

const root = new URL('../../../', import.meta.url);
const pages = ['README.md', ...readdirSync(new URL('docs/', root)).filter(name => name.endsWith('.md')).map(name => `docs/${name}`)];

/** The examples of a config file that a page has, each with the page and its line. */
const examples = pages.flatMap(page => {
	const text = readFileSync(new URL(page, root), 'utf8');
	return text.matchAll(/```toml\n(?<toml>.*?)```/gsv).map(({index, groups}) => ({
		at: `${page}:${text.slice(0, index).split('\n').length}`, toml: groups?.toml ?? '',
	})).toArray();
});

test('every config file that the documents show can be used as it stands, without a warning', async () => {
	assert.ok(examples.length > 12, String(examples.length));
	for (const {at, toml} of examples) {
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const {config, resolved} = await configure({toml, switches: ['demo']});
		assert.deepEqual([config.problems, config.warnings], [[], []], at);
		assert.equal(resolved.kind, 'monitor', resolved.kind === 'misuse' ? `${at} ${resolved.problems.join('\n')}` : at);
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const checked = await configure({toml, command: 'config', readTokenFile: async () => ({kind: 'problem', problem: 'There is none here.', isMissing: true})});
		assert.deepEqual(checked.resolved.kind === 'misuse' ? checked.resolved.problems.filter(problem => !problem.includes('There is none here.')) : [], [], at);
	}
});

test('the examples of one page can stand in one file, each in its table', async () => {
	for (const page of ['docs/configuration.md', 'docs/recipes.md']) {
		const toml = examples.filter(({at}) => at.startsWith(page)).map(example => example.toml).join('\n');
		// eslint-disable-next-line no-await-in-loop -- one after the other
		const {resolved} = await configure({toml, switches: ['demo']});
		assert.deepEqual(resolved.kind === 'misuse' ? resolved.problems : [], [], page);
	}
});
