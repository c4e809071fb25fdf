import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {test} from 'node:test';
import fc from 'fast-check';
import {blockReader} from '../../../../source/api/item/block-reader.js';
import {wholeBlock} from '../../../../source/core/instance/whole-item.js';
import {proxy} from '../../../../source/core/blocks/proxy.js';
import {createTextMask, maskText} from '../../../../source/core/json/mask.js';
import {
	Wire,
	wireCopy,
	wireLines,
	wireText,
} from '../../../../source/core/json/wire.js';
import {createKnownTokens} from '../../../../source/core/secrets/known-tokens.js';
import {placeOf, type Place} from '../../../../source/core/secrets/place.js';
import {mask} from '../../../../source/core/text/secret.js';
import {tries} from '../../../helpers/properties/tries.js';

const check = (cases: ReadonlyArray<readonly [raw: string, masked: string]>, place?: Place) => {
	for (const [raw, masked] of cases) {
		assert.equal(maskText(raw, place), masked, raw);
	}
};

test('an address loses its password and its secret fields, and nothing else', () => {
	check([
		['https://example.com/hook?page=2#top', 'https://example.com/hook?page=2#top'],
		['https://user:pass@example.com/hook', `https://user:${mask}@example.com/hook`],
		['socks5://user@example.com:1080', `socks5://${mask}@example.com:1080`],
		['https://us@er:p@ss@example.com/', `https://${mask}@er:${mask}@example.com/`],
		['https://example.com/?token=abc&page=2', `https://example.com/?token=${mask}&page=2`],
		['https://example.com/?page=2&api_key=a=b', `https://example.com/?page=2&api_key=${mask}`],
		['https://example.com/#access_token=abc', `https://example.com/#access_token=${mask}`],
		['https://example.com/?%74oken=abc', `https://example.com/?%74oken=${mask}`],
		['https://example.com/?token=', 'https://example.com/?token='],
		['https://example.com/@someone', 'https://example.com/@someone'],
		['https://example.com:8080/@someone', 'https://example.com:8080/@someone'],
		['http://[::1]:8080/me@example.com', 'http://[::1]:8080/me@example.com'],
		['see https://a:b@c.d and https://e.f/?key=g !', `see https://a:${mask}@c.d and https://e.f/?key=${mask} !`],
		['5511999999999@s.whatsapp.net', '5511999999999@s.whatsapp.net'],
		['5511999999999:12@s.whatsapp.net', '5511999999999:12@s.whatsapp.net'],
		['mailto:someone@example.com', 'mailto:someone@example.com'],
		['2026-04-28T10:30:00Z', '2026-04-28T10:30:00Z'],
	]);
});

test('a password is masked without a scheme, with any character in it, and within another address', () => {
	check([
		['user:pw@host:3128', `user:${mask}@host:3128`],
		['//user:pw@h', `//user:${mask}@h`],
		['https://user:pa/ss#w?x@host/p', `https://user:${mask}@host/p`],
		['https://u:p@ss@w@host', `https://u:${mask}@host`],
		['https://a1b2c3:@host', `https://${mask}@host`],
		['redis://:pw@host:6379/0', `redis://:${mask}@host:6379/0`],
		['https://a?next=https%3A%2F%2Fu%3Ap%40h', `https://a?next=https%3A%2F%2Fu%3A${mask}%40h`],
		['https://a?next=https%253A%252F%252Fu%253Ap%2540h&x=1', `https://a?next=https%253A%252F%252Fu%253A${mask}%2540h&x=1`],
	]);
});

