import assert from 'node:assert/strict';
import {test} from 'node:test';
import {describeRefusal} from '../../../source/process/describe-refusal.js';

test('what the system refuses is said in one line, with what can be done about it', () => {
	const error = Object.assign(new Error('EMFILE: too many open files, open \'/usr/lib/x.js\''), {code: 'EMFILE', syscall: 'open'});
	assert.equal(describeRefusal(error), 'ryzetop: The system refuses what the program needs (EMFILE, open). Too many files are open. ulimit -n shows the limit.');
	const missing = Object.assign(new Error('ENOENT'), {code: 'ENOENT', syscall: 'open'});
	assert.equal(describeRefusal(missing), 'ryzetop: The system refuses what the program needs (ENOENT, open).');
});

test('a fault of the program is none of the system', () => {
	assert.deepEqual([describeRefusal(new TypeError('x is not a function')), describeRefusal('text')], [undefined, undefined]);
});
