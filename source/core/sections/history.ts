import {describePrecisely} from '../duration.js';
import {stateWord} from '../state-word.js';
import {countFlaps, type Transition} from '../transitions.js';
import {view, type FieldView, type Section} from './section.js';

/** What the program itself has seen of the instance since it watches. */
export const history: Section = {
	title: 'History',
	standing: () => 'none',
	fields({tracked, now, time}) {
		const flaps = countFlaps(tracked.history, now);
		return [
			view('', 'Watched since', {kind: 'since', since: tracked.appeared}),
			view('', 'Now', {kind: 'text', text: stateWord(tracked.instance.state), tone: `state-${tracked.instance.state.kind}`}),
			view('', 'In it since', {kind: 'since', since: tracked.since}),
			view('', 'Changes', {kind: 'text', text: `${tracked.history.length} seen, ${flaps} in the last 10 minutes`}),
			...tracked.history.toReversed().map((transition): FieldView => view('', time.clock(transition.at), {
				kind: 'text',
				text: describeTransition(transition),
				tone: `state-${transition.to.kind}`,
			})),
		];
	},
};

function describeTransition({from, to, at, formerSince}: Transition): string {
	return `${stateWord(from)} → ${stateWord(to)}, after ${formerSince.isExact ? '' : 'at least '}${describePrecisely(at - formerSince.at)}`;
}
