import type {WireInstance} from '../instances/wire-instance.js';
import {live, type Exchange, type Fault} from './fault.js';
import {send} from './send.js';
import {replaceBlocks, replaceFields, wrongValues} from './wrong-types.js';

/** Instances that the fault `crowd` adds. */
const crowdSize = 100_000;

/** Characters of a text of 1 MB. */
const megabyte = 1_000_000;

/** Lists in which single items or fields are wrong, too many, or too large. */
export const itemFaults = [
	items(
		'null-items',
		'Null, numbers, texts and lists between the instances.',
		live(/5 could not be read/v),
		instances => [null, 42, 'text', [], ...instances, true],
	),
	items(
		'nameless',
		'Items without a name, with an empty one, and with one that is no text.',
		live(/4 could not be read/v),
		instances => [{}, {...instances[0], id: 'a', name: ''}, {id: 'b', name: null}, {id: 'c', name: {first: 'x'}}, ...instances],
	),
	items(
		'same-ids',
		'All instances have the same id.',
		live(/live/v),
		instances => instances.map(instance => ({...instance, id: 'the-same'})),
	),
	items(
		'same-names',
		'Two instances have the same name, and different ids.',
		live(/live/v),
		instances => [...instances, {...instances[0], id: 'another'}],
	),
	items(
		'same',
		'An instance comes three times.',
		live(/2 could not be read/v),
		instances => [...instances, instances[0], instances[0]],
	),
	items(
		'wrong-blocks',
		'A value of another type in the place of every block and field.',
		live(/\? no state/v),
		instances => instances.map((instance, index) => replaceBlocks(instance, index)),
	),
	items(
		'wrong-fields',
		'A value of another type in every field of every block.',
		live(/\? /v),
		instances => instances.map((instance, index) => replaceFields(instance, index)),
	),
	items(
		'wrong-ids',
		'Ids that are no texts.',
		live(/live/v),
		instances => instances.map((instance, index) => ({...instance, id: wrongValues[index % wrongValues.length]})),
	),
	items(
		'bare',
		'Nothing of an instance but its id and name.',
		live(/live/v),
		instances => instances.map(({id, name}) => ({id, name})),
	),
	items(
		'unknown-states',
		'States nobody has heard of.',
		live(/\? hibernating/v),
		instances => changeStates(instances, ['hibernating', 'BANNED', '', 'toString', '  connected  ', 'logged_out']),
	),
	items(
		'unknown-fields',
		'Fields nobody has heard of, at every level.',
		live(),
		instances => instances.map(instance => ({
			...instance,
			plan: {tier: 'gold', seats: [1, 2, {three: null}]},
			connection: {...instance.connection, battery: 0.5, apiSecret: 'k-4711'},
			'': '',
			' ': 1,
		})),
	),
	items('no-dates', 'Dates that are none.', live(), instances => instances.map((instance, index) => ({
		...instance,
		createdAt: invalidDates[index % invalidDates.length],
		updatedAt: invalidDates[(index + 1) % invalidDates.length],
	}))),
	items('large-numbers', 'Numbers beyond those a double tells apart.', live(), instances => {
		const changed = instances.map(instance => ({
			...instance, chatwoot: {...instance.chatwoot, accountId: 'LARGE'}, serial: 'LARGE',
		}));
		return listOf(changed).replaceAll('"LARGE"', '9007199254740993');
	}),
	items('1e400', 'Numbers beyond those a double has.', live(), instances => {
		const changed = instances.map(instance => ({
			...instance,
			chatwoot: {...instance.chatwoot, accountId: 'HUGE'},
			proxy: {...instance.proxy, port: 'HUGE'},
			load: ['HUGE', {peak: 'HUGE'}],
		}));
		return listOf(changed).replaceAll('"HUGE"', '1e400');
	}),
	items('proto', '`__proto__`, `constructor` and `toString` as keys and as values.', live(), instances => {
		const changed = instances.map(instance => ({
			...instance,
			PROTO: {state: 'loggedout', name: 'polluted'},
			constructor: {prototype: {polluted: true}},
			toString: 'text',
			hasOwnProperty: null,
			valueOf: [],
			connection: {...instance.connection, PROTO: null, constructor: 1},
		}));
		return listOf(changed).replaceAll('"PROTO"', '"__proto__"');
	}),
	items(
		'long-name',
		'A name of 1 MB.',
		live(/x{8}/v),
		([first, ...others]) => [{...first, name: 'x'.repeat(megabyte)}, ...others],
	),
	items('long-state', 'A state and a webhook\'s URL of 1 MB each.', live(/\? \w/v), ([first, ...others]) => {
		const connection = {...first?.connection, state: 's'.repeat(megabyte)};
		const webhook = {...first?.webhook, enabled: true, url: `https://hooks.example.com/${'%20'.repeat(330_000)}`};
		return [{...first, connection, webhook}, ...others];
	}),
	items('none', 'A list with nothing in it.', live(/the list is empty: all \d+ vanished/v), () => []),
	{
		id: 'crowd',
		summary: 'A hundred thousand instances, and then none.',
		expected: live(/the list is empty: all \d{6} vanished/v),
		handle(exchange: Exchange) {
			const instances = exchange.requestIndex === 0 ? [...exchange.instances, ...createCrowd()] : [];
			send(exchange, {body: listOf(instances)});
		},
	},
] as const satisfies readonly Fault[];

const invalidDates: readonly unknown[] = [
	'yesterday',
	'2026-13-45T99:99:99Z',
	'+275760-09-13T00:00:01Z',
	'',
	'0000-00-00',
	'2026-04-28T10:30:00',
	'9999-12-31T23:59:59Z',
	1_777_000_000,
	'1e3',
];

/** Makes a fault of the list. `change` returns the changed items, or the whole body where JavaScript has no value for the change. */
function items<const Id extends string>(
	id: Id,
	summary: string,
	expected: Fault['expected'],
	change: (instances: readonly WireInstance[]) => string | readonly unknown[],
) {
	return {
		id, summary, expected, handle(exchange: Exchange) {
			const changed = change(exchange.instances);
			send(exchange, {body: typeof changed === 'string' ? changed : listOf(changed)});
		},
	};
}

/** Writes the JSON of a list with these items. */
function listOf(instances: readonly unknown[]): string {
	return JSON.stringify({
		success: true, message: `${instances.length} Instances found`, instances, meta: {total: instances.length},
	});
}

function changeStates(instances: readonly WireInstance[], states: readonly string[]): readonly unknown[] {
	return instances.map((instance, index) => ({
		...instance, connection: {...instance.connection, state: states[index % states.length]},
	}));
}

function createCrowd(): readonly unknown[] {
	return Array.from({length: crowdSize}, (_, index) => ({
		id: `crowd-${index}`,
		name: `crowd-${index}`,
		connection: {state: 'connected', numberJid: `55119${String(index).padStart(8, '0')}@s.whatsapp.net`},
	}));
}
