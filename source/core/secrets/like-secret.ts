/** In UTF-16 code units. Words of sentences and names of things are shorter, unless they are mixed with digits. */
const longestWord = 15;
const shortestMixed = 6;

const letter = /\p{Letter}/v;
const digit = /\p{Number}/v;

/** Whether a word looks like a secret and not like a word or a number that people write: letters and digits mixed, or long. */
export function isLikeSecret(word: string): boolean {
	return word.length > longestWord || (word.length >= shortestMixed && letter.test(word) && digit.test(word));
}
