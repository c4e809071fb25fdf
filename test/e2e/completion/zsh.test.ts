import path from 'node:path';
import {test} from 'node:test';
import {openScreen, type Screen} from '../../helpers/screen.js';
import {cases} from './cases.js';
import {missing, pathWithNames, scriptOf} from './shells.js';

const skip = missing('zsh');

const open = (folder: string) => openScreen('zsh', ['-f', '-i'], {columns: 120, rows: 60, env: {PS1: 'ready> ', ZDOTDIR: folder, PATH: pathWithNames(folder)}});

/** Types a command and waits until it has left nothing but the prompt. */
const prepare = async (screen: Screen, command: string) => {
	await screen.waitFor(() => screen.text().includes('ready>'), 'the prompt');
	screen.write(`${command}; PS1='set> '; clear\n`);
	await screen.waitFor(() => screen.text() === 'set>', 'the shell to be ready');
};

/** Types a line and Tab, and waits for what that must lead to: the only word in its place, a list of several, or nothing. */
const complete = async (screen: Screen, words: readonly string[], offered: readonly string[]) => {
	const typed = ['ryzetop', ...words].join(' ');
	const before = typed.slice(0, typed.length - (words.at(-1) ?? '').length);
	screen.write(`\u{15}\u{C}${typed}`);
	await screen.waitFor(() => lineOf(screen) === typed.trimEnd(), `the line ${typed}`);
	screen.write('\t');
	if (offered.length > 1) {
		await screen.waitFor(() => offered.every(word => screen.lines().slice(1).join(' ').split(/\s+/v).includes(word)), `${offered.join(', ')} below ${typed}`);
		return;
	}

	// The next character typed shows where the completion left the cursor: after the blank it ends a word with.
	screen.write('X');
	const [only] = offered;
	const lines = only === undefined ? [`${typed}X`] : [`${before}${only} X`, `${before}${only}X`];
	await screen.waitFor(() => lines.includes(lineOf(screen) ?? ''), lines.join(' or '));
};

const lineOf = (screen: Screen) => screen.lines()[0]?.replace(/^set> ?/v, '');

/** Other files than the one that is meant may stand beside it, which makes the list another one on every system. */
const settled = cases.filter(([words]) => words.at(-1)?.includes('/etc/') !== true);

const setting = 'autoload -U compinit; unsetopt list_beep auto_menu list_ambiguous; setopt no_beep';

test('zsh completes from the script that it has read', {skip}, async () => {
	using script = scriptOf('zsh');
	await using screen = open(script.folder);
	await prepare(screen, `${setting}; compinit -u -D; source ${script.file}`);
	for (const [words, offered] of settled) {
		// eslint-disable-next-line no-await-in-loop -- one line after the other
		await complete(screen, words, offered);
	}

	await complete(screen, ['wait', 'sa'], ['sales-04']);
	await complete(screen, ['wait', 'aç'], [String.raw`ação\ `]);
	await complete(screen, ['--instance', 'x,sa'], ['x,sales-04']);
	await complete(screen, ['--instance', 'x'], []);
	await complete(screen, ['wait', 'z'], ['z\\$\\(touch\\ owned\\)\\`touch\\ owned\\`\\;\\\'\\"']);
	await complete(screen, ['--token-file', path.join(script.folder, 'ryze')], [script.file]);
});

test('zsh completes from the script in a folder of fpath', {skip}, async () => {
	using script = scriptOf('zsh', '_ryzetop');
	await using screen = open(script.folder);
	await prepare(screen, `${setting}; fpath=(${script.folder} $fpath); compinit -u -D`);
	await complete(screen, ['sim'], ['simulate']);
	await complete(screen, ['--scenario=b'], ['--scenario=busy']);
});

test('after -- zsh is offered no option', {skip}, async () => {
	using script = scriptOf('zsh');
	await using screen = open(script.folder);
	await prepare(screen, `${setting}; compinit -u -D; source ${script.file}`);
	await complete(screen, ['--', '--sce'], []);
	await complete(screen, ['--', 'is:st'], ['is:stuck']);
});

test('zsh completes from a script that it has read before its completion was set up', {skip}, async () => {
	using script = scriptOf('zsh');
	await using screen = open(script.folder);
	await prepare(screen, `${setting}; source ${script.file}; compinit -u -D`);
	await complete(screen, ['sim'], ['simulate']);
});
