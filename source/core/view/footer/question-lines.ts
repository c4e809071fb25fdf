import {smallestScreen, type Size} from '../../screen/geometry.js';
import {lineWidth, wrapWords} from '../../screen/line.js';
import {span, type Line} from '../../screen/span.js';
import {cutMiddle} from '../../text/cut-middle.js';
import {cellWidth} from '../../text/measure.js';
import type {Question} from '../view-state.js';

/** A name is not cut to fewer cells for the sake of what stands around it. */
export const leastName = 8;

/** In fewer columns most words would be broken, and nobody reads a question letter by letter. */
const fewestColumns = 12;

const longAnswers = '? y yes, any other key no';
const shortAnswers = '? y yes, else no';

/** Asks in one line. The answers are never cut; the names before them are cut in their middle. */
export function questionLine({command, subject}: Question, width: number, ellipsis: string): Line {
	const ask = (answers: string) => {
		if (subject === undefined) {
			const shown = cutMiddle(command, width - cellWidth(` ${answers}`), ellipsis);
			return {line: [span(` ${shown}${answers}`, 'strong')], isWhole: shown === command};
		}

		const room = width - cellWidth(`  for ${answers}`);
		const shownSubject = cutMiddle(subject, Math.max(leastName, room - cellWidth(command)), ellipsis);
		const shownCommand = cutMiddle(command, room - cellWidth(shownSubject), ellipsis);
		return {line: [span(` ${shownCommand} for ${shownSubject}${answers}`, 'strong')], isWhole: shownCommand === command && shownSubject === subject};
	};

	const [long, short] = [ask(longAnswers), ask(shortAnswers)];
	return long.isWhole ? long.line : short.line;
}

/**
Asks on a screen that is too small for a grid, in as many of its lines as it takes: in one, as the footer does, where that is as wide as a
footer, else with nothing cut. `undefined` where there is no room for it.
*/
export function questionLines(question: Question, {columns, rows}: Size, ellipsis: string): readonly Line[] | undefined {
	if (columns >= smallestScreen.columns) {
		return [questionLine(question, columns, ellipsis)];
	}

	const {command, subject} = question;
	const asked = `${command}${subject === undefined ? '' : ` for ${subject}`}${shortAnswers}`;
	const lines = wrapWords([span(asked, 'strong')], columns);
	return columns >= fewestColumns && lines.length <= rows && lines.every(line => lineWidth(line) <= columns) ? lines : undefined;
}