test('the values of secret names are masked in headers, pairs, cookies and JSON, whole or within a text', () => {
	check([
		['Authorization: Basic abcd\nAccept: x', `Authorization: ${mask}\nAccept: x`],
		['Cookie: a=b; c=d', `Cookie: ${mask}`],
		['sent Bearer a1b2c3d4e5 to it', `sent Bearer ${mask} to it`],
		['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc tail', `${mask} tail`],
		['{"name":"token","value":"abc"}', `{"name":"token","value":"${mask}"}`],
		['{"value":"abc","name":"token"}', `{"value":"${mask}","name":"token"}`],
		['{"headers":{"Authorization":"x"},"port":1}', `{"headers":{"Authorization":"${mask}"},"port":1}`],
		['[["Authorization","x"]]', `[["Authorization","${mask}"]]`],
		['before {"token":"abc","x":1} after', `before {"token":"${mask}","x":1} after`],
		[String.raw`{"a":"{\"token\":\"abc\"}"}`, String.raw`{"a":"{\"token\":\"${mask}\"}"}`],
		['?name=token&value=abc&x=1', `?name=token&value=${mask}&x=1`],
		[String.raw`\u0074oken=abc`, String.raw`\u0074oken=${mask}`],
		['pass\u{200B}word=abc', `pass\u{200B}word=${mask}`],
		['password: hunter2, user: x', `password: ${mask}, user: x`],
		['the API does not know the token: Invalid token', 'the API does not know the token: Invalid token'],
		['?monkey=a&keyboard=b&author=c&compass=d', '?monkey=a&keyboard=b&author=c&compass=d'],
	]);
});

const staysReadable = (texts: readonly string[], place?: Place) => {
	check(texts.map(text => [text, text] as const), place);
};

test('words, labels and times that people write into names stay readable', () => {
	const names = [
		'Pass: 01',
		'Pass: 02',
		'keys: 3',
		'session: 5',
		'cookie: chocolate',
		'Hotel Session: quarto 5',
		'Chave:\tloja 2',
		'Bearer Transportes',
		'Bearer Transportadora',
		'Basic Instinct',
		'BASIC Instinct 2',
		'basic information',
		'12:30@loja',
		'12:30@loja.com',
		'10:00-18:00@centro',
		'Atendimento 08:00@18:00',
		'vendas:sp@matriz',
		'maria:joao@loja',
		'a:b@c',
		'https://h.example/a:b@c',
		'https://h.example/a:b@c:d',
		'https://h/?q=a:b@c',
		'https://h/#a:b@c',
		'https://medium.com/x/a:b@c.com',
		'http://localhost:8080/me@example.com',
		'http://squid:3128/',
		'Contato:maria@loja.com',
		'suporte:joao.silva2@loja.com.br',
		'Bearer Filial2',
		'Bearer Loja-01',
		'Invalid token: expired',
		'senha: inválida',
		'tokens: 4096',
		'código: 12',
	];
	staysReadable(names);
	staysReadable(names, 'name');
	staysReadable(['token: fila', 'PIN: 01', 'Senha: loja 2', 'Loja:maria@loja.com'], 'name');
});

test('after a word that means nothing but a secret the value is masked, also in a sentence', () => {
	const cases = [
		['password: correct-horse', `password: ${mask}`],
		['my password: hunter, it is', `my password: ${mask}, it is`],
		['otp: 123456', `otp: ${mask}`],
		['pin: 4821', `pin: ${mask}`],
		['a senha: batata', `a senha: ${mask}`],
		['código: 482913', `código: ${mask}`],
		['Codigo: 4829', `Codigo: ${mask}`],
		['token: fila', `token: ${mask}`],
	] as const;
	check(cases);
	check(cases.filter(([raw]) => /[\d\-]/v.test(raw)), 'name');
});

test('a bearer is masked where it mixes letters and digits', () => {
	check([
		['Bearer abcd1234', `Bearer ${mask}`],
		['Authorization: Bearer abcd1234', `Authorization: ${mask}`],
		['sent bearer k3y9x2 to it', `sent bearer ${mask} to it`],
	]);
});

