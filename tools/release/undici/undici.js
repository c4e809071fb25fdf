import api from '../../../node_modules/undici/lib/api/index.js';
import Dispatcher from '../../../node_modules/undici/lib/dispatcher/dispatcher.js';

// Undici's own index does the same.
// eslint-disable-next-line unicorn/no-top-level-side-effects -- It is undici's own.
Object.assign(Dispatcher.prototype, api);

export {default as errors} from '../../../node_modules/undici/lib/core/errors.js';
export {default as EnvHttpProxyAgent} from '../../../node_modules/undici/lib/dispatcher/env-http-proxy-agent.js';

export {default as Pool} from '../../../node_modules/undici/lib/dispatcher/pool.js';
