import type {TextMask} from '../../core/json/mask.js';
import {showName} from '../../core/text/portable/show-name.js';
import type {SafeText} from '../../core/text/sanitize.js';

/** Most characters of a name that are shown. Names that people give have some dozens; to mask a megabyte takes half a second. */
const longestShown = 65_536;

/** No secret that is looked for in a name is longer, in characters. One that begins in what is shown has to be seen as a whole. */
const longestSecret = 4096;

/** Makes the name that is shown of the one that came: masked, safe, and of one that is too long to be read only the beginning. */
export function shownName(name: string, maskText: TextMask): SafeText {
	const looked = longestShown + longestSecret;
	if (name.length <= looked) {
		return showName(maskText(name, 'name'));
	}

	const masked = maskText(name.slice(0, looked), 'name');
	// What is left of a secret that was cut stands at the end.
	return showName(`${masked.slice(0, Math.max(0, Math.min(longestShown, masked.length - longestSecret)))}…`);
}
