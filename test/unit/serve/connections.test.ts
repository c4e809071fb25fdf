import assert from 'node:assert/strict';
import test from 'node:test';
import {createConnections, type Connection} from '../../../source/serve/connections.js';

/** Connections of which three are kept, and the names of those that were cut off. */
function openThree() {
	const cut: string[] = [];
	const connections = createConnections<Connection>(3);
	const open = (name: string, remoteAddress = 'crowd') => {
		const connection = {
			remoteAddress,
			destroy() {
				cut.push(name);
			},
		};
		connections.opened(connection);
		return connection;
	};

	return {...connections, cut, open};
}

test('a new connection takes the place of the one that has been without a whole request for longest, then of one that is kept, then of a reader', () => {
	const {cut, open, answering, answered} = openThree();
	const [reader, kept] = [open('reader'), open('kept')];
	answering(reader);
	answering(kept);
	answered(kept);
	open('half');
	open('half, later');
	assert.deepEqual(cut, ['half']);
	answering(open('slow'));
	assert.deepEqual(cut, ['half', 'half, later']);
	answering(open('slower'));
	assert.deepEqual(cut, ['half', 'half, later', 'kept']);
	open('last');
	assert.deepEqual(cut, ['half', 'half, later', 'kept', 'reader']);
});

test('of those that are kept the one goes that was used least lately, and one that has closed leaves room', () => {
	const {cut, open, answering, answered, closed} = openThree();
	const [first, second, third] = [open('first'), open('second'), open('third')];
	for (const each of [second, third, first]) {
		answering(each);
		answered(each);
	}

	closed(third);
	open('fourth');
	assert.deepEqual(cut, []);
	answering(open('fifth'));
	open('sixth');
	assert.deepEqual(cut, ['fourth', 'second']);
});

test('a crowd from one address takes no place of another\'s', () => {
	const {cut, open} = openThree();
	open('prometheus', 'own');
	for (let index = 0; index < 5; index++) {
		open(`of the crowd: ${index}`);
	}

	assert.deepEqual(cut, ['of the crowd: 0', 'of the crowd: 1', 'of the crowd: 2']);
});

test('an answer that ends on a connection that was cut off brings it not back', () => {
	const {cut, open, answering, answered} = openThree();
	const gone = open('gone');
	answering(gone);
	for (const name of ['a', 'b', 'c']) {
		answering(open(name));
	}

	answered(gone);
	open('d');
	assert.deepEqual(cut, ['gone', 'a']);
});
