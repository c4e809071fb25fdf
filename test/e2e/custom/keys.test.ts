import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {freshFolder} from '../../helpers/fresh-folder.js';
import {isLive, watchSimulator} from '../watched.js';

const skip = process.platform === 'win32' ? 'needs a shell' : false;

const toml = `
[keys]
"help.toggle" = ["H"]
[[command]]
name = "token"
key = "f5"
run = ["sh", "-c", "echo token=[$RYZE_TOKEN$Token_Account] $RYZETOP_STATE"]
[[command]]
name = "ask"
key = "f7"
confirm = true
run = ["echo", "--", "PLACE"]
output = "page"
[[command]]
name = "type"
key = "f8"
output = "terminal"
run = ["sh", "-c", "printf 'who? '; read -r who; echo got-$who; read -r more; test $more = on"]
`.replace('PLACE', '{name}');

test('keys and commands of one\'s own: a notice without a token, a question and a page, and the terminal lent', {skip}, async () => {
	const config = path.join(freshFolder(), 'config.toml');
	writeFileSync(config, toml, {mode: 0o600});
	await using watched = await watchSimulator({args: ['--config', config], isStill: true});
	const {screen} = watched;
	await screen.waitFor(isLive, 'the first answer');
	assert.match(screen.lines().at(-1) ?? '', / H help/v);
	screen.press('F5');
	await screen.waitFor(() => screen.text().includes('token: token=[] '), 'the notice');
	screen.press('F7');
	await screen.waitFor(() => /ask for \S+\? y yes, any other key no/v.test(screen.text()), 'the question');
	screen.press('y');
	await screen.waitFor(() => screen.lines().at(-1)?.startsWith(' q back') ?? false, 'the page');
	assert.doesNotMatch(screen.text(), /It printed nothing/v);
	screen.press('q');
	await screen.waitFor(() => screen.lines().at(-1)?.includes(' q quit') ?? false, 'the grid');
	screen.press('F8');
	await screen.waitFor(() => !screen.alternate() && screen.text().includes('who?'), 'the program');
	screen.write('me\r');
	await screen.waitFor(() => screen.text().includes('got-me'), 'what was typed');
	screen.write('on\r');
	await screen.waitFor(() => screen.alternate() && screen.text().includes('type is done'), 'the picture again');
	screen.press('j');
	await screen.waitFor(() => screen.lines().at(-1)?.includes(' 2/') ?? false, 'a key');
});