test('in a field that is an address all that may be a credential is masked', () => {
	check([
		['user:pw@squid', `user:${mask}@squid`],
		['12:30@squid', `12:${mask}@squid`],
		['contato:senha@squid.example', `contato:${mask}@squid.example`],
		['user:12/34@squid', `user:${mask}@squid`],
	], 'address');
	staysReadable([
		'https://medium.com/x/a:b@c.com',
		'https://example.com:8080/@someone',
		'mailto:someone@example.com',
		'5511999999999:12@s.whatsapp.net',
		'squid:3128',
		'squid',
	], 'address');
	assert.deepEqual(
		['host', 'baseUrl', 'pictureUrl', 'endpoint', 'url', 'name', 'inboxName', 'hostname', 'status', 'curl', 'username'].map(name => placeOf(name)),
		['address', 'address', 'address', 'address', 'address', 'name', 'name', 'address', undefined, undefined, undefined],
	);
});

test('a field has its place wherever it is shown', () => {
	const wire = new Wire({host: 'user:pw-zq@squid', urls: ['user:pw-zq@squid'], inboxName: 'token: fila'});
	const shown = [String(wire), wireText(wire), wireCopy(wire), ...wireLines(wire).flatMap(({value, parts}) => [wireText(value), wireCopy(value), ...parts.map(({text}) => text)])];
	assert.equal(shown.join(' ').includes('pw-zq'), false);
	assert.ok(String(wire).includes('token: fila'));
	const block = wholeBlock(proxy.fields, blockReader(proxy.fields, maskText)({
		host: 'user:pw-zq@squid', username: ['a'], more: 1, proxyUrl: 'user:pw-zq@squid',
	}));
	assert.equal(JSON.stringify(block).includes('pw-zq'), false);
	assert.ok(JSON.stringify(block).includes(`user:${mask}@squid`));
});

test('a password may begin like a port', () => {
	check([
		['https://user:12/34@host.example/', `https://user:${mask}@host.example/`],
		['https://user:12/3:4/5@host.example/', `https://user:${mask}@host.example/`],
		['https://user:1?2@host.example', `https://user:${mask}@host.example`],
		['https://medium.com/x/a:b@c.com:3128', `https://medium.com/x/a:${mask}@c.com:3128`],
	]);
});

test('what looks like a secret is masked after a colon and a blank, and so is every value of a field in quotes', () => {
	check([
		['password: hunter2', `password: ${mask}`],
		['Pass: 01, token: a1b2c3', `Pass: 01, token: ${mask}`],
		['keys: token=abc', `keys: ${mask}`],
		['token: abcdefghijklmnop', `token: ${mask}`],
		['see "token": "x"', `see "token": "${mask}"`],
		['see "keys": 3 here', `see "keys": ${mask} here`],
		['token: "x"', `token: "${mask}"`],
		['token:x', `token:${mask}`],
		['Pass=01', `Pass=${mask}`],
		['Authorization: Basic abcd', `Authorization: ${mask}`],
		['Cookie: a=b', `Cookie: ${mask}`],
		['token: Bearer abc123', `token: ${mask}`],
		['Bearer abcdefgh1234', `Bearer ${mask}`],
		['Basic dXNlcjpwYXNz', `Basic ${mask}`],
		['Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==', `Basic ${mask}`],
		['Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc', `Bearer ${mask}`],
	]);
});

test('a credential without a scheme is known by its host', () => {
	check([
		['user:pw@host:3128', `user:${mask}@host:3128`],
		['user:pw@proxy.example.com', `user:${mask}@proxy.example.com`],
		['user:pw@10.0.0.1:3128', `user:${mask}@10.0.0.1:3128`],
		['user:pw@[::1]:3128', `user:${mask}@[::1]:3128`],
		['proxy:http://user:pw@squid/', `proxy:${mask}@squid/`],
		['https://us@er:p@ss@localhost/', `https://${mask}@er:${mask}@localhost/`],
		['https://user:p/w#x?y@host.example/', `https://user:${mask}@host.example/`],
		['https://h/?proxy=user:pw@host:3128', `https://h/?proxy=user:${mask}@host:3128`],
		['//a:b@c', `//a:${mask}@c`],
	]);
});

