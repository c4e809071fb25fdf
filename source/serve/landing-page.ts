import type {Page} from './listener.js';

/** What the landing page tells: the version, and what is watched, in words. */
export type Landing = {
	readonly version: string;
	readonly watched: readonly string[];
};

/** Makes the page for people who come by with a browser. Nothing of the fleet is on it. */
export function landingPage({version, watched}: Landing): Page {
	const items = watched.map(words => `<li>${escapeHtml(words)}</li>`).join('');
	return {
		status: 200,
		type: 'text/html; charset=utf-8',
		body: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>ryzetop serve</title>
<style>body{font:1em/1.5 system-ui,sans-serif;margin:2em;max-width:40em;color-scheme:light dark}</style>
<h1>ryzetop serve</h1>
<p>Version ${escapeHtml(version)}. It watches:</p>
<ul>${items}</ul>
<ul>
<li><a href="/metrics">/metrics</a>: the last poll, for Prometheus</li>
<li><a href="/healthz">/healthz</a>: whether this program polls</li>
</ul>
</html>
`,
	};
}

function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
