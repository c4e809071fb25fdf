/** The first answer, for which the first picture waits a little. */
export type FirstAnswer = {
	/** Called with each answer, or what came instead of one; resolves once there is a picture. */
	readonly came: () => Promise<void>;
	/** Resolves when there is an answer, or none is worth being waited for. */
	readonly awaited: (isOver: Promise<unknown>) => Promise<void>;
	/** Says that there is a picture. */
	readonly drawn: () => void;
};

export type FirstAnswerPorts = {
	/** A clock that does not jump, in milliseconds. */
	readonly elapsed: () => number;
	/** For how long the program has had nothing to do since it was started, in milliseconds. */
	readonly idle: () => number;
	/** Resolves after so many milliseconds. */
	readonly pause: (milliseconds: number) => Promise<void>;
};

/**
In milliseconds. What came while the libraries of the screen were loaded lies in the socket, and is read at once. A program that has had
nothing to do for this long has no answer, and says so on its first picture: nobody sees that it came later.
*/
const longestIdle = 20;

/**
In milliseconds. An answer of 200 instances is read and arranged in a third of it, on a machine that has nothing else to do. One of 10,000
takes longer, for which a person wants to see that the program has started.
*/
const longestWork = 300;

/** In milliseconds, how often it is looked whether there is something to do. */
const lookEvery = 5;

/**
Makes what the first picture and the first answer wait for. Where the answer comes with the libraries of the screen, the first picture has
it, instead of a picture of nothing that costs as much; and what is not on the picture, such as that it is recorded, is done afterwards.
*/
export function createFirstAnswer({elapsed, idle, pause}: FirstAnswerPorts): FirstAnswer {
	const answer = Promise.withResolvers<void>();
	const picture = Promise.withResolvers<void>();
	let isAnswered = false;
	return {
		async came() {
			isAnswered = true;
			answer.resolve();
			return picture.promise;
		},
		async awaited(isOver) {
			let isWaiting = true;
			const over = Promise.race([isOver, answer.promise]).then(() => {
				isWaiting = false;
			});
			const [begun, idleBefore] = [elapsed(), idle()];
			while (isWaiting && !isAnswered && elapsed() - begun < longestWork && idle() - idleBefore < longestIdle) {
				// eslint-disable-next-line no-await-in-loop -- it is looked again and again
				await Promise.race([over, pause(lookEvery)]);
			}
		},
		drawn: picture.resolve,
	};
}
