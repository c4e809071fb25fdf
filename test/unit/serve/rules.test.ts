import assert from 'node:assert/strict';
import test from 'node:test';
import {metricNames} from '../../../source/core/metrics/table.js';
import {writeDashboard} from '../../../source/serve/dashboard.js';
import {alertRules, writeRules} from '../../../source/serve/rules.js';

const known = new Set<string>(metricNames);

test('rules and dashboard name no metric that is not in the table', () => {
	for (const text of [writeRules(), writeDashboard()]) {
		const named = text.matchAll(/\b(?:ryzetop|process)_[_a-z]+/gv).map(([name]) => name.replace(/_bucket$/v, '')).toArray();
		assert.ok(named.length > 8);
		assert.deepEqual(named.filter(name => !known.has(name)), []);
	}
});

test('every kind of trouble has its alert', () => {
	assert.deepEqual(alertRules.map(({alert}) => alert), [
		'RyzetopWatcherStale',
		'RyzetopApiUnreachable',
		'RyzetopTokenRefused',
		'RyzetopTokenMissing',
		'RyzetopServerIll',
		'RyzetopServerRestarted',
		'RyzetopMassDisconnect',
		'RyzetopNeedsPairing',
		'RyzetopDown',
		'RyzetopFlapping',
		'RyzetopIntegrationTrouble',
	]);
	const written = writeRules();
	assert.deepEqual(alertRules.filter(({alert, expr}) => !written.includes(`- alert: ${alert}\n        expr: ${JSON.stringify(expr)}\n`)), []);
});

test('the dashboard is JSON whose panels do not lie on each other, each with a query', () => {
	const {panels} = JSON.parse(writeDashboard()) as {readonly panels: ReadonlyArray<{
		readonly title: string;
		readonly type: string;
		readonly gridPos: Readonly<Record<'x' | 'y' | 'w' | 'h', number>>;
		readonly targets: ReadonlyArray<{readonly expr: string}>;
	}>;};
	assert.ok(panels.some(({type}) => type === 'state-timeline') && panels.some(({type}) => type === 'table'));
	const cells = panels.flatMap(({gridPos: {x, y, w, h}}) => Array.from({length: w * h}, (_, index) => `${x + (index % w)}:${y + Math.floor(index / w)}`));
	assert.equal(new Set(cells).size, cells.length);
	assert.ok(panels.every(({targets}) => targets.length > 0 && targets.every(({expr}) => expr !== '')));
});
