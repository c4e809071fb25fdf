/** One piece of what a program wrote to its terminal, as the terminal's parser takes it. */
export type Token =
	| {readonly kind: 'text'; readonly text: string}
	/** One control character, of C0 or C1, outside any sequence. */
	| {readonly kind: 'control'; readonly text: string}
	/** `parameters` with the private marker, as they stand; `final` with the intermediates. */
	| {readonly kind: 'csi'; readonly parameters: string; readonly final: string}
	| {readonly kind: 'osc'; readonly command: string; readonly text: string}
	/** DCS, SOS, PM or APC, by the letter that begins it. */
	| {readonly kind: 'string'; readonly opener: string; readonly text: string}
	/** Any other escape sequence, without its ESC. */
	| {readonly kind: 'escape'; readonly text: string}
	/** A sequence broken off by a character that is no part of it, or by the end of the output. */
	| {readonly kind: 'broken'; readonly text: string};

const patterns: ReadonlyArray<readonly [RegExp, (groups: Readonly<Record<string, string>>) => Token]> = [
	[/(?:\u{1B}\[|\u{9B})(?<parameters>[0-?]*)(?<final>[ -\/]*[@-~])/vy, ({parameters = '', final = ''}) => ({kind: 'csi', parameters, final})],
	[/(?:\u{1B}\]|\u{9D})(?<command>\d*)(?<text>(?:[^\d\u{7}\u{1B}\u{9C}][^\u{7}\u{1B}\u{9C}]*)?)(?:\u{7}|\u{1B}\\|\u{9C})/vy, ({command = '', text = ''}) => ({kind: 'osc', command, text: text.replace(/^;/v, '')})],
	[/(?:\u{1B}(?<opener>[PX^_])|(?<short>[\u{90}\u{98}\u{9E}\u{9F}]))(?<text>[^\u{1B}\u{9C}]*)(?:\u{1B}\\|\u{9C})/vy, ({opener, short = '', text = ''}) => ({kind: 'string', opener: opener ?? String.fromCodePoint((short.codePointAt(0) ?? 0) - 0x40), text})],
	[/\u{1B}(?<text>[ -\/]*[0-OQ-WYZ\\`-~])/vy, ({text = ''}) => ({kind: 'escape', text})],
	[/(?<text>[\u{1B}\u{90}\u{98}\u{9B}\u{9D}-\u{9F}][^\u{1B}]{0,20})/vy, ({text = ''}) => ({kind: 'broken', text})],
	[/(?<text>[\u{0}-\u{1F}\u{7F}-\u{9F}])/vy, ({text = ''}) => ({kind: 'control', text})],
	[/(?<text>[^\u{0}-\u{1F}\u{7F}-\u{9F}]+)/vy, ({text = ''}) => ({kind: 'text', text})],
];

/** Splits the output into tokens; only the characters that end a sequence are left out. */
export function tokenize(written: string): readonly Token[] {
	const tokens: Token[] = [];
	let at = 0;
	while (at < written.length) {
		const {length} = tokens;
		for (const [pattern, read] of patterns) {
			pattern.lastIndex = at;
			const match = pattern.exec(written);
			if (match !== null) {
				tokens.push(read(match.groups ?? {}));
				at += match[0].length;
				break;
			}
		}

		if (tokens.length === length) {
			throw new Error(`No pattern takes ${JSON.stringify(written.slice(at, at + 20))}.`);
		}
	}

	return tokens;
}
