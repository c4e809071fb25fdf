import {Buffer} from 'node:buffer';
import {generateKeyPairSync, sign} from 'node:crypto';

/** A certificate that vouches for itself, and its key, both as PEM. */
export type Certificate = {
	readonly key: string;
	readonly cert: string;
};

/** Makes a certificate for a host name, valid for a day around now unless told otherwise; nothing of it is worth keeping. */
export function makeCertificate(host: string, {from = Date.now() - day, until = Date.now() + day}: {readonly from?: number; readonly until?: number} = {}): Certificate {
	const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
	const name = sequence(set(sequence(commonName, der(0x0C, Buffer.from(host)))));
	const body = sequence(
		der(0xA0, integer(2)),
		der(0x02, Buffer.concat([Buffer.from([1]), Buffer.from(`${from}${host.length}`)])),
		sequence(ecdsaWithSha256),
		name,
		sequence(time(from), time(until)),
		name,
		publicKey.export({type: 'spki', format: 'der'}),
		der(0xA3, sequence(
			sequence(subjectAltName, der(0x04, sequence(der(0x82, Buffer.from(host))))),
			sequence(basicConstraints, der(0x01, Buffer.from([0xFF])), der(0x04, sequence(der(0x01, Buffer.from([0xFF]))))),
		)),
	);
	const signature = sign('sha256', body, privateKey);
	const whole = sequence(body, sequence(ecdsaWithSha256), der(0x03, Buffer.from([0]), signature));
	return {
		key: privateKey.export({type: 'pkcs8', format: 'pem'}).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${Buffer.from(whole).toString('base64').replaceAll(/.{64}/gv, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`,
	};
}

const day = 24 * 60 * 60 * 1000;

// Object identifiers, as DER has them.
const commonName = Buffer.from('0603550403', 'hex');
const subjectAltName = Buffer.from('0603551d11', 'hex');
const basicConstraints = Buffer.from('0603551d13', 'hex');
const ecdsaWithSha256 = Buffer.from('06082a8648ce3d040302', 'hex');

function der(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
	const content = Buffer.concat(contents);
	const length = content.length < 0x80
		? [content.length]
		: (content.length < 0x1_00 ? [0x81, content.length] : [0x82, Math.floor(content.length / 0x1_00), content.length % 0x1_00]);
	return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function sequence(...contents: readonly Uint8Array[]): Uint8Array {
	return der(0x30, ...contents);
}

function set(...contents: readonly Uint8Array[]): Uint8Array {
	return der(0x31, ...contents);
}

function integer(value: number): Uint8Array {
	return der(0x02, Buffer.from([value]));
}

/** `20260501120000Z` */
function time(at: number): Uint8Array {
	return der(0x18, Buffer.from(`${new Date(at).toISOString().replaceAll(/[\-:T]|\.\d+Z/gv, '')}Z`));
}
