import {
	brotliCompress,
	constants,
	gzip,
	type CompressCallback,
} from 'node:zlib';

type Encoding = 'br' | 'gzip';

/** Body of a response and its content encoding; `undefined` for a body that is not compressed. */
export type Encoded = {
	readonly body: Uint8Array;
	readonly encoding: Encoding | undefined;
};

/** Bytes; a body that is not larger is sent as it is, since compression would save little. */
const smallestToCompress = 1024;

/**
Compresses a body as `Accept-Encoding` allows, outside the event loop. Brotli is preferred to gzip.
The level is the fastest, because nothing leaves this machine.
*/
export async function compress(text: string, acceptEncoding: string): Promise<Encoded> {
	const body = new TextEncoder().encode(text);
	const encoding = body.byteLength > smallestToCompress ? chooseEncoding(acceptEncoding) : undefined;
	switch (encoding) {
		case undefined: {
			return {body, encoding};
		}

		case 'br': {
			const compressed = await toPromise(done => {
				brotliCompress(body, {params: {[constants.BROTLI_PARAM_QUALITY]: 1}}, done);
			});
			return {body: compressed, encoding};
		}

		case 'gzip': {
			const compressed = await toPromise(done => {
				gzip(body, {level: 1}, done);
			});
			return {body: compressed, encoding};
		}
	}
}

function chooseEncoding(acceptEncoding: string): Encoding | undefined {
	const accepted = new Set(acceptEncoding
		.toLowerCase()
		.split(',')
		.map(part => part.split(';').map(word => word.trim()))
		// A weight of 0 forbids an encoding.
		.filter(([, weight = '']) => !/^q=0(?:\.0*)?$/v.test(weight))
		.map(([name]) => name));
	if (accepted.has('br')) {
		return 'br';
	}

	return accepted.has('gzip') ? 'gzip' : undefined;
}

async function toPromise(start: (done: CompressCallback) => void): Promise<Uint8Array> {
	const {promise, resolve, reject} = Promise.withResolvers<Uint8Array>();
	start((error, result) => {
		if (error) {
			reject(error);
		} else {
			resolve(result);
		}
	});
	return promise;
}
