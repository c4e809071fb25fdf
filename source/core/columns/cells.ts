import {describeAtLeast, describeCoarsely} from '../text/duration.js';
import {integrations, type Integration, type Standing} from '../instance/integration.js';
import type {Row} from '../fleet/row.js';
import type {Signs} from '../screen/symbols.js';
import {stateWord} from '../instance/state-word.js';
import {
	span,
	type Line,
	type Span,
	stateTone,
} from '../screen/span.js';

/** The letters of the integrations, in the order of `WSCP3`. */
export const integrationLetters: Readonly<Record<Integration, string>> = {
	webhook: 'W', websocket: 'S', chatwoot: 'C', proxy: 'P', s3: '3',
};

/** The state's glyph alone. */
export function glyphCell({tracked}: Row, signs: Signs): Line {
	const {instance, gone} = tracked;
	return [span(signs.states[instance.state.kind], gone === undefined ? stateTone(instance.state) : 'dim')];
}

/** Glyph and word, and the marks of what is stuck, flaps, is new or odd. */
export function stateCell(row: Row, signs: Signs): Line {
	const {tracked, isStuck, isFlapping, isNew, isKnown, facts} = row;
	const {instance, gone} = tracked;
	if (gone !== undefined) {
		return [...glyphCell(row, signs), span(' '), span('gone', 'gone')];
	}

	const isFine = instance.state.kind === 'connected';
	const isQuiet = isFine || isKnown;
	const marks = [isStuck ? signs.stuck : '', isFlapping ? signs.flapping : '', isNew ? signs.fresh : '', facts.odd.length > 0 && isFine ? '!' : ''].filter(mark => mark !== '');
	return [
		...glyphCell(row, signs),
		span(` ${stateWord(instance.state)}`, isQuiet ? 'plain' : stateTone(instance.state)),
		...marks.map(mark => span(` ${mark}`, 'caution')),
	];
}

export function nameCell({tracked}: Row): Line {
	return [span(tracked.instance.name, tracked.gone === undefined ? 'plain' : 'gone')];
}

export function sinceCell({tracked, lasted}: Row, signs: Signs): Line {
	const {since, instance} = tracked;
	const text = since.isExact ? describeCoarsely(lasted) : `${signs.atLeast} ${describeAtLeast(lasted)}`;
	return [span(text, instance.state.kind === 'connected' ? 'dim' : 'plain')];
}

export function actionCell({action, tracked, isKnown}: Row): Line {
	if (tracked.gone !== undefined) {
		return [span('')];
	}

	return [span(isKnown && action !== 'ok' ? 'known' : action, action === 'ok' || isKnown ? 'dim' : stateTone(tracked.instance.state))];
}

export function integrationsCell({facts}: Row, signs: Signs): Line {
	return integrations.map((integration, index) => standingSpan(facts.integrations[index] ?? 'missing', integrationLetters[integration], signs));
}

function standingSpan(standing: Standing, letter: string, signs: Signs): Span {
	switch (standing) {
		case 'on': {
			return span(letter);
		}

		case 'trouble': {
			return span('!', 'caution');
		}

		case 'off': {
			return span(signs.off, 'dim');
		}

		case 'missing': {
			return span('-', 'dim');
		}
	}
}
