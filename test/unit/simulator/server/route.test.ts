import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Simulator} from '../../../../source/simulator/server/server.js';
import {
	ask,
	failure,
	instancesIn,
	namesIn,
	serve,
} from '../serving.js';

const fleet = ['sales', 'support', 'são joão', 'billing'];

async function serveFleet(): Promise<Simulator & AsyncDisposable> {
	const simulator = await serve({scenario: 'empty'});
	for (const name of fleet) {
		simulator.world.add(name);
	}

	return simulator;
}

test('the account\'s token without a filter gives the whole account', async () => {
	await using simulator = await serveFleet();
	assert.deepEqual(namesIn(await ask(simulator)), fleet);
});

const filters = [
	{filter: 'sales', names: ['sales']},
	{filter: 'support,sales', names: ['sales', 'support']},
	{filter: 'support,nobody,sales', names: ['sales', 'support']},
	{filter: 'nobody,nowhere', names: []},
	{filter: ' billing , ', names: ['billing']},
	{filter: 'são joão', names: ['são joão']},
	{filter: ',', names: []},
	{filter: ' , ,', names: []},
	{filter: ' ', names: []},
	{filter: '', names: fleet},
];

for (const {filter, names} of filters) {
	test(`the filter ${JSON.stringify(filter)} gives ${names.length === 0 ? 'an empty list' : names.join(' and ')}`, async () => {
		await using simulator = await serveFleet();
		const answered = await ask(simulator, {query: `?instanceName=${encodeURIComponent(filter)}`});
		assert.equal(answered.status, 200);
		assert.deepEqual(namesIn(answered), names);
	});
}

for (const filter of ['nobody', 'Sales', 'nobody,', 'sal']) {
	test(`the filter ${JSON.stringify(filter)}, one name that does not exist, is not found`, async () => {
		await using simulator = await serveFleet();
		const {status, body} = await ask(simulator, {query: `?instanceName=${filter}`});
		assert.equal(status, 404);
		assert.deepEqual(body, failure('Instance not found'));
	});
}

for (const query of ['', '?instanceName=sales', '?instanceName=nobody', '?instanceName=,', '?instanceName=']) {
	test(`an instance's token with ${query === '' ? 'no filter' : query} gives that instance alone`, async () => {
		await using simulator = await serveFleet();
		const token = simulator.instanceToken('support') ?? '';
		const answered = await ask(simulator, {query, token});
		assert.deepEqual(namesIn(answered), ['support']);
		assert.equal(instancesIn(answered.body)[0]?.token, token);
	});
}

test('the message counts the instances given, in the singular for one', async () => {
	await using simulator = await serveFleet();
	const answers = await Promise.all(['', '?instanceName=sales', '?instanceName=,', '?instanceName=sales,billing'].map(async query => ask(simulator, {query})));
	assert.deepEqual(answers.map(({body}) => {
		const {success, message, meta} = body as Record<string, unknown>;
		return {success, message, meta};
	}), [
		{success: true, message: '4 Instances found', meta: {total: 4}},
		{success: true, message: '1 Instance found', meta: {total: 1}},
		{success: true, message: '0 Instances found', meta: {total: 0}},
		{success: true, message: '2 Instances found', meta: {total: 2}},
	]);
});
