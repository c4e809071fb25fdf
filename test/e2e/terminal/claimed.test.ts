import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {isLive, watchSimulator} from '../watched.js';

/** Ways in which Node and libraries print, at a signal. */
const prints = [
	'process.emitWarning(`PRINTED-1`)',
	'process.emitWarning(`PRINTED-2`,`DeprecationWarning`,`DEP0`)',
	'process.emitWarning(`PRINTED-3`,`ExperimentalWarning`)',
	'console.log(`PRINTED-4`)',
	'console.trace(`PRINTED-5`)',
	'process.stderr.write(`PRINTED-6`)',
	'process.stdout.write(`PRINTED-7`)',
	'for(var/**/i=0;i<11;i++)process.on(`PRINTED-8`,()=>0)',
];

test('what Node and libraries print does not reach the screen, but the debug log', async () => {
	const log = path.join(freshFolder(), 'debug.log');
	const NODE_OPTIONS = `--trace-warnings --import=data:text/javascript,process.on(\`SIGUSR2\`,()=>{${prints.join(';')}})`;
	await using watched = await watchSimulator({
		isUnderShell: true, isStill: true, args: ['--debug-log', log], env: {NODE_OPTIONS, NODE_DEBUG: 'timer', NODE_TLS_REJECT_UNAUTHORIZED: '0'},
	});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const drawn = screen.lines().toSpliced(1, 1);
	const from = screen.byteCount();
	screen.kill('SIGUSR2');
	const isPrinted = () => prints.every((_, index) => readFileSync(log, 'utf8').includes(`PRINTED-${index + 1}`));
	// Each second a poll changes the line with the time.
	await screen.waitFor(isPrinted, 'the lines in the log');
	assert.deepEqual(screen.lines().toSpliced(1, 1), drawn);
	screen.press('q');
	await screen.waitForExit();
	assert.doesNotMatch(screen.bytes(from).split('\u{1B}[?1049l', 1)[0] ?? '', /PRINTED|Warning|TIMER/v);
	assert.match(screen.text(), /ryzetop watched [\s\S]*TTY-SAME\nCODE=0/v);
	assert.match(readFileSync(log, 'utf8'), /"kind":"printed","text":"TIMER/v);
});
