/**
Texts that try to control a terminal, to change the order or the length of a line, to be invisible, or to break a parser.
No two are the same.
*/
export const hostileTexts: readonly string[] = [
	// CSI sequences: colours, erasing, moving the cursor, leaving the alternate screen, and queries, whose answers arrive as typed keys.
	'\u{1B}[31;1mred\u{1B}[0m',
	'\u{1B}[2J\u{1B}[Hgone',
	'\u{1B}[?1049l\u{1B}[?25l',
	'\u{1B}[8mhidden\u{1B}[7m',
	'\u{1B}[6n\u{1B}[c\u{1B}[>q',
	'\u{1B}[999Cfar\u{1B}[1;1r',
	// OSC sequences: title, link, clipboard, notifications.
	'\u{1B}]0;owned\u{7}',
	'\u{1B}]8;;https://evil.example/\u{1B}\\link\u{1B}]8;;\u{1B}\\',
	'\u{1B}]52;c;cm0gLXJmIH4=\u{7}',
	'\u{1B}]9;owned\u{7}\u{1B}]777;notify;owned;now\u{1B}\\',
	// DCS sequences (sixel, and tmux's pass-through), then APC, PM and SOS, then an OSC sequence that is never closed.
	'\u{1B}Pq#0;2;0;0;0#0~~\u{1B}\\',
	'\u{1B}Ptmux;\u{1B}\u{1B}]52;c;b3duZWQ=\u{7}\u{1B}\\',
	'\u{1B}_Gf=100;AAAA\u{1B}\\\u{1B}^pm\u{1B}\\\u{1B}Xsos\u{1B}\\',
	'\u{1B}]0;without end',
	// Reset and character sets; C1 controls, which are the same commands in one 8-bit character.
	'\u{1B}c\u{1B}(0lqqk\u{E}',
	'\u{9B}31mred\u{9D}0;owned\u{9C}\u{90}q\u{9C}',
	'\u{85}next\u{8E}line',
	// C0 control characters.
	'\u{7}\u{7}\u{7}bell',
	'good\b\b\b\bevil',
	'good\revil',
	'tab\tnew\nline\u{B}\u{C}',
	'nul\u{0}del\u{7F}',
	// Bidirectional controls, line separators, right-to-left text.
	'\u{202E}gnp.exe\u{202C}',
	'\u{2066}one\u{2067}two\u{2068}three\u{2069}\u{200F}\u{61C}',
	'line\u{2028}paragraph\u{2029}end',
	'שלום مرحبا',
	// Long runs of zero-width characters, of combining marks, of words and of wide characters.
	`zero${'\u{200B}\u{200D}\u{2060}\u{FEFF}'.repeat(100)}width`,
	`Z${'\u{301}\u{489}\u{332}'.repeat(100)}algo`,
	'very long '.repeat(300),
	'漢字'.repeat(200),
	// Lone surrogates, noncharacters, and characters without a glyph.
	'high \u{D800} surrogate',
	'low \u{DC00} surrogate',
	'\u{FFFE}\u{1FFFF}\u{FDD0}',
	'tag\u{E0001}\u{E0065}\u{E0076}\u{E0069}\u{E006C}\u{E007F}',
	'\u{3164}\u{115F}\u{2800}\u{AD}\u{34F}',
	'\u{E000}\u{F0000}\u{10FFFD}',
	// Graphemes whose width differs between terminals.
	'👨‍👩‍👧‍👦👩🏽‍🚀🏳️‍🌈',
	'❤️1️⃣🇧🇷👍🏿',
	'நிक्षि각กำ﷽',
	// Syntax of other languages: JSON, the shell, tmux formats, spreadsheets, HTML, JavaScript.
	String.raw`"}],\"success\":false`,
	'$(touch owned)`id`;\'"',
	'#{pane_id}#[fg=red]#(id)',
	'=HYPERLINK("https://evil.example/")',
	String.raw`<script>alert(1)</script>&amp;%1B%5B2J\u001b[2J`,
	'__proto__',
];
