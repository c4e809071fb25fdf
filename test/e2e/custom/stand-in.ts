import assert from 'node:assert/strict';
import process from 'node:process';
import {runProgram} from '../../../source/process/children/run-program.js';
import {runOf} from '../../helpers/custom/try-names.js';

/** A program that prints its arguments, the name in its environment and the name in its JSON, as one line. */
const standIn = 'const {argv, env, stdin} = process; let text = ""; stdin.on("data", piece => { text += piece; }).on("end", () => { console.log(JSON.stringify([argv.slice(1), env.RYZETOP_NAME, JSON.parse(text).name])); });';

/** Starts a stand-in for so many hostile names, and sees that it gets each of them whole. Returns how many were run. */
export async function startForNames(count: number): Promise<number> {
	let started = 0;
	for (let number = 0; number < count; number++) {
		const run = runOf(number, [process.execPath, '-e', standIn, '--', '{name}', '$HOME', '{name}']);
		if (run === undefined) {
			continue;
		}

		started++;
		const {argv, variables, input, name} = run;
		// eslint-disable-next-line no-await-in-loop -- one after the other, as keys are
		const {lines, problem} = await runProgram({argv, environment: {...process.env, ...variables}, input});
		assert.equal(problem, undefined);
		// What is printed comes as signs that can be seen; JSON has escapes for most of what is sanitised.
		assert.equal(lines.length, 1, JSON.stringify(name));
		if (/^[\u{20}-\u{7E}]*$/v.test(name)) {
			assert.deepEqual(JSON.parse(lines[0] ?? ''), [[name, '$HOME', name], name, name]);
		}
	}

	return started;
}
