/** Words of which one alone makes a name the name of a secret, in English, Portuguese, Spanish and German. */
const secretWords: ReadonlySet<string> = new Set([
	'token',
	'secret',
	'password',
	'passwd',
	'passphrase',
	'passcode',
	'pass',
	'pwd',
	'senha',
	'segredo',
	'key',
	'auth',
	'authorization',
	'credential',
	'cookie',
	'session',
	'jwt',
	'bearer',
	'sig',
	'signature',
	'otp',
	'dsn',
	'creds',
	'passwort',
	'contrasena',
	'psk',
	'csrf',
	'xsrf',
	'hmac',
	'pin',
	'pw',
	'chave',
	'sas',
]);

/** Words that are secret where they are written together with others, such as `apitoken` and `sessionid`. No common word contains them. */
const writtenTogether = /token|passw(?:or)?d|passphrase|credential|authorization|secret$|secret(?:key|token|id)|(?:api|access|auth|client|private|secret|public|encryption|license|master)key|(?:api|auth|client|access|session)(?:pass|pwd|sig)|session(?:id|key)|cookie|userpass|dbpass|smtppass/v;

/**
Some small letters of every such name, for a quick look at texts that have none of them. Without regard to case it would take ten times as
long to compile.
*/
const hint = /tok|secr|pas|pwd|senh|segr|key|aut|cred|cook|ses|jwt|bear|sig|otp|dsn|code|codig|contra|psk|srf|hmac|pin|pw|chave|sas/v;

/** In UTF-16 code units. A longer text is a sentence, not a name. */
const longestName = 100;

const beyondAscii = /[\u{80}-\u{10FFFF}]/v;
const mayBeSplit = /[^\u{20}-\u{7E}]/v;
const notSeen = /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Mark}]/gv;

/** Codes that let whoever reads them in: names that end in one of these, however its words are joined. */
const loginCode = /(?:qr|pair|pairing)code(?:base|data|string|text|url)?$/v;

/**
Whether a field of this name holds a secret, as documented fields of the API do
(`token`, `apiToken`, `password`, `accessKey`, `secretKey`) and undocumented ones may.

The words of the name decide, however they are joined (`apiKey`, `api_key`, `X-API-KEY`, `api.key`, `headers[key]`), so that `monkey`,
`keyboard` and `author` are no secrets.
*/
export function isSecretName(name: string): boolean {
	if (name.length > longestName) {
		return false;
	}

	const plain = mayBeSplit.test(name) ? name.normalize('NFKD').replaceAll(notSeen, '') : name;
	if (!hint.test(plain.toLowerCase())) {
		return false;
	}

	const words = wordsOf(plain);
	return words.some(word => isSecretWord(word)) || loginCode.test(words.join(''));
}

/** Whether any part of a text can be the name of a secret: a quick look, which nearly all texts do not pass. */
export function canHoldSecretName(text: string): boolean {
	return hint.test(text.toLowerCase()) || beyondAscii.test(text);
}

/** Splits the name of a field at everything but letters, and where a capital begins a word: `XAmzSignature` is `x amz signature`. */
export function wordsOf(name: string): readonly string[] {
	return name
		.replaceAll(/(?<=[\da-z])(?=[A-Z])/gv, ' ')
		.replaceAll(/(?<capitals>[A-Z])(?<word>[A-Z][a-z])/gv, '$<capitals> $<word>')
		.toLowerCase()
		.split(/[^a-z]+/v)
		.filter(word => word !== '');
}

function isSecretWord(word: string): boolean {
	return secretWords.has(word) || (word.endsWith('s') && secretWords.has(word.slice(0, -1))) || writtenTogether.test(word);
}