test('the secret parts of paths, of tags and of the options of commands are masked', () => {
	check([
		['https://api.telegram.org/bot123456:SECRET/send', `https://api.telegram.org/bot${mask}/send`],
		['https://discord.com/api/webhooks/1/SECRET', `https://discord.com/api/webhooks/1/${mask}`],
		['https://hooks.slack.com/services/T/B/SECRET', `https://hooks.slack.com/services/T/B/${mask}`],
		['https://h.example/token/a1b2c3d4/send', `https://h.example/token/${mask}/send`],
		['https://h.example/token/abc-DEF-ghi-JKL-mno', `https://h.example/token/${mask}`],
		['{name:"token", values:["SECRET"]}', `{name:"token", values:${mask}}`],
		['{"name":"token","values":["SECRET"]}', `{"name":"token","values":"${mask}"}`],
		['<password>SECRET</password>', `<password>${mask}</password>`],
		['<a:token type="x">s</a:token>', `<a:token type="x">${mask}</a:token>`],
		['curl --token SECRET -v', `curl --token ${mask} -v`],
		['curl --api-key "S3" -v', `curl --api-key "${mask}" -v`],
		['?to\u{200B}ken=abc', `?to\u{200B}ken=${mask}`],
		['{"to\u{200B}ken":"abc"}', `{"to\u{200B}ken":"${mask}"}`],
		['?qrcode=2@x&pin=1&chave=k&pw=l&sas=m', `?qrcode=${mask}&pin=${mask}&chave=${mask}&pw=${mask}&sas=${mask}`],
		['contraseña=abc', `contraseña=${mask}`],
	]);
	staysReadable([
		'https://h.example/auth/login',
		'https://h.example/password/reset-confirmation',
		'https://h.example/session/loja01/qr',
		'https://hooks.slack.com/services',
		'<name>x</name>',
		'--token-file /run/token',
		'give --token before it',
		'--token --watch',
	]);
});

const part = fc.string({unit: fc.constantFrom('a', 'b', '1', '-', '.'), minLength: 3, maxLength: 10}).map(text => `zz${text}`);

test('no credential of an address survives masking, wherever the address stands', () => {
	const prose = fc.string({unit: fc.constantFrom('a', 'b', ' ', ',', '.'), maxLength: 20});
	const name = fc.constantFrom('token', 'apiToken', 'password', 'accessKey', 'client_secret', 'TOKEN', 'senha', 'X-Amz-Signature', 'otp');
	fc.assert(fc.property(prose, part, name, part, (before, password, field, value) => {
		const masked = maskText(`${before} https://user:${password}@example.com/path?page=2&${field}=${value}#top ${before}`);
		assert.ok([password, value].every(secret => !masked.includes(secret)), masked);
		assert.ok(masked.includes('//user:'), masked);
		assert.ok(masked.includes('@example.com/path?page=2&'), masked);
	}));
});

test('masking what is masked changes nothing', () => {
	check([['token:&@https://', 'token:&@https://'], ['key:token@https://', 'key:token@https://']]);
	const piece = fc.constantFrom('https://', 'user', ':', '@', '/', '?', '&', '#', ';', 'token', 'key', '=', ' ', '\n', '%74', 'x', mask);
	fc.assert(fc.property(fc.array(piece, {maxLength: 20}), pieces => {
		const masked = maskText(pieces.join(''));
		assert.equal(maskText(masked), masked);
	}), {numRuns: tries(2000)});
});

const percents = (text: string) => text.replaceAll(/./gsv, character => `%${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`);

