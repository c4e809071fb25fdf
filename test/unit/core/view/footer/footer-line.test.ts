import assert from 'node:assert/strict';
import {test} from 'node:test';
import {lineWidth} from '../../../../../source/core/screen/line.js';
import {span, type Line} from '../../../../../source/core/screen/span.js';
import {bindings} from '../../../../../source/core/keymap/bindings.js';
import {viewIds} from '../../../../../source/core/keymap/places.js';
import {footerLine, type FooterParts} from '../../../../../source/core/view/footer/footer-line.js';
import {sanitize} from '../../../../../source/core/text/sanitize.js';
import type {Notice} from '../../../../../source/core/view/notice.js';
import {someOf} from '../../../../helpers/properties/tries.js';
import {textOf} from '../../../../helpers/watch-polls.js';

const quiet: FooterParts = {
	here: 'grid', words: undefined, notice: undefined, question: undefined, position: '3/44', outOfSight: [],
};

const noticeOf = (text: string, name = ''): Notice => ({
	text, name, tone: 'plain', until: 0,
});

const shown = (parts: Partial<FooterParts>, width: number) => textOf(footerLine({...quiet, ...parts}, width, {keymap: bindings, ellipsis: '…'}));

const visit = noticeOf('since Thu 20:54: 99 outages, 4 still down; e shows them');
const worse: Line = [span('▲ 13 worse above', 'caution')];
const cursor: Line = [span('Thu 14:30–15:00 disconnected 12m 30s, connected 17m 30s')];

test('the footer is as wide as the screen at any width, and has q and ? in every place, whatever else it tells', () => {
	const notices = [undefined, visit, noticeOf('is acknowledged until its state changes', 'logística-matriz-de-cuiabá-mato-grosso'), noticeOf('x')];
	const told = notices.flatMap(notice => [[], worse, cursor].flatMap(outOfSight => ['', '3/44', 'match 12 of 40 found  10000/10000'].map(position => ({notice, outOfSight, position}))));
	for (const here of viewIds) {
		for (const [index, parts] of someOf(told, 4).entries()) {
			// Each of the widths with one in seven of what can be told.
			for (let width = 40 + (index % 7); width <= 200; width += 7) {
				const line = footerLine({...quiet, here, ...parts}, width, {keymap: bindings, ellipsis: '…'});
				const text = textOf(line);
				assert.equal(lineWidth(line), width, text);
				assert.match(text, / q(?: quit| back)? {2}.*\?(?: help)?(?: |$)/v, `${here} at ${width}: ${text}`);
			}
		}
	}
});

test('a notice takes the left, and gives way to the keys that a person has to know', () => {
	assert.equal(shown({notice: visit}, 40), ' since Thu 20:54: 99 outages, 4 …  q  ? ');
	assert.equal(shown({notice: visit}, 60), ' since Thu 20:54: 99 outages, 4 still down; e shows …  q  ? ');
	assert.equal(shown({notice: visit}, 80), ` since Thu 20:54: 99 outages, 4 still down; e shows them${' '.repeat(3)}q quit  ? help  3/44 `);
	assert.equal(shown({notice: visit, outOfSight: worse}, 100), ` since Thu 20:54: 99 outages, 4 still down; e shows them${' '.repeat(5)}q quit  ? help  ▲ 13 worse above  3/44 `.slice(-100));
});

test('in a notice the name gives way before the words', () => {
	const notice = noticeOf('has left the list', 'logística-matriz-de-cuiabá');
	assert.equal(shown({notice}, 80).trimEnd(), ` logística-matriz-de-cuiabá has left the list${' '.repeat(14)}q quit  ? help  3/44`);
	assert.equal(shown({notice}, 40), ' logís…e-cuiabá has left the list  q  ? ');
});

test('what is out of sight is told before the position, and the keys are dropped before both', () => {
	assert.equal(shown({outOfSight: worse}, 80), ` Enter detail  / filter  ! trouble  q quit  ? help${' '.repeat(7)}▲ 13 worse above  3/44 `);
	assert.equal(shown({outOfSight: worse}, 40), ' q quit  ? help  ▲ 13 worse above  3/44 ');
	assert.equal(shown({outOfSight: cursor}, 40), ' q  ?  Thu 14:30–15:00 disconnected 12m…');
});

test('a question takes the whole footer, and its answers are in sight at any width, whatever it is asked for', () => {
	const ask = (command: string, subject: string) => ({command: sanitize(command), subject: sanitize(subject)});
	assert.equal(shown({question: ask('ticket', 'sales-04'), notice: visit, outOfSight: worse}, 60).trimEnd(), ' ticket for sales-04? y yes, any other key no');
	assert.equal(shown({question: ask('ticket', 'sales-04')}, 40).trimEnd(), ' ticket for sales-04? y yes, else no');
	for (const question of [ask('x', 'y'), ask('open a ticket for the customer of it', 'logística-matriz-de-cuiabá-mato-grosso')]) {
		for (let width = 40; width <= 120; width++) {
			const line = footerLine({...quiet, question}, width, {keymap: bindings, ellipsis: '…'});
			assert.equal(lineWidth(line), width);
			assert.match(textOf(line), /\? y yes, (?:any other key|else) no *$/v);
		}
	}
});

test('the footer says what q does here', () => {
	assert.match(shown({}, 80), / q quit /v);
	assert.match(shown({words: {'app.back': 'back'}}, 80), / q back /v);
	assert.deepEqual(viewIds.filter(here => !shown({here}, 80).includes(' q back ')), ['grid']);
});
