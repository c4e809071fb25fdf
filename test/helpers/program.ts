import {fileURLToPath} from 'node:url';

/** The built program, which Node runs. */
export const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
