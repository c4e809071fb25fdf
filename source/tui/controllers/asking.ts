import {questionLines} from '../../core/view/footer/question-lines.js';
import type {Question} from '../../core/view/view-state.js';
import type {ViewContext} from '../views/view.js';

/** What is asked before something is done. */
type Asked = {
	readonly question: Question;
	/** What is told where nobody could see the question, such as `restart is not run`. */
	readonly refusal: string;
	readonly whenYes: () => void;
};

/** Asks a person whether something shall be done: the next key is the answer. */
export type Asking = {
	readonly ask: (asked: Asked) => void;
	/** Answers the question: yes, or anything else. */
	readonly answer: (isYes: boolean) => void;
};

/** Makes what asks. Where the screen has no room for the question nothing is done, as a notice says that stays until a key. */
export function createAsking({
	actions, layout, now, symbols,
}: Pick<ViewContext, 'actions' | 'layout' | 'now' | 'symbols'>): Asking {
	let open: Asked | undefined;
	const hasRoom = ({question}: Asked) => {
		const {kind, size} = layout();
		return kind === 'full' || questionLines(question, size, symbols.ellipsis) !== undefined;
	};

	const tellUnseen = (text: string) => {
		actions.noticed(text, now(), {tone: 'caution', isUntilKey: true});
	};

	return {
		ask(asked) {
			if (hasRoom(asked)) {
				open = asked;
				actions.questionAsked(asked.question);
			} else {
				tellUnseen(`${asked.refusal}: the screen was too small to ask`);
			}
		},
		answer(isYes) {
			const answered = open;
			open = undefined;
			actions.questionAnswered();
			if (answered === undefined || !isYes) {
				return;
			}

			// The screen may have become smaller since.
			if (hasRoom(answered)) {
				answered.whenYes();
			} else {
				tellUnseen(`${answered.refusal}: its question was out of sight`);
			}
		},
	};
}
