import {standingOf} from '../instance/integration.js';
import {blockViews, type Section} from './section.js';

/** Storage for the media of the instance alone. */
export const s3: Section = {
	title: 'S3',
	standing: ({tracked, facts}) => standingOf(tracked.instance, 's3', facts.odd),
	fields: ({tracked}) => blockViews('s3', tracked.instance.s3, {
		enabled: {label: 'Enabled', meaning: 'storage of its own for media'},
		region: {label: 'Region'},
		bucket: {label: 'Bucket'},
		accessKey: {label: 'Access key'},
		secretKey: {label: 'Secret key', meaning: 'the API says that it never returns it'},
		endpoint: {label: 'Endpoint'},
		pathPrefix: {label: 'Path prefix'},
	}),
};
