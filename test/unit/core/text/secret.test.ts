import assert from 'node:assert/strict';
import {inspect} from 'node:util';
import {test} from 'node:test';
import {
	isSameSecret,
	mask,
	maskSecrets,
	reveal,
	Secret,
} from '../../../../source/core/text/secret.js';
import {isSecretName} from '../../../../source/core/text/secret-name.js';

test('a secret prints itself as the mask in every form', () => {
	const secret = new Secret('s3cr3t');
	assert.equal(String(secret), mask);
	assert.equal(secret.toString(), mask);
	assert.equal(JSON.stringify({secret}), `{"secret":"${mask}"}`);
	assert.equal(inspect({secret}), `{ secret: ${mask} }`);
	assert.equal(inspect(secret, {showHidden: true}), mask);
	assert.deepEqual(Object.keys(secret), []);
	assert.equal(reveal(secret), 's3cr3t');
});

test('secrets are compared by their text', () => {
	assert.ok(isSameSecret(new Secret('a'), new Secret('a')));
	assert.ok(!isSameSecret(new Secret('a'), new Secret('b')));
});

test('a field is secret by the words of its name, known or not, however they are joined', () => {
	for (const name of [
		'token',
		'apiToken',
		'password',
		'accessKey',
		'secretKey',
		'MY_SECRET',
		'x-api-KEY',
		'proxyPassword',
		'pass',
		'passwd',
		'pwd',
		'senha',
		'auth',
		'authorization',
		'Proxy-Authorization',
		'credential',
		'credentials',
		'cookie',
		'Set-Cookie',
		'session',
		'sessionID',
		'sessionid',
		'jwt',
		'bearer',
		'sig',
		'X-Amz-Signature',
		'XAmzSignature',
		'otp',
		'dsn',
		'apikey',
		'APIKey',
		'APIKEY',
		'api.key',
		'headers[key]',
		'key1',
		'access_tokens',
		'authtoken',
		'dbPass',
		'tokenValue',
		'señha'.replace('ñ', 'n'),
		'pássword',
		'qrcode',
		'qrCode',
		'qr_code',
		'pairingCode',
		'pairing_code',
		'creds',
		'passwort',
		'contraseña',
		'contrasena',
		'psk',
		'csrf',
		'X-XSRF-Token',
		'xsrf',
		'hmac',
		'pin',
		'pw',
		'chave',
		'sas',
		'to\u{200B}ken',
		'to\u{AD}ken',
	]) {
		assert.ok(isSecretName(name), name);
	}

	for (const name of [
		'name',
		'status',
		'url',
		'events',
		'region',
		'',
		'monkey',
		'keyboard',
		'author',
		'keywords',
		'design',
		'passenger',
		'compass',
		'secretary',
		'signMessages',
		'authored',
		'passive',
		'sessile',
		'hotpot',
		'signal',
		'bypass',
		'turkey',
		'cooking',
		'assignee',
		'code',
		'statusCode',
		'QRCODE_UPDATED',
		'shipping',
		'pinned',
	]) {
		assert.ok(!isSecretName(name), name);
	}
});

test('every occurrence of a known secret is masked, and one that is too short to tell apart is not', () => {
	assert.equal(maskSecrets('bad token abcd, abcd', [new Secret('abcd')]), `bad token ${mask}, ${mask}`);
	assert.equal(maskSecrets('a.c+d', [new Secret('.c+d')]), `a${mask}`);
	assert.equal(maskSecrets('an apple', [new Secret('a'), new Secret('')]), 'an apple');
});
