import assert from 'node:assert/strict';
import test from 'node:test';
import {budgets, judge} from '../../../bench/figures/budgets.js';
import {compare, type KeptFigure} from '../../../bench/figures/compare.js';
import {figuresOf, nameFigure, type Figure} from '../../../bench/figures/figure.js';
import {newestOf} from '../../../bench/figures/kept-results.js';
import {describeFigure} from '../../../bench/figures/lines.js';
import {spreadOf} from '../../../bench/figures/spread.js';
import {parts} from '../../../bench/parts/table.js';

const start: Figure = {
	name: 'start: --help', kind: 'time', value: spreadOf([50, 60, 55, 52, 58]), beside: [],
};

/** A figure whose ratio to a program is that in five runs, or a little less or more. */
function besides(what: string, ratio: number): Figure['beside'] {
	return [{what, value: spreadOf([100]), ratio: spreadOf([-2, -1, 0, 1, 2].map(off => ratio + (off / 100)))}];
}

test('a ratio is that of each round by itself, also of figures that other subjects of the name give', () => {
	assert.deepEqual(figuresOf('start', {'--help': 'time', grid: 'time', 'of nobody': 'time'}, new Map([
		['node', [{'--help': 10}, {'--help': 100}, {'--help': 20}]],
		['ryzetop', [{'--help': 20}, {grid: 300}, {'--help': 200}, {grid: 310}, {'--help': 40}, {grid: 320}]],
	])), [
		{
			name: 'start: --help', kind: 'time', value: spreadOf([20, 200, 40]), beside: [{what: 'node', value: spreadOf([10, 100, 20]), ratio: spreadOf([2, 2, 2])}],
		},
		{
			name: 'start: grid', kind: 'time', value: spreadOf([300, 310, 320]), beside: [],
		},
	]);
});

test('names of figures are unique, and each budget is of one that is measured', () => {
	const names = parts.flatMap(({name, figures}) => Object.keys(figures).map(what => nameFigure(name, what)));
	assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), []);
	assert.deepEqual(budgets.filter(({figure}) => !names.includes(figure)), []);
});

test('a budget is judged by the median, or by the ratio to what it is beside', () => {
	const {beside: other = '', most} = budgets.find(({figure}) => figure === start.name) ?? {most: NaN};
	const judged = [most - 0.1, most, most + 0.1].map(ratio => judge({...start, beside: besides(other, ratio)}).map(({isKept}) => isKept));
	assert.deepEqual(judged, [[true], [true], [false]]);
	assert.deepEqual(judge(start), [], 'what was not measured beside it is left out');
	const bytes = budgets.find(({figure, beside}) => figure.startsWith('bytes') && beside === undefined);
	assert.deepEqual(judge({
		name: bytes?.figure ?? '', kind: 'bytes', value: spreadOf([1000, 33, 34]), beside: [],
	}).map(({value, isKept}) => [value, isKept]), [[34, true]]);
});

test('what the load moves is compared by the ratio to what both were measured beside, and what it cannot move as it is', () => {
	const was: KeptFigure = {name: start.name, value: spreadOf([500, 501, 502, 503, 504]), beside: [...besides('before', 1), ...besides('node', 2)]};
	const now = {...start, beside: [...besides('before', 9), ...besides('plain', 5), ...besides('node', 2.2)]};
	const {beside, ratio, isBeyond} = compare(now, was);
	assert.deepEqual([beside, ratio?.toFixed(2), isBeyond], ['node', '1.10', true]);
	assert.equal(compare({...now, kind: 'size'}, was).beside, undefined);
	assert.equal(compare({...now, beside: []}, was).was.median, 502);
});

test('too few runs of what is noisy tell nothing about its spread, and a growth of nothing has no ratio', () => {
	const was: KeptFigure = {name: 'memory: size', value: spreadOf([100]), beside: []};
	const now = {name: 'memory: size', value: spreadOf([101]), beside: []};
	assert.equal(compare({...now, kind: 'time'}, was).isBeyond, undefined);
	assert.equal(compare({...now, kind: 'size'}, was).isBeyond, true);
	assert.equal(compare({...now, kind: 'size'}, now).isBeyond, false);
	assert.equal(compare({...now, kind: 'resident'}, {...was, value: spreadOf([-1])}).ratio, undefined);
});

test('the newest kept result is that of the highest version', () => {
	assert.equal(newestOf(['results/0.9.0.json', 'results/0.10.0.json', 'results/0.2.11.json', 'results/notes.json']), 'results/0.10.0.json');
	assert.equal(newestOf([]), undefined);
});

test('a figure is told with its spread, its ratios, its budget and its change', () => {
	const figure = {...start, beside: [...besides('node -e 0', 1.5), ...besides('before', 0.8)]};
	const change = compare(figure, {...start, beside: besides('node -e 0', 1.2)});
	assert.deepEqual(describeFigure(figure, {version: '0.2.0', change}).map(line => line.replaceAll(/ {3,}/gv, '  ')), [
		'start: --help  ~55 ms  50–60 in 5',
		'  1.5 × node -e 0 (100 ms)  1.48–1.52 in 5  within 2',
		'  0.8 × before (100 ms)  0.78–0.82 in 5  beyond the spread',
		'  1.25 × 0.2.0 (1.2)  1.18–1.22 in 5  by the ratio to node -e 0  beyond the spread',
	]);
	assert.equal(describeFigure({
		name: 'memory: size', kind: 'size', value: spreadOf([3]), beside: [],
	}).join('').endsWith(' 3 kB'), true);
});
