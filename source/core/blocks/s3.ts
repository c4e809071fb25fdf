import {describeBlock} from './descriptor.js';

/** Storage for the media of the instance alone. */
export const s3 = describeBlock({
	enabled: {kind: 'flag', label: 'Enabled', meaning: 'storage of its own for media'},
	region: {kind: 'text', label: 'Region'},
	bucket: {kind: 'text', label: 'Bucket'},
	accessKey: {kind: 'secret', label: 'Access key'},
	secretKey: {kind: 'secret', label: 'Secret key', meaning: 'the API says that it never returns it'},
	endpoint: {kind: 'url', label: 'Endpoint'},
	pathPrefix: {kind: 'text', label: 'Path prefix'},
}, {title: 'S3', letter: '3', column: 'bucket'});
