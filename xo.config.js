import {createRequire} from 'node:module';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import reactHooks from 'eslint-plugin-react-hooks';

// The rules that xo turns on, of which it exports no list: its own dependency has them.
const {default: listConfigs} = await import(pathToFileURL(createRequire(import.meta.resolve('xo')).resolve('eslint-config-xo')));
const configs = listConfigs();
const ruleNames = new Set(configs.flatMap(({rules = {}}) => Object.keys(rules)));
const {rules: typescriptRules} = configs.find(({plugins}) => plugins?.['@typescript-eslint'] !== undefined).plugins['@typescript-eslint'];

// Turns off the rules of a plugin but those that are named. A rule that looks at every file costs from a tenth of a second to a second.
const without = (plugin, ...kept) => Object.fromEntries([...ruleNames]
	.filter(name => name.startsWith(`${plugin}/`) && !kept.includes(name.slice(plugin.length + 1)))
	.map(name => [name, 'off']));

// Names of rules, with blanks between them.
const list = (...lines) => lines.flatMap(line => line.split(' '));

const off = names => Object.fromEntries(names.map(name => [name, 'off']));

const typescript = names => names.map(name => `@typescript-eslint/${name}`);

/**
Of three hundred rules of this plugin, those about names and files, those that find mistakes, and a few of style. The others are about browsers,
about libraries that the project does not use, or of taste.
*/
const unicorn = {
	names: list(
		'catch-error-name filename-case name-replacements no-anonymous-default-export no-empty-file no-named-default',
		'no-static-only-class prefer-export-from prefer-node-protocol',
	),
	mistakes: list(
		'error-message explicit-timer-delay new-for-builtins no-abusive-eslint-disable no-accessor-recursion',
		'no-accidental-bitwise-operator no-array-fill-with-reference-type no-array-reverse no-array-sort no-array-splice',
		'no-await-in-promise-methods no-chained-comparison no-confusing-array-splice no-confusing-array-with no-duplicate-if-branches',
		'no-duplicate-loops no-duplicate-set-values no-instanceof-builtins no-invalid-remove-event-listener no-mismatched-map-key',
		'no-misrefactored-assignment no-negation-in-equality-check no-new-buffer no-object-as-default-parameter no-process-exit',
		'no-return-array-push no-single-promise-in-promise-methods no-subtraction-comparison no-this-assignment',
		'no-unsafe-sqlite-interpolation no-useless-recursion no-xor-as-exponentiation prefer-type-error require-array-join-separator',
		'require-number-to-fixed-digits-argument throw-new-error',
	),
	style: list(
		'explicit-length-check no-for-each no-lonely-if no-negated-condition no-nested-ternary no-useless-fallback-in-spread',
		'no-useless-promise-resolve-reject no-zero-fractions number-literal-case numeric-separators-style prefer-array-flat-map',
		'prefer-array-index-of prefer-code-point prefer-default-parameters prefer-math-min-max prefer-math-trunc',
		'prefer-native-coercion-functions prefer-negative-index prefer-number-properties prefer-optional-catch-binding prefer-set-size',
		'prefer-string-slice prefer-string-trim-start-end prefer-structured-clone switch-case-braces',
	),
};

/**
Of the rules on `node:test`, those that find a test that cannot fail, is not run, or waits.
*/
const tests = list(
	'no-assert-throws-async no-assert-throws-call no-async-describe no-commented-tests no-constant-assertion',
	'no-identical-assertion-arguments no-identical-title no-incorrect-deep-equal no-incorrect-strict-equal no-nested-tests',
	'no-only-test no-sleep-in-test no-todo-test no-unawaited-promise-assertion no-unawaited-rejects no-unawaited-subtest',
	'prefer-strict-assert test-title',
);

/**
What the compiler finds, with the strictness of `tsconfig.json`, and what cannot stand in a module, which is strict: no `enum` and no `namespace`
(`erasableSyntaxOnly`), names declared twice, private members that nobody uses, endings of imports.
*/
const proven = [
	...typescript(list(
		'adjacent-overload-signatures no-dupe-class-members no-duplicate-enum-values no-misused-new no-namespace no-redeclare',
		'no-unnecessary-qualifier no-unsafe-declaration-merging no-unsafe-enum-comparison no-unused-private-class-members',
		'prefer-literal-enum-member prefer-namespace-keyword no-useless-empty-export',
	)),
	...list(
		'no-use-extend-native/no-use-extend-native no-caller no-delete-var no-extend-native no-global-assign no-implicit-globals',
		'no-iterator no-label-var no-nonoctal-decimal-escape no-octal no-octal-escape no-proto no-shadow-restricted-names',
		'no-unexpected-multiline no-unsafe-optional-chaining no-unused-labels valid-typeof block-scoped-var no-inner-declarations',
		'no-unassigned-vars',
	),
];

