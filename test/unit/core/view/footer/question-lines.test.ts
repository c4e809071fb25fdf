import assert from 'node:assert/strict';
import {test} from 'node:test';
import {lineWidth} from '../../../../../source/core/screen/line.js';
import {sanitize} from '../../../../../source/core/text/sanitize.js';
import {questionLines} from '../../../../../source/core/view/footer/question-lines.js';

const ticket = {command: sanitize('ticket'), subject: sanitize('sales-04')};

const linesOf = (columns: number, rows: number, question: Parameters<typeof questionLines>[0] = ticket) =>
	questionLines(question, {columns, rows}, '…')?.map(line => line.map(({text}) => text).join(''));

test('a screen that is too low asks in one line as the footer does, and one that is too narrow in as many as it takes, with nothing cut', () => {
	assert.deepEqual(linesOf(60, 1), [' ticket for sales-04? y yes, any other key no']);
	assert.deepEqual(linesOf(36, 1), ['ticket for sales-04? y yes, else no']);
	assert.deepEqual(linesOf(20, 2), ['ticket for sales-04?', 'y yes, else no']);
	assert.deepEqual(linesOf(12, 24), ['ticket for', 'sales-04? y', 'yes, else no']);
	assert.deepEqual(linesOf(20, 3, {command: sanitize('acknowledge 34 shown')}), ['acknowledge 34', 'shown? y yes, else', 'no']);
});

test('where a part of the question would be out of sight, or its words broken, there is none', () => {
	assert.deepEqual([linesOf(34, 1), linesOf(20, 1), linesOf(12, 2), linesOf(1, 1), linesOf(11, 200)], Array.from({length: 5}));
});

test('no line of a question is wider than the screen, nor are there more of them than it has', () => {
	for (let columns = 1; columns < 60; columns++) {
		for (let rows = 1; rows < 8; rows++) {
			const lines = questionLines({...ticket, subject: sanitize('padaria-漢字-do-bairro')}, {columns, rows}, '…') ?? [];
			assert.ok(lines.length <= rows && lines.every(line => lineWidth(line) <= columns), `${columns}×${rows}`);
		}
	}
});
