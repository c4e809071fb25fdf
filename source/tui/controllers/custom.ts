import type {CustomId} from '../../core/keymap/bindings.js';
import type {Row} from '../../core/fleet/row.js';
import type {Instance} from '../../core/instance/instance.js';
import {
	buildRun,
	buildRunForAll,
	type Run,
	type RunSubject,
} from '../../core/run/build-run.js';
import type {CustomCommand} from '../../core/run/custom-command.js';
import {accept, refuse, type Parsed} from '../../core/text/parsed.js';
import {sanitize, type SafeText} from '../../core/text/sanitize.js';
import type {ProgramEnd} from '../../process/children/run-program.js';
import {selectedEvent} from '../views/selected-event.js';
import {pageText, printedPage} from '../views/page.js';
import type {ControllerContext} from './context.js';

/** What the config file has of one's own, as the keyboard runs it. */
export type CustomKeys = {
	/** Shows a saved view, or runs a command. */
	readonly run: (id: CustomId) => void;
};

/** Makes the handlers of what the config file has of one's own. A command runs once at a time. */
export function createCustomKeys(ports: ControllerContext): CustomKeys {
	const {actions, savedViews, customCommands, isReadOnly, now} = ports;
	const running = new Set<CustomCommand>();

	const start = async (command: CustomCommand, run: Run) => {
		running.add(command);
		actions.noticed(`${command.name} runs`, now());
		const ending = await ports.runProgram(run, command.output);
		running.delete(command);
		tell(ports, command, ending);
	};

	const tryRun = (command: CustomCommand) => {
		const built = build(ports, command);
		if (isReadOnly) {
			actions.noticed(`${command.name} is not run: --read-only`, now(), {tone: 'caution'});
		} else if (built.kind === 'problem') {
			actions.noticed(`${command.name} is not run: ${built.problem}`, now(), {tone: 'caution'});
		} else if (running.has(command)) {
			actions.noticed(`${command.name} still runs`, now());
		} else if (command.isAsked) {
			const {run, subject} = built.value;
			ports.asking.ask({
				question: {command: command.name, subject},
				refusal: `${command.name} is not run`,
				whenYes() {
					void start(command, run);
				},
			});
		} else {
			void start(command, built.value.run);
		}
	};

	return {
		run(id) {
			const view = savedViews.find(({name}) => id === `view:${name}`);
			const command = customCommands.find(({name}) => id === `command:${name}`);
			if (view !== undefined) {
				actions.viewTaken(view);
				actions.noticed(`view ${view.name}`, now());
			} else if (command !== undefined) {
				tryRun(command);
			}
		},
	};
}

/** Shows what came of a command. */
function tell({actions, now}: ControllerContext, {name, output}: CustomCommand, {lines, problem}: ProgramEnd): void {
	if (problem !== undefined) {
		actions.noticed(sanitize(`${name} ${problem}`), now(), {tone: 'caution'});
	} else if (output === 'page') {
		// An overlay begins anew each time it is opened.
		actions.overlayOpened('page');
		actions.noticeEnded();
		actions.ownChanged(pageText, () => printedPage(name, lines));
	} else if (output === 'notice') {
		const [first] = lines;
		actions.noticed(first === undefined ? `${name} is done` : `${name}: ${first}`, now());
	} else {
		actions.noticed(`${name} is done`, now());
	}
}

/** The program of a command, and for what it is run, for people. */
type Built = {readonly run: Run; readonly subject: SafeText};

function build(ports: ControllerContext, command: CustomCommand): Parsed<Built> {
	const {selectors, state} = ports;
	if (command.where === 'shown') {
		const rows = selectors.rows(state());
		return accept({
			run: buildRunForAll(command, rows.map(row => toSubject(ports, row.tracked.instance, row))),
			subject: sanitize(rows.length === 1 ? '1 instance that is shown' : `${rows.length} instances that are shown`),
		});
	}

	const row = command.where === 'events' ? undefined : selectors.selected(state());
	const event = command.where === 'events' ? selectedEvent(state(), selectors) : undefined;
	const instance = row?.tracked.instance ?? (event?.kind === 'instance' ? event.tracked.instance : undefined);
	if (instance === undefined) {
		return refuse(command.where === 'events' ? 'this line is of no instance' : 'there is no instance');
	}

	const built = buildRun(command, toSubject(ports, instance, row));
	return built.kind === 'problem' ? built : accept({run: built.value, subject: instance.name});
}

function toSubject({urlOf}: ControllerContext, instance: Instance, row: Row | undefined): RunSubject {
	return {
		instance, account: instance.account, url: urlOf(instance.account), computed: row === undefined ? {} : compute(row),
	};
}

/** What this program knows of an instance beside the answer, as in the JSON of `list`. */
function compute({tracked: {instance}, action, why, facts, since}: Row): Readonly<Record<string, unknown>> {
	return {
		state: instance.state.kind,
		do: action,
		why: why === '' ? null : why,
		odd: facts.odd.map(({words}) => words),
		since: new Date(since.at).toISOString(),
		sinceBound: since.bound,
	};
}
