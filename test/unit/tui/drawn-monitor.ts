import {setImmediate} from 'node:timers/promises';
import {createElement} from 'react';
import {defaultColumns} from '../../../source/core/columns/choose.js';
import type {Column} from '../../../source/core/columns/column.js';
import {foldPoll, newFleet, type Fleet} from '../../../source/core/fleet/fleet.js';
import {runAtOnce} from '../../../source/core/polling/slices.js';
import {runInSlices} from '../../../source/process/run-in-slices.js';
import {answerWith, createMockApi} from '../../helpers/servers/mock-api.js';
import {nothingCustom} from '../../helpers/custom/nothing-custom.js';
import {unicodeSymbols} from '../../../source/core/screen/symbols.js';
import {sanitize} from '../../../source/core/text/sanitize.js';
import type {SessionParts} from '../../../source/tui/create-session.js';
import {createActions} from '../../../source/tui/store/actions.js';
import type {Patience} from '../../../source/tui/store/selectors/memoize-in-slices.js';
import {createSelectors} from '../../../source/tui/store/selectors/selectors.js';
import {createMonitorStore} from '../../../source/tui/store/store.js';
import {sizeOf} from '../../../source/terminal/capabilities.js';
import type {AccountId} from '../../../source/core/instance/instance.js';
import type {Outcome} from '../../../source/core/polling/outcome.js';
import type {Poller} from '../../../source/polling/poller.js';
import {readKeys} from '../../../source/terminal/keys/read-keys.js';
import {withPortableOutput} from '../../../source/terminal/portable-output.js';
import {createTheme} from '../../../source/tui/components/theme.js';
import {
	account,
	noon,
	type WireItem,
} from '../../helpers/fleet.js';
import {foldOne} from '../../helpers/fold-snapshot.js';
import {utc as time} from '../../helpers/utc.js';
import {createStreams} from '../../../tools/soak/streams.js';
import '../../../tools/release/ink-output/register.js';

// A static import would load Ink before its composition of frames has been replaced.
const {render} = await import('ink');
const {App} = await import('../../../source/tui/app.js');
const {createContext, createSession} = await import('../../../source/tui/create-session.js');
const {createCommands} = await import('../../../source/tui/controllers/global.js');
const {SessionProvider} = await import('../../../source/tui/components/session.js');

/** How the screen reacted to an event. */
export type Work = {
	/** Frames that Ink composed. */
	readonly frames: number;
	/** The lines that were painted anew, by their plain text. */
	readonly painted: readonly string[];
	/** Those of them that were painted as out of date. */
	readonly dimmed: readonly string[];
	/** Bytes that were written to the terminal. */
	readonly bytes: number;
};

