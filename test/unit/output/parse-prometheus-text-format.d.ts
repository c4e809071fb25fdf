declare module 'parse-prometheus-text-format' {
	export type Sample = {
		readonly value: string;
		readonly labels?: Readonly<Record<string, string>>;
	};

	export type Family = {
		readonly name: string;
		readonly help: string;
		readonly type: string;
		readonly metrics: readonly Sample[];
	};

	export default function parsePrometheusTextFormat(text: string): readonly Family[];
}
