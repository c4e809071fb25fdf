import {describeAtLeast, describeCoarsely} from './duration.js';
import type {ConnectionState} from './instance.js';
import {integrations, type Integration, type Standing} from './oddities.js';
import type {Row} from './row.js';
import type {Signs} from './signs.js';
import {stateWord} from './state-word.js';
import {
	span,
	type Line,
	type Span,
	type Tone,
} from './tone.js';

export const columnIds = ['state', 'name', 'number', 'profile', 'since', 'do', 'integrations', 'presence'] as const;
export type ColumnId = (typeof columnIds)[number];

/**
A column of the grid. The one with the lowest priority leaves first when the screen is narrow. A column is never narrower than `least` (or what its content needs) nor wider than `most`; with `comfort` it reads well, and what is left after all have that goes to those that need more.
*/
export type Column = {
	readonly id: ColumnId;
	readonly title: string;
	readonly align: 'left' | 'right';
	readonly priority: number;
	readonly least: number;
	readonly comfort: number;
	readonly most: number;
	readonly cell: (row: Row, signs: Signs) => Line;
};

const letters: Readonly<Record<Integration, string>> = {
	webhook: 'W', websocket: 'S', chatwoot: 'C', proxy: 'P', s3: '3',
};

/** TABLE of the grid's columns, in their order on the screen. */
export const columns: readonly Column[] = [
	{
		id: 'state', title: 'STATE', align: 'left', priority: 100, least: 14, comfort: 18, most: 20, cell: stateCell,
	},
	{
		id: 'name', title: 'NAME', align: 'left', priority: 99, least: 16, comfort: 20, most: 40, cell: ({tracked}) => [span(tracked.instance.name, tracked.gone === undefined ? 'plain' : 'gone')],
	},
	{
		id: 'number', title: 'NUMBER', align: 'left', priority: 70, least: 17, comfort: 20, most: 24, cell: ({facts}, signs) => textCell(facts.number, signs),
	},
	{
		id: 'profile', title: 'PROFILE', align: 'left', priority: 50, least: 10, comfort: 18, most: 32, cell: ({facts}, signs) => textCell(facts.profile, signs),
	},
	{
		id: 'since', title: 'SINCE', align: 'right', priority: 80, least: 5, comfort: 6, most: 6, cell: sinceCell,
	},
	{
		id: 'do', title: 'DO', align: 'left', priority: 90, least: 9, comfort: 9, most: 9, cell: ({action, tracked}) => [span(action, action === 'ok' || tracked.gone !== undefined ? 'dim' : stateTone(tracked.instance.state))],
	},
	{
		id: 'integrations', title: integrations.map(integration => letters[integration]).join(''), align: 'left', priority: 60, least: 5, comfort: 5, most: 5, cell: integrationsCell,
	},
	{
		id: 'presence', title: 'PRESENCE', align: 'left', priority: 40, least: 11, comfort: 11, most: 14, cell: ({facts}, signs) => textCell(facts.presence, signs),
	},
];

export function stateTone(state: ConnectionState): Tone {
	return `state-${state.kind}`;
}

function stateCell({tracked, isStuck, isFlapping, facts}: Row, signs: Signs): Line {
	const {instance, gone} = tracked;
	const isFine = instance.state.kind === 'connected';
	const tone = stateTone(instance.state);
	if (gone !== undefined) {
		return [span(`${signs.states[instance.state.kind]} `, 'dim'), span('gone', 'gone')];
	}

	const marks = `${isStuck ? ` ${signs.stuck}` : ''}${isFlapping ? ` ${signs.flapping}` : ''}`;
	return [
		span(signs.states[instance.state.kind], tone),
		span(` ${stateWord(instance.state)}`, isFine ? 'plain' : tone),
		span(isFine && facts.odd.length > 0 ? `${marks} !` : marks, 'caution'),
	];
}

function sinceCell({tracked, lasted}: Row, signs: Signs): Line {
	const {since} = tracked;
	const text = since.isExact ? describeCoarsely(lasted) : `${signs.atLeast} ${describeAtLeast(lasted)}`;
	return [span(text, tracked.instance.state.kind === 'connected' ? 'dim' : 'plain')];
}

function integrationsCell({facts}: Row, signs: Signs): Line {
	return integrations.map((integration, index) => standingSpan(facts.integrations[index] ?? 'missing', letters[integration], signs));
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

function textCell(text: string, signs: Signs): Line {
	return text === '' ? [span(signs.nothing, 'dim')] : [span(text)];
}
