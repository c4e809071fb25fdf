import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import reactHooks from 'eslint-plugin-react-hooks';

// The rules that xo turns on, of which it exports no list: its own dependency has them.
const {default: listConfigs} = await import(pathToFileURL(createRequire(import.meta.resolve('xo')).resolve('eslint-config-xo')));
const ruleNames = new Set(listConfigs().flatMap(({rules = {}}) => Object.keys(rules)));

// Turns off the rules of a plugin but those that are named. A rule that looks at every file costs from a tenth of a second to a half.
const without = (plugin, ...kept) => Object.fromEntries([...ruleNames]
	.filter(name => name.startsWith(`${plugin}/`) && !kept.includes(name))
	.map(name => [name, 'off']));

const purity = 'The core is pure: time, randomness and I/O arrive as arguments.';

/**
Texts, patterns and addresses cannot be broken. A tab counts as one character.
*/
const longLines = {
	tabWidth: 1, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true,
};

/**
@type {import('xo').FlatXoConfig}
*/
const config = [
	{ignores: ['dist/**']},
	{
		files: ['**/*.{ts,tsx}'],
		rules: {
			// The tests are of `node:test`.
			...without('ava'),
			// The compiler knows the types, and doc blocks have no tags but those that these rules ask for.
			...without('jsdoc', 'jsdoc/check-alignment', 'jsdoc/check-tag-names', 'jsdoc/informative-docs', 'jsdoc/multiline-blocks', 'jsdoc/require-yields', 'jsdoc/require-yields-check'),
			// A doc block of one sentence stands on one line.
			'unicorn/single-line-block-comment-style': 'off',
			// Signals, headers, contexts and components are called what they are called.
			'@typescript-eslint/naming-convention': 'off',
			// Matters of taste that made our code longer without making it plainer.
			'@stylistic/max-len': ['error', {...longLines, code: 140}],
			'unicorn/max-nested-calls': 'off',
			'unicorn/no-break-in-nested-loop': 'off',
			'unicorn/prefer-minimal-ternary': 'off',
			'unicorn/prefer-simple-condition-first': 'off',
			'unicorn/prefer-ternary': 'off',
		},
	},
	{
		files: ['source/**/*.{ts,tsx}', 'tools/**/*.ts', 'bench/**/*.{ts,tsx}'],
		rules: without('node-test'),
	},
	{
		files: ['source/tui/**/*.{ts,tsx}', 'bench/**/*.tsx'],
		plugins: {'react-hooks': reactHooks},
		rules: {
			'react-hooks/rules-of-hooks': 'error',
			'react-hooks/exhaustive-deps': 'error',
		},
	},
	{
		files: ['package.json'],
		rules: {
			// The package has no dependencies, so that they hold for the development tools and the bundle alone.
			'package-json/no-overrides-in-published-package': 'off',
			// The libraries that the release patches are pinned to one version.
			'package-json/dependency-version-range': ['error', {range: 'caret', exceptions: ['ink', 'prom-client', 'string-width', 'undici']}],
			// Npm attests the provenance of a package's first release only with `access` set, scoped or not.
			'package-json/valid-fields': 'off',
		},
	},
	{
		files: ['test/**/*.ts', 'tools/**/*.ts'],
		rules: {
			// The runner keeps the promise that `test` returns.
			'@typescript-eslint/no-floating-promises': ['error', {allowForKnownSafeCalls: [{from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite']}]}],
			// A case of a test, or the signature of a helper, may stand on a longer line.
			'@stylistic/max-len': ['error', {...longLines, code: 200}],
			// Helpers that tests share live beside them.
			'node-test/no-import-test-files': 'off',
			// A list of cases is asserted in a loop, or by a function of the test's own.
			'node-test/no-conditional-assertion': 'off',
			'node-test/require-assertion': 'off',
			'unicorn/consistent-boolean-name': 'off',
			'node-test/no-compound-assertion': 'off',
			'node-test/no-duplicate-assertions': 'off',
			'node-test/no-process-env-mutation': 'off',
			'node-test/no-skip-test': 'off',
			'node-test/prefer-test-context-assert': 'off',
			'unicorn/no-await-expression-member': 'off',
		},
	},
	{
		files: ['bench/**/*.{ts,tsx}'],
		// What measures runs one thing after the other.
		rules: {'no-await-in-loop': 'off'},
	},
	{
		files: ['source/core/**/*.ts'],
		rules: {
			'no-restricted-globals': ['error', ...['process', 'console', 'setTimeout', 'setInterval', 'queueMicrotask', 'performance', 'fetch', 'Buffer'].map(name => ({name, message: purity}))],
			'no-restricted-properties': [
				'error',
				{object: 'Date', property: 'now', message: purity},
				{object: 'Math', property: 'random', message: purity},
			],
			'no-restricted-syntax': [
				'error',
				{selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: purity},
			],
		},
	},
];

export default config;
