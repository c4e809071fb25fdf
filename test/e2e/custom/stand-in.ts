import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import process from 'node:process';
import {runProgram} from '../../../source/process/children/run-program.js';
import {runOf} from '../../helpers/custom/try-names.js';

/** A program that prints its arguments, the name in its environment and the name in its JSON, as one line, in Base64 of their bytes. */
const standIn = 'const btoa = word => Buffer.from(word).toString("base64"); const {argv, env, stdin} = process; let text = ""; stdin.on("data", piece => { text += piece; }).on("end", () => { console.log([...argv.slice(1), env.RYZETOP_NAME, JSON.parse(text).name].map(word => btoa(word)).join(",")); });';

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
		assert.deepEqual(lines.join('').split(',').map(word => Buffer.from(word, 'base64').toString('utf8')), [name, '$HOME', name, name, name]);
	}

	return started;
}
