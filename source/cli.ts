#!/usr/bin/env node
import module from 'node:module';
import process from 'node:process';
import v8 from 'node:v8';
import {describeUnfitNode} from './node-version.js';

// This file imports nothing that an old Node could not load, and all that follows is loaded by hand.

// Without a listener Node opens its inspector on this signal, to whoever is on the machine.
process.on('SIGUSR1', () => undefined);

// React's development build keeps every frame it measures.
process.env.NODE_ENV = 'production';

const unfit = describeUnfitNode(process.versions.node);
if (unfit === undefined) {
	// What was compiled once is not compiled again at the next start.
	module.enableCompileCache();
	// A monitor stays for weeks, and is to be small rather than quick: a poll's garbage is collected early instead of piling up.
	v8.setFlagsFromString('--max-semi-space-size=4');
	v8.setFlagsFromString('--optimize-for-size');
	const {run} = await import('./run.js');
	const {argv, env: environment, stdin, stdout, stderr} = process;
	process.exitCode = await run({
		argv: argv.slice(2), environment, stdin, stdout, stderr,
	});
} else {
	process.stderr.write(`${unfit}\n`);
	process.exitCode = 2;
}
