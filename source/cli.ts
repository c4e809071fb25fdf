#!/usr/bin/env node
import module from 'node:module';
import process from 'node:process';
import v8 from 'node:v8';
import {limitHeap} from './process/limit-heap.js';
import {describeUnfitNode} from './process/node-version.js';

// This file imports nothing that an old Node could not load, and all that follows is loaded by hand.

limitHeap(v8);

// Without a listener Node opens its inspector on this signal, to whoever is on the machine.
process.on('SIGUSR1', () => undefined);

// React's development build keeps every frame it measures.
process.env.NODE_ENV = 'production';

const unfit = describeUnfitNode(process.versions.node);
if (unfit === undefined) {
	// What was compiled once is not compiled again at the next start.
	module.enableCompileCache();
	const {run} = await import('./commands/dispatch.js');
	const {argv, env: environment, stdin, stdout, stderr} = process;
	process.exitCode = await run({
		argv: argv.slice(2), environment, stdin, stdout, stderr,
	});
} else {
	process.stderr.write(`${unfit}\n`);
	process.exitCode = 2;
}
