import {cutMiddle} from '../text/cut-middle.js';
import {blocks, integrations} from '../blocks/blocks.js';
import {actionsForPeople, type Action} from '../instance/action.js';
import type {ConnectionState} from '../instance/instance.js';
import type {Standing} from '../instance/integration.js';
import {describeSeen} from '../fleet/seen/describe-lasted.js';
import type {Row} from '../fleet/row.js';
import type {Symbols} from '../screen/symbols.js';
import {stateWord} from '../instance/state-word.js';
import {
	span,
	type Line,
	type Span,
	stateTone,
	type Tone,
} from '../screen/span.js';
import {textCell} from './column-row.js';

/** Shows the symbol of the state alone; the symbol of an instance that is gone is dim. */
export function symbolCell({tracked}: Row, symbols: Symbols): Line {
	const {instance, gone} = tracked;
	return [span(symbols.states[instance.state.kind], gone === undefined ? stateTone(instance.state) : 'dim')];
}

/** Shows the symbol and the word of the state, and the marks of an instance that is stuck, flapping, new, or connected and odd. */
export function stateCell(row: Row, symbols: Symbols): Line {
	const {tracked, isStuck, isFlapping, isNew, isAcknowledged, facts} = row;
	const {instance, gone} = tracked;
	if (gone !== undefined) {
		return [...symbolCell(row, symbols), span(' '), span('gone', 'gone')];
	}

	const isConnected = instance.state.kind === 'connected';
	const tone = isConnected || isAcknowledged ? 'plain' : stateTone(instance.state);
	const spans = [...symbolCell(row, symbols), span(` ${stateWord(instance.state)}`, tone)];
	const mark = (isSet: boolean, sign: string) => {
		if (isSet && sign !== '') {
			spans.push(span(` ${sign}`, 'caution'));
		}
	};

	mark(isStuck, symbols.stuck);
	mark(isFlapping, symbols.flapping);
	mark(isNew, symbols.fresh);
	mark(facts.odd.length > 0 && isConnected, '!');
	return spans;
}

/** Cuts the cell of a column that is too long for its width where the column is cut in its middle; the end is left to whoever fits it. */
export function cutCell(cell: Line, {isCutInMiddle}: {readonly isCutInMiddle?: true}, width: number, {ellipsis}: Symbols): Line {
	return isCutInMiddle === true ? cell.map(part => ({...part, text: cutMiddle(part.text, width, ellipsis)})) : cell;
}

export function nameCell({tracked}: Row): Line {
	return [span(tracked.instance.name, tracked.gone === undefined ? 'plain' : 'gone')];
}

/** Shows how long the state has lasted; with the symbol for `at least` where its beginning was not seen, once that is a minute. */
export function sinceCell({tracked: {instance}, since: {bound}, lasted}: Row, symbols: Symbols): Line {
	const text = describeSeen(lasted, bound, symbols);
	// Not the sign for nothing: a column of those is left out, and this one would come back a minute later.
	return text === undefined ? [span('?', 'dim')] : [span(text, instance.state.kind === 'connected' ? 'dim' : 'plain')];
}

/**
Shows the action, or `known` where a person has acknowledged the state; nothing for an instance that is gone. Whether a session is saved is
not known of one that is only remembered.
*/
export function actionCell({action, tracked, isAcknowledged}: Row, symbols: Symbols): Line {
	const {instance, gone} = tracked;
	if (gone !== undefined) {
		return [span('')];
	}

	if (instance.isRemembered && (instance.state.kind === 'disconnected' || instance.state.kind === 'connecting')) {
		return textCell('', symbols);
	}

	const word = isAcknowledged && action !== 'ok' ? 'known' : action;
	return [span(word, action === 'ok' || isAcknowledged ? 'dim' : actionTone(action, instance.state))];
}

/** The emphasis of an action: the one of the state, and of one that needs a person while it still connects the one of its mark. */
export function actionTone(action: Action, state: ConnectionState): Tone {
	return state.kind === 'connecting' && actionsForPeople.includes(action) ? 'caution' : stateTone(state);
}

/** Shows why the instance is not fine; the cell is blank where it is. */
export function whyCell({why}: Row): Line {
	return [span(why)];
}

/** Shows one cell for each integration: its letter where it is on, otherwise a symbol for its standing. */
export function integrationsCell({facts, tracked}: Row, symbols: Symbols): Line {
	return tracked.instance.isRemembered
		? textCell('', symbols)
		: integrations.map((integration, index) => {
			const standing = facts.integrations[index] ?? 'missing';
			return standingSpan(standing, blocks[integration].letter, symbols);
		});
}

/** Shows the standing of one integration: its letter where it is on. */
export function standingSpan(standing: Standing, letter: string, symbols: Symbols): Span {
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
