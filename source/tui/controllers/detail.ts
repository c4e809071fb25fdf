import {isRevealed, nextFound} from '../../core/detail/detail-view.js';
import {sectionNumbers, sectionOf, type CommandId} from '../../core/keymap/commands.js';
import {copyField, copyPath, type Copy} from '../../core/detail/copy.js';
import {hasSecrets} from '../../core/detail/layout.js';
import {sectionIds} from '../../core/sections/sections.js';
import type {Subject} from '../../core/sections/section.js';
import {clamp} from '../../core/screen/viewport.js';
import type {Commands, ControllerContext} from './context.js';
import {goBack} from './go-back.js';
import {detailPage, gridHeight} from './move.js';

type DetailCommand = Extract<CommandId, `section.${string}` | `instance.${string}` | `secret.${string}` | `find.${string}` | 'copy.field' | 'copy.path'>;

/** What the keys of the detail do. */
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
				actions.noticed(detail.section === 'json' ? 'the JSON never shows secrets: open their own section' : 'no secrets in this section', now());
			} else if (isRevealed(detail, now())) {
				actions.secretsHidden();
			} else {
				actions.secretsRevealed(now());
			}
		},
		'copy.field'() {
			copy(ports, (subject, position) => copyField(state().view.detail.section, subject, position, {isRevealed: isRevealed(state().view.detail, now()), symbols: ports.symbols}));
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

/** While it is typed what is looked for, the cursor goes to the first field that holds it, from where it was on. */
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

/** The positions of the fields that hold what is looked for. */
function foundIn(ports: ControllerContext): readonly number[] {
	return (detailPage(ports)?.entries ?? []).flatMap(({isFound}, position) => isFound ? [position] : []);
}

function copy(ports: ControllerContext, read: (subject: Subject, position: number) => Copy): void {
	const subject = ports.subject();
	const page = detailPage(ports);
	if (subject === undefined || page === undefined) {
		return;
	}

	const copied = read(subject, clamp(ports.state().view.detail.field, 0, page.entries.length - 1));
	if (copied.kind === 'none') {
		ports.actions.noticed(`not copied: ${copied.why}`, ports.now(), 'caution');
	} else {
		ports.copy(copied.text, copied.what, copied.isSecret);
	}
}

function sectionCommands({actions}: ControllerContext): Pick<Commands, `section.${(typeof sectionNumbers)[number]}`> {
	return Object.fromEntries(sectionNumbers.map(digit => [`section.${digit}`, () => {
		actions.sectionOpened(sectionOf(digit));
	}])) as Pick<Commands, `section.${(typeof sectionNumbers)[number]}`>;
}
