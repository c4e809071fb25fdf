#!/usr/bin/env node
import process from 'node:process';
import {takeForeignVariables} from './process/foreign-variables.js';
import {describeRefusal} from './process/describe-refusal.js';
import {isQuestion} from './process/start/is-question.js';
import {limitHeap} from './process/start/limit-heap.js';
import {loadBuiltins} from './process/start/load-builtins.js';
import {describeOldNode} from './process/node-version.js';
import {keepWorkingFolder} from './process/working-folder.js';

// This file statically imports only modules that an old Node can load. All others are imported after the check of the version.

const problem = describeOldNode(process.versions.node);

// Without a listener Node opens its inspector on the first of these, for every user of the machine. The second means nothing here, and
// would end the program. So would the third, for a file that is as long as `ulimit -f` allows: the write fails by itself.
for (const signal of ['SIGUSR1', 'SIGUSR2', 'SIGXFSZ'] as const) {
	process.on(signal, () => undefined);
}

if (problem === undefined) {
	// React's development build keeps the measurements of every frame in memory.
	process.env.NODE_ENV = 'production';
	const foreign = takeForeignVariables(process.env);
	keepWorkingFolder(process);
	const {argv, env: environment, stdout} = process;
	const given = argv.slice(2);
	try {
		// Node's own modules are compiled anew once a flag is set, so that what is answered at once does without.
		const answer = isQuestion(given) ? await import('./commands/answer/is-answered.js') : undefined;
		if (!await answer?.isAnswered(given, stdout, environment)) {
			loadBuiltins(process);
			limitHeap(process.getBuiltinModule('node:v8'));
			const {dispatch} = await import('./commands/dispatch.js');
			const {endInTime} = await import('./process/end-in-time.js');
			const {stdin, stderr} = process;
			process.exitCode = await dispatch({
				argv: given, environment, foreign, stdin, stdout, stderr,
			});
			endInTime();
		}
	} catch (error) {
		const refusal = describeRefusal(error);
		if (refusal === undefined) {
			throw error;
		}

		process.stderr.write(`${refusal}\n`);
		process.exitCode = 3;
	}
} else {
	// Where it runs from a clone, that has a Node that will do.
	const {findNode} = await import('./process/old-node/find-node.js');
	const {runOnNode} = await import('./process/old-node/run-on-node.js');
	const node = findNode(import.meta.url, process.execPath);
	const code = node === undefined ? undefined : await runOnNode(node);
	if (code === undefined) {
		const {describeWayOn} = await import('./process/old-node/describe-way-on.js');
		// A monitoring system reads standard output, and would take 2 for a fault of the fleet.
		const isCheck = process.argv[2] === 'check';
		const said = `${isCheck ? 'RYZETOP UNKNOWN: ' : ''}${problem} ${describeWayOn(process.argv)}`;
		(isCheck ? process.stdout : process.stderr).write(`${said}\n`);
		process.exitCode = isCheck ? 3 : 2;
	} else {
		process.exitCode = code;
	}
}