/** Ways to write a token, each of which a reader could undo. */
const spellings: Readonly<Record<string, (token: string) => string>> = {
	plain: token => token,
	capitals: token => token.toUpperCase(),
	percents,
	'percents of percents': token => percents(percents(token)),
	'capital percents': token => percents(token).toUpperCase(),
	'escapes of JSON': token => token.replaceAll(/./gsv, character => String.raw`\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`),
	base64: token => Buffer.from(token).toString('base64'),
	'base64 one byte further': token => Buffer.from(`u${token}`).toString('base64'),
	'base64 two bytes further': token => Buffer.from(`u:${token}`).toString('base64'),
	'base64 of a user and a token': token => `Basic ${Buffer.from(`someone:${token}`).toString('base64url')}`,
	'percents of base64': token => percents(Buffer.from(token).toString('base64')),
	hex: token => Buffer.from(token).toString('hex'),
	'capital hex': token => Buffer.from(token).toString('hex').toUpperCase(),
	'split by what is not seen': token => [...token].join('\u{200B}'),
	'broken by a line feed': token => `${token.slice(0, 9)}\n${token.slice(9)}`,
	'broken by line ends and an indent': token => `${token.slice(0, 9)}\r\n\t  ${token.slice(9)}`,
	'broken by an escaped line feed': token => String.raw`${token.slice(0, 9)}\n${token.slice(9)}`,
	'broken base64': token => Buffer.from(token).toString('base64').replaceAll(/.{10}/gv, '$&\n'),
	'full width': token => token.replaceAll(/[\u{21}-\u{7E}]/gv, character => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xFE_E0)),
};

const token = fc.string({unit: fc.constantFrom('a', 'B', 'c', '7', '0', '-', '_', 'x', 'Z', '~'), minLength: 20, maxLength: 40}).map(text => `${text}9q`);
const around = fc.constantFrom('', 'x', '/', 'https://example.com/a/', '?id=', ' text ', '=', '"', 'São ');

test('a token is masked in every spelling, wherever it stands, and what is around it is not', () => {
	fc.assert(fc.property(token, around, around, fc.constantFrom(...Object.keys(spellings)), (text, before, after, name) => {
		const tokens = createKnownTokens();
		tokens.add(text);
		const spelled = spellings[name]?.(text) ?? '';
		const masked = createTextMask(tokens)(`${before}${spelled}${after}`);
		assert.ok(masked.includes(mask), `${name}: ${masked}`);
		const left = masked.replaceAll(mask, '');
		// At most the few characters of base64 that hold other text too are left.
		assert.ok(left.length <= before.length + after.length + 20 && !left.includes(spelled.slice(14, 30)), `${name}: ${masked}`);
		assert.equal(masked.startsWith(before), true, masked);
	}), {numRuns: tries(1000)});
});

test('a text without a token stays as it is, with ten thousand tokens known', () => {
	const tokens = createKnownTokens();
	for (let index = 0; index < 10_000; index++) {
		tokens.add(`token-of-an-instance-${index}`);
	}

	const hide = createTextMask(tokens);
	assert.equal(hide('see token-of-an-instance-777!'), `see ${mask}!`);
	for (const text of ['token-of-another-instance-777', 'https://example.com/token/of/an/instance', '5511999990001@s.whatsapp.net']) {
		assert.equal(hide(text), text);
	}
});

test('a token that is too short to be told from ordinary text masks nothing', () => {
	const tokens = createKnownTokens();
	assert.deepEqual(['a', 'true', '', '1234567'].map(text => tokens.add(text)), [false, false, false, false]);
	assert.equal(createTextMask(tokens)('a true 1234567'), 'a true 1234567');
});

test('a token in use is known however many lengths the tokens of a list have', () => {
	const tokens = createKnownTokens();
	for (let length = 8; length < 200; length++) {
		tokens.add('x'.repeat(length));
	}

	tokens.add('own-token-4711-of-the-account', true);
	assert.equal(createTextMask(tokens)('of own-token-4711-of-the-account'), `of ${mask}`);
});
