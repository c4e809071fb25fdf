import {describeAtLeast, describeCoarsely} from '../text/duration.js';
import {integrations, type Integration, type Standing} from '../instance/integration.js';
import type {Row} from '../fleet/row.js';
import type {Symbols} from '../screen/symbols.js';
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
export function glyphCell({tracked}: Row, symbols: Symbols): Line {
	const {instance, gone} = tracked;
	return [span(symbols.states[instance.state.kind], gone === undefined ? stateTone(instance.state) : 'dim')];
}

/** Glyph and word, and the marks of what is stuck, flaps, is new or odd. */
export function stateCell(row: Row, symbols: Symbols): Line {
	const {tracked, isStuck, isFlapping, isNew, isAcknowledged: isKnown, facts} = row;
	const {instance, gone} = tracked;
	if (gone !== undefined) {
		return [...glyphCell(row, symbols), span(' '), span('gone', 'gone')];
	}

	const isFine = instance.state.kind === 'connected';
	const isQuiet = isFine || isKnown;
	const marks = [isStuck ? symbols.stuck : '', isFlapping ? symbols.flapping : '', isNew ? symbols.fresh : '', facts.odd.length > 0 && isFine ? '!' : ''].filter(mark => mark !== '');
	return [
		...glyphCell(row, symbols),
		span(` ${stateWord(instance.state)}`, isQuiet ? 'plain' : stateTone(instance.state)),
		...marks.map(mark => span(` ${mark}`, 'caution')),
	];
}

export function nameCell({tracked}: Row): Line {
	return [span(tracked.instance.name, tracked.gone === undefined ? 'plain' : 'gone')];
}

export function sinceCell({tracked, lasted}: Row, symbols: Symbols): Line {
	const {since, instance} = tracked;
	const text = since.isExact ? describeCoarsely(lasted) : `${symbols.atLeast} ${describeAtLeast(lasted)}`;
	return [span(text, instance.state.kind === 'connected' ? 'dim' : 'plain')];
}

export function actionCell({action, tracked, isAcknowledged: isKnown}: Row): Line {
	if (tracked.gone !== undefined) {
		return [span('')];
	}

	return [span(isKnown && action !== 'ok' ? 'known' : action, action === 'ok' || isKnown ? 'dim' : stateTone(tracked.instance.state))];
}

export function integrationsCell({facts}: Row, symbols: Symbols): Line {
	return integrations.map((integration, index) => standingSpan(facts.integrations[index] ?? 'missing', integrationLetters[integration], symbols));
}

function standingSpan(standing: Standing, letter: string, symbols: Symbols): Span {
	switch (standing) {
		case 'on': {
			return span(letter);
		}

		case 'trouble': {
			return span('!', 'caution');
		}

		case 'off': {
			return span(symbols.off, 'dim');
		}

		case 'missing': {
			return span('-', 'dim');
		}
	}
}
