import {isRevealed, nextFound} from '../../core/detail/detail-view.js';
import {sectionNumbers, sectionOf} from '../../core/keymap/digits.js';
import type {CommandId} from '../../core/keymap/bindings.js';
import {copyField, copyPath, type Copy} from '../../core/detail/copy.js';
import {hasSecrets} from '../../core/detail/layout.js';
import {sectionIds} from '../../core/sections/sections.js';
import type {Subject} from '../../core/sections/section.js';
import {clamp} from '../../core/screen/viewport.js';
import type {Commands, ControllerContext} from './context.js';
import {goBack} from './go-back.js';
import {detailPage, gridHeight} from './move.js';

type DetailCommand = Extract<
	CommandId,
	`section.${string}` | `instance.${string}` | `secret.${string}` | `find.${string}` | 'copy.field' | 'copy.path'
>;

/** Makes the handlers of the detail's commands. */
export function createDetailCommands(ports: ControllerContext): Pick<Commands, DetailCommand> {
	const {actions, state, now} = ports;
	const stepSection = (step: number) => {
		const index = sectionIds.indexOf(state().view.detail.section);
		actions.sectionOpened(sectionIds.at((index + step) % sectionIds.length) ?? 'connection');
	};

	const stepInstance = (step: number) => {
		actions.secretsHidden();
		actions.selectionMoved(step, gridHeight(ports));
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
		'copy.field'() {
			copy(ports, (subject, position) => {
				const {detail} = state().view;
				return copyField(detail.section, subject, position, {isRevealed: isRevealed(detail, now()), symbols: ports.symbols});
			});
		},
		'copy.path'() {
			copy(ports, (subject, position) => copyPath(state().view.detail.section, subject, position));
		},
		'find.next'() {
			stepFound(ports, 1);
		},
		'find.former'() {
			stepFound(ports, -1);
		},
		'find.clear'() {
			if (state().view.detail.find === '') {
				goBack(ports);
			} else {
				actions.findCleared();
			}
		},
	};
}

/**
Moves the cursor of the detail to the first field that matches the search, while it is typed.
It begins at the field where the cursor was before the prompt, and continues at the top after the last field.
*/
export function followFind(ports: ControllerContext): void {
	const {prompt} = ports.state().view;
	if (prompt?.place !== 'detail') {
		return;
	}

	const {field} = prompt.formerDetail;
	const found = foundIn(ports);
	ports.actions.fieldFound(found.find(position => position >= field) ?? found[0] ?? field);
}

function stepFound(ports: ControllerContext, direction: 1 | -1): void {
	const {actions, state, now} = ports;
	const {find, field} = state().view.detail;
	const found = foundIn(ports);
	if (found.length === 0) {
		actions.noticed(find === '' ? 'nothing is looked for yet: / begins' : `${find} is not in this section`, now());
	} else {
		actions.fieldFound(nextFound(found, field, direction));
	}
}

/** The positions of the fields that match the search. */
function foundIn(ports: ControllerContext): readonly number[] {
	return (detailPage(ports)?.entries ?? []).flatMap(({isFound}, position) => isFound ? [position] : []);
}

/** Copies the text that `read` gives for the field at the cursor, or shows why there is none. */
function copy(ports: ControllerContext, read: (subject: Subject, position: number) => Copy): void {
	const subject = ports.subject();
	const page = detailPage(ports);
	if (subject === undefined || page === undefined) {
		return;
	}

	const result = read(subject, clamp(ports.state().view.detail.field, 0, page.entries.length - 1));
	if (result.kind === 'none') {
		ports.actions.noticed(`not copied: ${result.why}`, ports.now(), 'caution');
	} else {
		ports.copy(result.text, result.what, result.isSecret);
	}
}

function sectionCommands({actions}: ControllerContext): Pick<Commands, `section.${(typeof sectionNumbers)[number]}`> {
	return Object.fromEntries(sectionNumbers.map(digit => [`section.${digit}`, () => {
		actions.sectionOpened(sectionOf(digit));
	}])) as Pick<Commands, `section.${(typeof sectionNumbers)[number]}`>;
}
