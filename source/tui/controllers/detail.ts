import {isRevealed} from '../../core/detail/detail-view.js';
import {goToFound, nextFound} from '../../core/detail/move-cursor.js';
import {cursorOf} from '../../core/detail/page.js';
import {sectionNumbers, sectionOf, stepFrom} from '../../core/keymap/digits.js';
import type {CommandId} from '../../core/keymap/bindings.js';
import {describeNoSearchAt} from '../../core/keymap/describe.js';
import {copyPath} from '../../core/detail/copy.js';
import {hasSecrets} from '../../core/detail/layout.js';
import {sectionIds} from '../../core/sections/sections.js';
import {detailPage, entryAtCursor, foundIn} from '../views/detail-page.js';
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
		if (ports.selectors.rows(state()).length <= 1) {
			actions.noticed('there is no other instance', now());
			return;
		}

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
	const {actions, state, now, keymap, symbols} = ports;
	const {detail} = state().view;
	const shown = detailPage(ports);
	const found = shown === undefined ? [] : foundIn(shown.page);
	if (shown === undefined || found.length === 0) {
		actions.noticed(detail.find === '' ? describeNoSearchAt('detail', keymap, symbols) : `${detail.find} is not in this page`, now());
	} else {
		const {page, height} = shown;
		actions.cursorPlaced(goToFound(page, detail, nextFound(found, cursorOf(page, detail), direction), height));
	}
}

function copyFieldPath(ports: ControllerContext): void {
	const subject = ports.subject();
	const entry = entryAtCursor(ports);
	if (subject !== undefined && entry !== undefined) {
		copyResult(ports, copyPath(entry.section, subject, entry.field));
	}
}

function sectionCommands({actions}: ControllerContext): Pick<Commands, `section.${(typeof sectionNumbers)[number]}`> {
	return Object.fromEntries(sectionNumbers.map(digit => [`section.${digit}`, () => {
		actions.sectionOpened(sectionOf(digit));
	}])) as Pick<Commands, `section.${(typeof sectionNumbers)[number]}`>;
}
