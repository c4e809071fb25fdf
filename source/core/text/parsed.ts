/** A value that was understood, or a problem: sentences that say what is wrong with it and what to give instead. */
export type Parsed<Value> =
	| {readonly kind: 'value'; readonly value: Value}
	| {readonly kind: 'problem'; readonly problem: string};

/** Wraps a value that was understood. */
export function accept<Value>(value: Value): Parsed<Value> {
	return {kind: 'value', value};
}

/** Wraps a problem. */
export function refuse(problem: string): Parsed<never> {
	return {kind: 'problem', problem};
}
