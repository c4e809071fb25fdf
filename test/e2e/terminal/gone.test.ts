import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {isAlive, until} from '../../helpers/processes.js';
import {isLive, watchSimulator} from '../watched.js';

/** The sequence that Ink writes when the process ends, where it still can. */
const showCursor = '\u{1B}[?25h';

/** The last entry of a debug log, which outlives the terminal. */
function lastEntry(file: string): Readonly<Record<string, unknown>> {
	return JSON.parse(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '') as Readonly<Record<string, unknown>>;
}

test('a terminal that is gone without a signal ends the monitor quietly, without a report of a crash', async () => {
	const folder = freshFolder();
	const log = path.join(folder, 'log');
	const errors = path.join(folder, 'errors');
	// A process in a session of its own gets no signal when the terminal goes: it finds out by reading or writing.
	await using watched = await watchSimulator({
		isUnderShell: true, args: ['--debug-log', log], env: {XDG_STATE_HOME: folder}, line: command => String.raw`exec 3<&0; setsid sh -c "echo \$\$ >${folder}/pid; exec ${command.replaceAll('\'', '')} 2>${errors}" <&3 & sleep 60`,
	});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	const pid = Number(readFileSync(path.join(folder, 'pid'), 'utf8'));
	assert.ok(isAlive(pid));
	await screen.close();
	await until(() => !isAlive(pid));

	assert.deepEqual([lastEntry(log).kind, lastEntry(log).code, readFileSync(errors, 'utf8').replaceAll(showCursor, '')], ['end', 129, '']);
});

test('a terminal that does not take its settings back does not keep the process', async () => {
	const refusing = 'const{ReadStream:{prototype}}=process.getBuiltinModule(`tty`);const{setRawMode}=prototype;prototype.setRawMode=function(isRaw){if(!isRaw)throw(new(Error)(`EIO`));return(setRawMode.call(this,isRaw))}';
	await using watched = await watchSimulator({env: {NODE_OPTIONS: `--import=data:text/javascript,${refusing}`}});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	screen.press('q');
	assert.equal((await screen.waitForExit()).code, 0);
});
