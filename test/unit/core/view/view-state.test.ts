import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startPrompt} from '../../../../source/core/view/prompt.js';
import {gridText} from '../../../../source/core/view/typed-texts.js';
import {focusedPlace, initialView} from '../../../../source/core/view/view-state.js';

test('the keys go to the prompt before an overlay, and to an overlay before the view below it', () => {
	const prompt = {
		typed: gridText, prompt: startPrompt('', []), former: '', formerDetail: initialView.detail,
	} as const;
	assert.equal(focusedPlace(initialView), 'grid');
	assert.equal(focusedPlace({...initialView, place: 'detail'}), 'detail');
	assert.equal(focusedPlace({...initialView, place: 'events', overlay: 'help'}), 'help');
	assert.equal(focusedPlace({...initialView, overlay: 'help', prompt}), 'prompt');
});
