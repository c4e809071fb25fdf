import {
	brotliCompress,
	constants,
	gzip,
	type CompressCallback,
} from 'node:zlib';

type Encoding = 'br' | 'gzip';

/** A body and what it is encoded with; `undefined` is not at all. */
export type Encoded = {
	readonly body: Uint8Array;
	readonly encoding: Encoding | undefined;
};

/** Below this there is little to gain. */
const smallestToCompress = 1024;

/** Compresses a body as `Accept-Encoding` allows, off the event loop; Brotli where there is a choice. Fast rather than small: it all stays on this machine. */
export async function compress(text: string, acceptEncoding: string): Promise<Encoded> {
	const body = new TextEncoder().encode(text);
	const encoding = body.byteLength > smallestToCompress ? chooseEncoding(acceptEncoding) : undefined;
	switch (encoding) {
		case undefined: {
			return {body, encoding};
		}

		case 'br': {
			const compressed = await settle(done => {
				brotliCompress(body, {params: {[constants.BROTLI_PARAM_QUALITY]: 1}}, done);
			});
			return {body: compressed, encoding};
		}

		case 'gzip': {
			const compressed = await settle(done => {
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
		.filter(([, weight = '']) => !/^q=0(?:\.0*)?$/v.test(weight))
		.map(([name]) => name));
	if (accepted.has('br')) {
		return 'br';
	}

	return accepted.has('gzip') ? 'gzip' : undefined;
}

async function settle(start: (done: CompressCallback) => void): Promise<Uint8Array> {
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
