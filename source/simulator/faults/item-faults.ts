import type {WireInstance} from '../instances/wire-instance.js';
import {live, type Exchange, type Fault} from './fault.js';
import {send} from './send.js';
import {spoilBlocks, spoilFields, wrongValues} from './wrong-types.js';

/** Deep enough for anything that calls itself for each level to run out of stack. */
const deep = 20_000;

const crowd = 100_000;

/** Lists of which single items or fields are wrong, too many, or too large. */
export const itemFaults = [
	items('null-items', 'Null, numbers, texts and lists between the instances.', live(/5 could not be read/v), instances => [null, 42, 'text', [], ...instances, true]),
	items('nameless', 'Items without a name, with an empty one, and with one that is no text.', live(/4 could not be read/v), instances => [{}, {...instances[0], id: 'a', name: ''}, {id: 'b', name: null}, {id: 'c', name: {first: 'x'}}, ...instances]),
	items('same-ids', 'All instances have the same id.', live(/live/v), instances => instances.map(instance => ({...instance, id: 'the-same'}))),
	items('same-names', 'Two instances have the same name, and different ids.', live(/live/v), instances => [...instances, {...instances[0], id: 'another'}]),
	items('same', 'An instance comes three times.', live(/2 could not be read/v), instances => [...instances, instances[0], instances[0]]),
	items('wrong-blocks', 'A value of another type in the place of every block and field.', live(/\? no state/v), instances => instances.map((instance, index) => spoilBlocks(instance, index))),
	items('wrong-fields', 'A value of another type in every field of every block.', live(/\? /v), instances => instances.map((instance, index) => spoilFields(instance, index))),
	items('wrong-ids', 'Ids that are no texts.', live(/live/v), instances => instances.map((instance, index) => ({...instance, id: wrongValues[index % wrongValues.length]}))),
	items('bare', 'Nothing of an instance but its id and name.', live(/live/v), instances => instances.map(({id, name}) => ({id, name}))),
	items('unknown-states', 'States nobody has heard of.', live(/\? hibernating/v), instances => changeStates(instances, ['hibernating', 'BANNED', '', 'toString', '  connected  ', 'logged_out'])),
	items('unknown-fields', 'Fields nobody has heard of, at every level.', live(), instances => instances.map(instance => ({
		...instance, plan: {tier: 'gold', seats: [1, 2, {three: null}]}, connection: {...instance.connection, battery: 0.5, apiSecret: 'k-4711'}, '': '', ' ': 1,
	}))),
	items('no-dates', 'Dates that are none.', live(), instances => instances.map((instance, index) => ({...instance, createdAt: dates[index % dates.length], updatedAt: dates[(index + 1) % dates.length]}))),
	items('large-numbers', 'Numbers beyond those a double tells apart.', live(), instances => textOf(instances.map(instance => ({...instance, chatwoot: {...instance.chatwoot, accountId: 'LARGE'}, serial: 'LARGE'}))).replaceAll('"LARGE"', '9007199254740993')),
	items('1e400', 'Numbers beyond those a double has.', live(), instances => textOf(instances.map(instance => ({
		...instance, chatwoot: {...instance.chatwoot, accountId: 'HUGE'}, proxy: {...instance.proxy, port: 'HUGE'}, load: ['HUGE', {peak: 'HUGE'}],
	}))).replaceAll('"HUGE"', '1e400')),
	items('proto', '`__proto__`, `constructor` and `toString` as keys and as values.', live(), instances => textOf(instances.map(instance => ({
		...instance, PROTO: {state: 'loggedout', name: 'polluted'}, constructor: {prototype: {polluted: true}}, toString: 'text', hasOwnProperty: null, valueOf: [], connection: {...instance.connection, PROTO: null, constructor: 1},
	}))).replaceAll('"PROTO"', '"__proto__"')),
	items('deep-field', 'A field that is twenty thousand levels deep.', live(), ([first, ...others]) => textOf([{...first, more: 'DEEP'}, ...others]).replace('"DEEP"', () => `${'[{"a":'.repeat(deep)}1${'}]'.repeat(deep)}`)),
	items('long-name', 'A name of 1 MB.', live(/x{8}/v), ([first, ...others]) => [{...first, name: 'x'.repeat(1_000_000)}, ...others]),
	items('long-state', 'A state and a webhook\'s URL of 1 MB each.', live(/\? \w/v), ([first, ...others]) => [{...first, connection: {...first?.connection, state: 's'.repeat(1_000_000)}, webhook: {...first?.webhook, enabled: true, url: `https://hooks.example.com/${'%20'.repeat(330_000)}`}}, ...others]),
	items('none', 'A list with nothing in it.', live(/\d of \d+ vanished between two polls/v), () => []),
	{
		id: 'crowd', summary: 'A hundred thousand instances, and then none.', expected: live(/\d{6} of \d{6} vanished between two polls/v),
		strike(exchange: Exchange) {
			const instances = exchange.met === 0 ? [...exchange.instances, ...Array.from({length: crowd}, (_, index) => ({id: `crowd-${index}`, name: `crowd-${index}`, connection: {state: 'connected', numberJid: `55119${String(index).padStart(8, '0')}@s.whatsapp.net`}}))] : [];
			send(exchange, {body: textOf(instances)});
		},
	},
] as const satisfies readonly Fault[];

const dates: readonly unknown[] = ['yesterday', '2026-13-45T99:99:99Z', '+275760-09-13T00:00:01Z', '', '0000-00-00', '2026-04-28T10:30:00', '9999-12-31T23:59:59Z', 1_777_000_000, '1e3'];

/** `change` gives the items, or the whole text for what no value can say. */
function items<const Id extends string>(id: Id, summary: string, expected: Fault['expected'], change: (instances: readonly WireInstance[]) => string | readonly unknown[]) {
	return {
		id, summary, expected, strike(exchange: Exchange) {
			const changed = change(exchange.instances);
			send(exchange, {body: typeof changed === 'string' ? changed : textOf(changed)});
		},
	};
}

function textOf(instances: readonly unknown[]): string {
	return JSON.stringify({
		success: true, message: `${instances.length} Instances found`, instances, meta: {total: instances.length},
	});
}

function changeStates(instances: readonly WireInstance[], states: readonly string[]): readonly unknown[] {
	return instances.map((instance, index) => ({...instance, connection: {...instance.connection, state: states[index % states.length]}}));
}