/**
Draws the real screen over a store that is fed by hand, in colours, as the release composes it; counts frames and painted lines. Accounts
may be given with their intervals. Without a patience the screen waits for whatever it shows.
*/
export function drawMonitor(
	rows: number,
	columns = 80,
	accounts: readonly AccountId[] | ReadonlyMap<AccountId, number> = [account],
	{columns: shown = defaultColumns, patience}: {readonly columns?: readonly Column[]; readonly patience?: Patience} = {},
) {
	const streams = createStreams(columns, rows);
	const colored = createTheme({depth: 'colors', isAscii: false});
	const textTheme = createTheme({depth: 'none', isAscii: false});
	let painted: string[] = [];
	let dimmed: string[] = [];
	let frames = 0;
	const theme = {
		...colored, paint(...given: Parameters<typeof colored.paint>) {
			const text = textTheme.paint(given[0]).trimEnd();
			painted.push(text);
			if (given[1] === 'dimmed') {
				dimmed.push(text);
			}

			return colored.paint(...given);
		},
	};
	const intervals = new Map('map' in accounts ? accounts.map(id => [id, 5000]) : accounts);
	const fleet = newFleet(intervals.keys().map(id => ({account: id, host: sanitize('ryze.example')})).toArray());
	const store = createMonitorStore({
		fleet, interval: 5000, intervals, startedAt: noon,
	});
	const selectors = createSelectors(unicodeSymbols, shown, patience, time);
	const actions = createActions(store, selectors);
	let at = noon;
	const now = () => at;
	const api = createMockApi(now);
	const nothing = () => undefined;
	const left: number[] = [];
	const copied: string[] = [];
	const pollers = new Map<AccountId, Poller>();
	const parts: SessionParts = {
		store, selectors, actions, theme, time, ...nothingCustom, wanted: [], now, pollers, hasMouse: true, size: () => sizeOf(streams.stdout),
		urlOf: () => 'https://ryze.example',
		copy(text) {
			copied.push(text);
		},
		leave(code) {
			left.push(code);
		},
		redraw: nothing, suspend: nothing, mounted: nothing, past: {recallOlder: nothing, recallPasts: nothing, recallFleet: nothing},
	};
	const session = createSession(parts);
	const screen = render(createElement(SessionProvider, {value: session}, createElement(App)), {
		stdin: readKeys(streams.stdin, session).stdin,
		stdout: withPortableOutput(streams.stdout),
		alternateScreen: true,
		incrementalRendering: true,
		maxFps: 1000,
		exitOnCtrlC: false,
		patchConsole: false,
		interactive: true,
		onRender() {
			frames++;
		},
	});

	/** A whole poll of an account, so many milliseconds after the last. */
	const poll = (outcome: Outcome, of: AccountId, after = 5000) => {
		at += after;
		const next = foldOne(store.getState().fleet, outcome, {at, of});
		runAtOnce(actions.fleetPrepared(next));
		actions.fleetPolled(next, at);
	};

	return {
		streams,
		/** Presses a key at once, without the stream of the terminal. */
		press: session.press,
		/** The name of the selected instance. */
		selected: () => selectors.selected(store.getState())?.tracked.instance.name,
		state: store.getState,
		now,
		/** Draws the screen anew, with what was computed meanwhile. */
		redraw() {
			store.setState({});
		},
		/** Lets time pass, in milliseconds. */
		pass(milliseconds: number) {
			at += milliseconds;
		},
		/** The poller of each account: none, until a test puts some there. */
		pollers,
		/** The field of the detail that the cursor is on. */
		field: () => store.getState().view.detail.field,
		/** The exit codes with which the monitor was asked to end. */
		left: () => left,
		/** The texts that were copied. */
		copied: () => copied,
		commands: createCommands(createContext(parts, session.layout)),
		/** Lets something happen and the screen come to rest. */
		async does(happens: () => Promise<void> | void): Promise<Work> {
			[painted, dimmed, frames] = [[], [], 0];
			const before = streams.written();
			await happens();
			await settle(screen.waitUntilRenderFlush);
			return {
				frames, painted, dimmed, bytes: streams.written() - before,
			};
		},
		/** Folds a poll that the API answers with these instances, so many milliseconds after the last, by the path the program takes. */
		async poll(items: readonly WireItem[], after = 5000) {
			at += after;
			api.reply(answerWith(items));
			const outcome = await api.client.fetchList(new AbortController().signal);
			const next = await runInSlices(foldPoll(store.getState().fleet, {
				account, outcome, asked: {at, elapsed: at}, at, elapsed: at, interval: 5000, next: {at: at + 5000, reason: 'interval'},
			}));
			await runInSlices(actions.fleetPrepared(next));
			actions.fleetPolled(next, at);
		},
		polled: poll,
		/** Changes the fleet between two polls. */
		change(make: (fleet: Fleet) => Fleet) {
			const next = make(store.getState().fleet);
			runAtOnce(actions.fleetPrepared(next));
			actions.fleetPolled(next, at);
		},
		async end() {
			await api.close();
			screen.unmount();
			await screen.waitUntilExit();
		},
	};
}

/** The turns of the event loop in which a key comes through the stream and React renders. */
const turns = 10;

async function settle(flush: () => Promise<unknown>): Promise<void> {
	for (let turn = 0; turn < turns; turn++) {
		// eslint-disable-next-line no-await-in-loop -- turn after turn
		await setImmediate();
	}

	await flush();
}
