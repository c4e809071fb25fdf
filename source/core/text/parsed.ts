/** A value that was understood, or what is wrong with it and what to give instead, in sentences. */
export type Parsed<Value> =
	| {readonly kind: 'value'; readonly value: Value}
	| {readonly kind: 'problem'; readonly problem: string};

/** Wraps what was understood. */
export function accept<Value>(value: Value): Parsed<Value> {
	return {kind: 'value', value};
}

/** Wraps what is wrong. */
export function refuse(problem: string): Parsed<never> {
	return {kind: 'problem', problem};
}
