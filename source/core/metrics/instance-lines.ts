import {integrations} from '../blocks/blocks.js';
import type {Row} from '../fleet/row.js';
import {roundedRatio} from '../fleet/past/share.js';
import {shareNames, windowText} from '../fleet/past/shares.js';
import {stateKinds} from '../instance/instance.js';
import {rawNumber} from '../instance/raw-text.js';
import {escapeLabel, writeLabels} from './exposition.js';
import {markNames} from './metric.js';
import type {Identify} from './name-rows.js';
import type {MetricOf} from './table.js';

/** How the series of an instance are written. */
export type InstanceContext = {
	/** The labels that say what the series are of, as they stand between the braces. */
	readonly labels: string;
	/** Whether its telephone number and the name of its profile are told. */
	readonly isPersonal: boolean;
	/** Whether what only a program that goes on watching can tell is written too. */
	readonly isServed: boolean;
	/** Makes of a text of the answer what the reader can take. */
	readonly encode: (text: string) => string;
	readonly identify: Identify;
};

type Write = (name: string, row: Row, context: InstanceContext) => string;

const writers: Readonly<Record<MetricOf<'instance'>, Write>> = {
	ryzetop_instance_state: (name, {tracked}, {labels}) => stateKinds
		.map(state => `${name}{${labels},state="${state}"} ${Number(tracked.instance.state.kind === state)}\n`).join(''),
	ryzetop_instance_state_since_timestamp_seconds: (name, {since}, {labels}) => since.bound === 'exact' ? `${name}{${labels}} ${since.at / 1000}\n` : '',
	ryzetop_instance_transitions_total: (name, {tracked}, {labels, isServed}) => isServed ? `${name}{${labels}} ${tracked.history.seen}\n` : '',
	ryzetop_instance_action: (name, {action}, {labels}) => `${name}{${labels},action="${action}"} 1\n`,
	ryzetop_instance_mark: (name, row, {labels}) => marksOf(row).map(mark => `${name}{${labels},mark="${mark}"} 1\n`).join(''),
	ryzetop_instance_integration_enabled: (name, row, {labels}) => writeIntegrations(name, row, {labels, standings: ['on', 'trouble']}),
	ryzetop_instance_integration_trouble: (name, row, {labels}) => writeIntegrations(name, row, {labels, standings: ['trouble']}),
	ryzetop_instance_connected_ratio: (name, {shares}, {labels}) => shareNames.map(share => {
		const value = shares && roundedRatio(shares[share]);
		return value === undefined ? '' : `${name}{${labels},window="${windowText(share)}"} ${value}\n`;
	}).join(''),
	ryzetop_instance_info(name, {tracked: {instance}, facts}, {labels, isPersonal, encode, identify}) {
		const personal = isPersonal
			? `,${writeLabels([['number', encode(rawNumber(instance))], ['profile', encode(facts.profile)]])}`
			: '';
		return `${name}{${labels},id="${escapeLabel(encode(identify(instance).id))}"${personal}} 1\n`;
	},
};

/** Writes the lines of a metric for one instance; the empty text where it has none. */
export function writeInstance(name: MetricOf<'instance'>, row: Row, context: InstanceContext): string {
	return writers[name](name, row, context);
}

/** The marks of a row, in the order of their table. */
export function marksOf({isStuck, isFlapping, facts: {odd}}: Pick<Row, 'isStuck' | 'isFlapping' | 'facts'>): ReadonlyArray<(typeof markNames)[number]> {
	const has = {stuck: isStuck, flapping: isFlapping, odd: odd.length > 0};
	return markNames.filter(mark => has[mark]);
}

function writeIntegrations(
	name: string,
	{facts}: Row,
	{labels, standings}: {readonly labels: string; readonly standings: ReadonlyArray<Row['facts']['integrations'][number]>},
): string {
	return integrations
		.filter((_, index) => standings.includes(facts.integrations[index] ?? 'missing'))
		.map(integration => `${name}{${labels},integration="${integration}"} 1\n`)
		.join('');
}
