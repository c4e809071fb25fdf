#!/usr/bin/env node
import module from 'node:module';
import process from 'node:process';
import v8 from 'node:v8';
import {takeForeignVariables} from './process/foreign-variables.js';
import {limitHeap} from './process/limit-heap.js';
import {describeOldNode} from './process/node-version.js';

// This file statically imports only modules that an old Node can load. All others are imported after the check of the version.

limitHeap(v8);

// Without a listener Node opens its inspector on this signal, for every user of the machine.
process.on('SIGUSR1', () => undefined);

// React's development build keeps the measurements of every frame in memory.
process.env.NODE_ENV = 'production';

const foreign = takeForeignVariables(process.env);

const problem = describeOldNode(process.versions.node);
if (problem === undefined) {
	// Compiled modules are cached for the next start.
	module.enableCompileCache();
	const {dispatch} = await import('./commands/dispatch.js');
	const {endInTime} = await import('./process/end-in-time.js');
	const {argv, env: environment, stdin, stdout, stderr} = process;
	process.exitCode = await dispatch({
		argv: argv.slice(2), environment, foreign, stdin, stdout, stderr,
	});
	endInTime();
} else {
	process.stderr.write(`${problem}\n`);
	process.exitCode = 2;
}
