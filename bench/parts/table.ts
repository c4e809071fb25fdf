import {accountsOf} from './accounts.js';
import {bytesAt, idle, recordingOf} from './idle.js';
import {
	keysBetweenPolls,
	keysOver,
	sortingOver,
	statesOver,
	typingOver,
} from './keys.js';
import {listOf} from './list.js';
import {memoryOf, pastOf} from './memory.js';
import type {Part} from './part.js';
import {serveOf} from './serve.js';
import {stagesOf} from './stages.js';
import {start} from './start.js';
import {timelineOver} from './timeline.js';

const always = {full: 5, quick: 1} as const;
const inFull = {full: 5, quick: undefined} as const;

/** All that is measured, in the order in which it is. */
export const parts: readonly Part[] = [
	start,
	keysBetweenPolls,
	keysOver(200, always),
	keysOver(1000, inFull),
	keysOver(10_000, inFull),
	typingOver(200, always),
	typingOver(10_000, inFull),
	statesOver(10_000, inFull),
	sortingOver(10_000, inFull),
	timelineOver(200, always),
	timelineOver(10_000, inFull),
	accountsOf('refuses', always),
	accountsOf('is slow', inFull),
	bytesAt(80, 24, inFull),
	bytesAt(200, 50, always),
	idle,
	recordingOf(200, always),
	recordingOf(1000, inFull),
	recordingOf(10_000, inFull),
	listOf(1000, always),
	listOf(10_000, inFull),
	stagesOf(200, {full: 9, quick: 3}),
	stagesOf(1000, {full: 9, quick: undefined}),
	stagesOf(10_000, {full: 9, quick: undefined}),
	memoryOf(1000, {full: 9, quick: 3}),
	memoryOf(10_000, {full: 9, quick: undefined}),
	pastOf(1000, {full: 9, quick: 3}),
	pastOf(10_000, inFull),
	serveOf({instances: 200, speed: 100, seconds: 6}, always),
	serveOf({instances: 10_000, speed: 5, seconds: 8}, inFull),
	serveOf({instances: 10_000, speed: 5, seconds: 3}, inFull, 'trouble'),
	serveOf({instances: 10_000, speed: 5, seconds: 3}, inFull, 'none'),
];