/**
What another rule says as well, such as those on patterns, of which a plugin of their own has more; and what would cost more than a tenth of a
second for mistakes that nobody makes here.
*/
const spared = list(
	'no-alert no-compare-neg-zero no-control-regex no-extra-boolean-cast no-loss-of-precision no-misleading-character-class',
	'no-prototype-builtins no-regex-spaces no-script-url no-unmodified-loop-condition no-useless-escape no-useless-return',
	'regexp/no-contradiction-with-assertion max-lines new-cap',
);

/**
Formatting that nobody gets wrong, or that goes wrong together with what another rule finds.
*/
const spaces = list(
	'comma-style computed-property-spacing dot-location function-call-argument-newline function-call-spacing generator-star-spacing',
	'linebreak-style new-parens no-extra-semi no-floating-decimal no-mixed-spaces-and-tabs no-whitespace-before-property',
	'rest-spread-spacing semi-spacing semi-style switch-colon-spacing template-curly-spacing template-tag-spacing',
	'type-generic-spacing type-named-tuple-spacing wrap-iife yield-star-spacing',
).map(name => `@stylistic/${name}`);

const promises = typescript(list('await-thenable no-floating-promises no-misused-promises'));

/**
The rules that ask the compiler for types, but those of promises. Where they are off, most of the checking that the compiler does is not done again.
*/
const typed = Object.entries(typescriptRules)
	.filter(([, {meta}]) => meta.docs?.requiresTypeChecking === true)
	.map(([name]) => `@typescript-eslint/${name}`)
	.filter(name => !promises.includes(name));

const purity = 'The core is pure: time, randomness and I/O arrive as arguments.';

/**
Texts, patterns and addresses cannot be broken. A tab counts as one character.
*/
const longLines = {
	tabWidth: 1, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true,
};

/**
One program, read once and never again, where nothing is written while the linter runs: `npm run lint` says so. Else the service of editors
has a program for each `tsconfig.json`, and looks for changes at each file.
*/
const program = process.env.TSESTREE_SINGLE_RUN === 'true'
	? [{
		files: ['{source,test,tools,bench}/**/*.{ts,tsx}'],
		ignores: ['source/core/ambient.d.ts'],
		languageOptions: {parserOptions: {projectService: false, project: ['test/tsconfig.json'], tsconfigRootDir: import.meta.dirname}},
	}]
	: [];

/**
@type {import('xo').FlatXoConfig}
*/
const config = [
	{ignores: ['dist/**']},
	...program,
	{
		files: ['**/*.{ts,tsx}'],
		rules: {
			// The tests are of `node:test`.
			...without('ava'),
			// The compiler knows the types, and doc blocks have no tags.
			...without('jsdoc', 'informative-docs'),
			...without('unicorn', ...unicorn.names, ...unicorn.mistakes, ...unicorn.style),
			...without('node-test', ...tests),
			// The compiler finds imports, knip packages that are not listed, and the test of the architecture circles.
			...without('import-x', 'first', 'newline-after-import', 'no-duplicates', 'no-empty-named-blocks', 'no-mutable-exports', 'no-unassigned-import', 'order'),
			...without('n', 'no-deprecated-api', 'prefer-global/buffer', 'prefer-global/console', 'prefer-global/process', 'process-exit-as-throw'),
			...off([...proven, ...spared, ...spaces]),
			// The house style asks for these.
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			// Signals, headers, contexts and components are called what they are called.
			'@typescript-eslint/naming-convention': 'off',
			'@stylistic/max-len': ['error', {...longLines, code: 140}],
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
		files: ['test/**/*.ts', 'tools/**/*.ts', 'bench/**/*.{ts,tsx}'],
		rules: {
			...off(typed),
			...without('jsdoc'),
			...without('regexp'),
			...without('unicorn', ...unicorn.names, ...unicorn.mistakes),
		},
	},
	{
		files: ['package.json'],
		rules: {
			// The package has no dependencies, so that they hold for the development tools and the bundle alone.
			'package-json/no-overrides-in-published-package': 'off',
			// The libraries that the release patches are pinned to one version.
			'package-json/dependency-version-range': ['error', {range: 'caret', exceptions: ['ink', 'ink-table', 'meow', 'prom-client', 'string-width', 'undici']}],
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
