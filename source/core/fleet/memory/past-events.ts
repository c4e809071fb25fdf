import type {AccountId, ConnectionState, Instance} from '../../instance/instance.js';
import {rememberedInstance, type RememberedIdentity} from '../../instance/remembered-instance.js';
import {sanitize} from '../../text/sanitize.js';
import {oddities} from '../../instance/oddities.js';
import {serverHappenings} from '../../polling/server-code.js';
import {troubleOfCode} from '../../polling/trouble-code.js';
import {troubleWords, type InstanceEventKind, type MonitorEvent} from '../events.js';
import {emptyHistory} from '../packed-history.js';
import type {Run} from '../seen/coverage.js';
import type {Since} from '../seen/since.js';
import type {Tracked} from '../tracked.js';
import {lastedOf, sinceOf, transitionOf} from './dated.js';
import type {
	EventPage,
	RememberedEvent,
	RememberedOddity,
	RememberedTrouble,
	Watch,
} from './remembered.js';
import {keyOf, partsOf} from './uid.js';

/** Of a change from nothing to nothing, which nobody records. */
const noState: ConnectionState = {kind: 'other', text: sanitize('')};

/** An event before its id is known. */
type Dated = MonitorEvent extends infer Event ? Event extends MonitorEvent ? Omit<Event, 'id'> : never : never;

/** What tells the events of a page: when the account was watched, in which runs, the time that the page ends before, and its first id. */
export type PageContext = PastContext & {
	readonly runs: readonly Run[];
	readonly to: number;
	readonly firstId: number;
};

/** When an instance was watched, by its uid, and what makes an instance of the past. */
type PastContext = {
	readonly watches: readonly Watch[];
	/** Those of an instance that was watched by itself as well. */
	readonly watchesOf?: (uid: string) => readonly Watch[];
	readonly remember?: (identity: RememberedIdentity) => Instance;
};

/** The events of a page of the past, newest first, and the times in it in which nobody watched. Their ids count down. */
export function pastEvents(account: AccountId, page: Omit<EventPage, 'falls'>, {runs, to, firstId, ...context}: PageContext): readonly MonitorEvent[] {
	const isInside = ({at}: Pick<Dated, 'at'>) => at >= page.from && at < to;
	const holes = runs.slice(1).map(({from: end}, index): Dated => ({
		kind: 'unwatched', at: end, account, from: runs[index]?.to ?? end, to: end,
	}));
	const happened = page.changes.map((event): Dated => {
		const {tracked, happening} = eventOf(account, event, context);
		return {
			kind: 'instance', at: event.change.at, account, tracked, happening,
		};
	});
	const odd = page.oddities.flatMap(oddity => oddEvents(account, oddity, context));
	// Of those of one time, too, the newest comes first.
	const troubles = page.troubles.flatMap(trouble => troubleEvents(account, trouble)).toReversed();
	return [...[...holes, ...odd, ...troubles].filter(event => isInside(event)), ...happened]
		.toSorted((one, other) => other.at - one.at)
		.map((event, index) => ({...event, id: firstId - index}));
}

/** The events of an oddity. One that the first look of all showed did not begin then. */
function oddEvents(account: AccountId, oddity: RememberedOddity, context: PastContext): readonly Dated[] {
	const {uid, name, what, began, slack, ended} = oddity;
	const words = sanitize(oddities.find(({id}) => id === what)?.words ?? what);
	const watches = watchesOf(uid, context);
	const since = sinceOf(began, slack, watches);
	const event = (at: number, happening: InstanceEventKind): Dated => ({
		kind: 'instance', at, account, tracked: trackedAt(account, {uid, name}, {state: noState, since: {...since, at}}, context), happening,
	});
	return [
		...slack === undefined ? [] : [event(began, {kind: 'odd-began', words})],
		...ended === undefined ? [] : [event(ended, {kind: 'odd-ended', words, lasted: lastedOf({since, to: ended}, {...since, at: ended}, watches)})],
	];
}

/** The events of a trouble, or of what happened to the server. How closely the polls saw its end is not kept. */
function troubleEvents(account: AccountId, {began, ended, code}: RememberedTrouble): readonly Dated[] {
	const ofServer = serverHappenings({began, ended, ...code});
	if (ofServer !== undefined) {
		return ofServer.map(happening => ({...happening, account}));
	}

	const trouble = troubleOfCode(code);
	const words = trouble === undefined ? sanitize(code.kind) : troubleWords(trouble);
	return [
		{
			kind: 'trouble-began', at: began, account, words,
		},
		{
			kind: 'trouble-ended', at: ended, account, words, lasted: {milliseconds: ended - began, bound: 'approximate'},
		},
	];
}

/** What happened, and the instance right after it. */
type Happened = {readonly tracked: Tracked; readonly happening: InstanceEventKind};

function eventOf(account: AccountId, {uid, name, change}: RememberedEvent, context: PastContext): Happened {
	const {at, slack, was, became, lasted, formerSlack} = change;
	const watches = watchesOf(uid, context);
	const since = sinceOf(at, slack, watches);
	const present = trackedAt(account, {uid, name}, {state: became ?? was ?? noState, since}, context);
	if (became === undefined) {
		return {tracked: {...present, gone: at, goneSince: since}, happening: {kind: 'vanished'}};
	}

	if (was === undefined) {
		const absent = {since: sinceOf(at - lasted, formerSlack, watches), to: at - (slack ?? 0)};
		return {tracked: {...present, appeared: since}, happening: lasted === 0 ? {kind: 'appeared'} : {kind: 'returned', lasted: lastedOf(absent, since, watches)}};
	}

	return {tracked: present, happening: {kind: 'changed', transition: transitionOf(present.instance, {...change, was, became}, {watches})}};
}

function watchesOf(uid: string, {watches, watchesOf: ofInstance}: PastContext): readonly Watch[] {
	return ofInstance?.(uid) ?? watches;
}

/** An instance as an event of the past shows it: its name and state alone. Since when the list had it is not told. */
function trackedAt(account: AccountId, {uid, name}: Pick<RememberedEvent, 'uid' | 'name'>, {state, since}: {
	readonly state: ConnectionState;
	readonly since: Since;
}, {remember = rememberedInstance}: PastContext): Tracked {
	return {
		instance: remember({
			account, key: keyOf(account, uid), id: partsOf(uid).id, name, state,
		}),
		since,
		appeared: {...since, isExact: false},
		history: emptyHistory,
		odd: new Map(),
		gone: undefined,
		goneSince: undefined,
		lastSeen: undefined,
		unseen: [],
	};
}
