import {isRevealed, nextFound} from '../../core/detail/detail-view.js';
import {sectionNumbers, sectionOf, stepFrom} from '../../core/keymap/digits.js';
import type {CommandId} from '../../core/keymap/bindings.js';
import {keyOf} from '../../core/keymap/describe.js';
import {copyPath} from '../../core/detail/copy.js';
import {hasSecrets} from '../../core/detail/layout.js';
import {sectionIds} from '../../core/sections/sections.js';
import {clamp} from '../../core/screen/viewport.js';
import {detailPage, foundIn} from '../views/detail-page.js';
import {gridRows} from '../views/grid.js';
import type {Commands, ControllerContext} from './context.js';
import {copyResult} from './copy.js';

type DetailCommand = Extract<
	CommandId,
	`section.${string}` | `instance.${string}` | `secret.${string}` | 'find.next' | 'find.former' | 'copy.path'
>;

/** Makes the handlers of the detail's commands. */
export function createDetailCommands(ports: ControllerContext): Pick<Commands, DetailCommand> {
	const {actions, state, now} = ports;
	const stepSection = (step: 1 | -1) => {
		actions.sectionOpened(stepFrom(sectionIds, state().view.detail.section, step));
	};

	const stepInstance = (step: number) => {
		actions.secretsHidden();
		actions.selectionMoved(step, gridRows(ports.layout()));
	};

	return {
		'section.next'() {
			stepSection(1);
		},
		'section.former'() {
			stepSection(-1);
		},
		...sectionCommands(ports),
		'instance.next'() {
			stepInstance(1);
		},
		'instance.former'() {
			stepInstance(-1);
		},
		'secret.reveal'() {
			const subject = ports.subject();
			const {detail} = state().view;
			if (subject === undefined || !hasSecrets(detail.section, subject)) {
				const reason = detail.section === 'json' ? 'the JSON never shows secrets: open their own section' : 'no secrets in this section';
				actions.noticed(reason, now());
			} else if (isRevealed(detail, now())) {
				actions.secretsHidden();
			} else {
				actions.secretsRevealed(now());
			}
		},
		'copy.path'() {
			copyFieldPath(ports);
		},
		'find.next'() {
			stepFound(ports, 1);
		},
		'find.former'() {
			stepFound(ports, -1);
		},
	};
}

function stepFound(ports: ControllerContext, direction: 1 | -1): void {
	const {actions, state, now} = ports;
	const {find, field} = state().view.detail;
	const found = foundIn(detailPage(ports)?.entries ?? []);
	if (found.length === 0) {
		actions.noticed(find === '' ? nothingFound(ports) : `${find} is not in this section`, now());
	} else {
		actions.fieldFound(nextFound(found, field, direction));
	}
}

function nothingFound({keymap}: ControllerContext): string {
	const key = keyOf('find.open', 'detail', keymap);
	return `nothing is looked for yet${key === undefined ? '' : `: ${key} begins`}`;
}

function copyFieldPath(ports: ControllerContext): void {
	const subject = ports.subject();
	const page = detailPage(ports);
	if (subject === undefined || page === undefined) {
		return;
	}

	const {section, field} = ports.state().view.detail;
	copyResult(ports, copyPath(section, subject, clamp(field, 0, page.entries.length - 1)));
}

function sectionCommands({actions}: ControllerContext): Pick<Commands, `section.${(typeof sectionNumbers)[number]}`> {
	return Object.fromEntries(sectionNumbers.map(digit => [`section.${digit}`, () => {
		actions.sectionOpened(sectionOf(digit));
	}])) as Pick<Commands, `section.${(typeof sectionNumbers)[number]}`>;
}
