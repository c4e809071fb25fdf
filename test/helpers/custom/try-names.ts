import assert from 'node:assert/strict';
import {Wire} from '../../../source/core/json/wire.js';
import {buildRun, type Run, type RunSubject} from '../../../source/core/run/build-run.js';
import type {CustomCommand} from '../../../source/core/run/custom-command.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import {instanceOf} from '../fleet.js';
import {hostileName} from './hostile-names.js';

const subject: RunSubject = {
	instance: instanceOf({name: 'a'}), account: 'prod', url: 'https://ryze.example', computed: {},
};

/** The program that a command comes to for one of the hostile names; `undefined` where it is refused for a good reason. */
export function runOf(number: number, run: CustomCommand['run']): (Run & {readonly name: string}) | undefined {
	const name = hostileName(number);
	const built = buildRun({
		name: sanitize('test'), where: 'grid', run, isAsked: false, output: 'none',
	}, {...subject, instance: {...subject.instance, wire: new Wire({id: '7', name})}});
	if (built.kind === 'value') {
		return {...built.value, name};
	}

	const isSecret = built.problem === 'a part of its name is secret';
	assert.ok(isSecret || name === '' || name.startsWith('-') || name.includes('\0') || !name.isWellFormed(), JSON.stringify(name));
	return undefined;
}

/** Tries so many hostile names: a program gets what was configured, with each name as one whole argument. Returns how many were run. */
export function tryNames(count: number): number {
	const run = ['notify', '--from=ryzetop', '{name}', '--', '{name}', 'end'] as const;
	let built = 0;
	for (let number = 0; number < count; number++) {
		const found = runOf(number, run);
		if (found === undefined) {
			continue;
		}

		built++;
		const {argv, variables, input, name} = found;
		const expected = run.map(argument => argument === '{name}' ? name : argument);
		if (argv.length !== run.length || argv.some((argument, index) => argument !== expected[index])) {
			assert.deepEqual(argv, expected);
		}

		assert.ok(variables.RYZETOP_NAME === name && Object.keys(variables).length === 6 && input.indexOf('\n') === input.length - 1, JSON.stringify(found));
	}

	return built;
}
