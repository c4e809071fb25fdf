import assert from 'node:assert/strict';
import test from 'node:test';
import {commandWords} from '../../../../source/cli/option.js';
import {isQuestion} from '../../../../source/process/start/is-question.js';
import {questions, writeAnswers} from '../../../../tools/release/answers/write-answers.js';

test('what is always answered alike is known by its words, and a command that does something is not', () => {
	assert.deepEqual(questions.filter(argv => !isQuestion(argv)), []);
	assert.deepEqual([[], ['--demo'], ['sales'], ['list', 'down'], ...commandWords.filter(word => word !== 'help' && word !== 'completion').map(word => [word])].filter(argv => isQuestion(argv)), []);
});

test('each question has its answer', async () => {
	const answers = await writeAnswers();
	assert.deepEqual(answers.keys().toArray(), questions.map(argv => argv.join(' ')));
	assert.deepEqual(answers.values().filter(text => !text.endsWith('\n') || text.length < 200).toArray(), []);
	assert.notEqual(answers.get('help list'), answers.get('help check'));
	assert.equal(answers.get('help list'), answers.get('list --help'));
});
