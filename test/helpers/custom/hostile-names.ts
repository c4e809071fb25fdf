import {hostileTexts} from '../../../source/simulator/instances/hostile-texts.js';

/** What shells, programs and parsers take for more than text. */
const pieces: readonly string[] = [
	...hostileTexts.filter(text => text.length < 80),
	'$(touch /tmp/owned)',
	'`id`',
	';',
	'|',
	'&',
	'>',
	'<',
	'*',
	'~',
	'!',
	'#',
	'"',
	'\'',
	'\\',
	'\n',
	'\r',
	' ',
	'\t',
	'=',
	'@',
	'%s',
	'%00',
	'-',
	'--',
	'-rf',
	'--config=',
	'-c',
	'{name}',
	'{id}',
	'{}',
	'$'.concat('{HOME}'),
	'$1',
	'../..',
	'/etc/passwd',
	'a',
	'Ärger',
	'0',
	'\0',
	'\u{D800}',
	'"}],"instances":[',
	'',
];

/** Names that try to be more than an argument, always the same for a number. */
export function hostileName(number: number): string {
	let seed = (number * 2_654_435_761) % 4_294_967_296;
	let name = '';
	for (let count = 1 + (seed % 4); count > 0; count--) {
		seed = ((seed * 1_664_525) + 1_013_904_223) % 4_294_967_296;
		name += pieces[Math.floor(seed / 7) % pieces.length] ?? '';
	}

	return name;
}
