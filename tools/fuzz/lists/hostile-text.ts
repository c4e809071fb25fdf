import {hostileTexts} from '../../../source/simulator/instances/hostile-texts.js';
import type {Choices, Random} from '../../../source/simulator/instances/random.js';

/** Texts that are repeated, or stand beside each other. */
const pieces: Choices<string> = [
	'://a@',
	'token=a&',
	'https://user:pw@host.example/path?key=1#secret=2',
	'\u{1B}[6n',
	'\u{1B}]0;x\u{7}',
	'\u{9B}31m',
	'\u{202E}',
	'\u{2066}',
	'\u{301}',
	'\u{301}\u{316}\u{489}',
	'\u{200B}',
	'\u{FEFF}',
	'\u{2028}',
	'\u{D83D}',
	'\u{DE00}',
	'\u{0}',
	'\u{7F}',
	'\u{85}',
	'\r\n',
	'\t',
	'👨‍👩‍👧',
	'🇧🇷',
	'1️⃣',
	'漢',
	'ﷺ',
	'क्षि',
	'กำ',
	'가',
	'ﷺ',
	'ß',
	'İ',
	'ǆ',
	'%41%',
	'"',
	'\\',
	'|',
	',',
	'=',
	'{"a":1}',
	'a',
	'9',
	' ',
];

/** Words that mean something to the program. */
const words: Choices<string> = [
	'connected',
	'loggedout',
	'LOGGED_OUT',
	'connecting',
	'disconnected',
	'qr',
	'',
	'__proto__',
	'constructor',
	'true',
	'null',
	'5511999990001@s.whatsapp.net',
	'5511999990001:12@s.whatsapp.net',
	'123@lid',
	'2026-04-28T10:30:00Z',
	'2026-13-45T99:99:99Z',
	'https://hooks.example.com/a?b=c',
	'unavailable',
	'error',
	'sales-04',
];

const hostile: Choices<string> = [hostileTexts[0] ?? '', ...hostileTexts];

/** Makes a text that may try anything. One in some thousands is megabytes long. */
export function hostileText(random: Random): string {
	const kind = random.fraction();
	if (kind < 0.35) {
		return random.pick(words);
	}

	if (kind < 0.55) {
		return random.pick(hostile);
	}

	if (kind < 0.75) {
		return Array.from({length: random.between(1, 6)}, () => random.pick(pieces)).join('');
	}

	if (kind < 0.99) {
		return Array.from({length: random.between(1, 12)}, () => anyCharacter(random)).join('');
	}

	const piece = random.chance(0.5) ? random.pick(pieces) : anyCharacter(random);
	return piece.repeat(random.chance(0.004) ? random.between(1, 1_500_000 / piece.length) : random.between(1, 600));
}

/** A character of any block, half of them from the first ones. */
function anyCharacter(random: Random): string {
	return String.fromCodePoint(random.between(0, random.chance(0.5) ? 0x3_00 : (random.chance(0.7) ? 0xFF_FF : 0x10_FF_FF)));
}
