/**
Bounds of an answer, beyond which it is not used. They are far from what the API sends (an instance has about 60 values, six levels
and 1.3 kB), and near enough that nothing in them takes all the memory of a machine, or a second at a time.

`items` counts the list. `values` are the fields and elements of one item, or of all that is around the list; `valuesInAll` are
those of the whole list, which a list of 64 MiB of true instances does not reach. `depth` counts levels of lists and objects.
`text` and `item` are in bytes: a longer text is cut, an item that is larger without what was cut is too large.
*/
export const bounds = {
	items: 120_000,
	values: 10_000,
	valuesInAll: 4_000_000,
	depth: 1000,
	text: 1024 * 1024,
	item: 4 * 1024 * 1024,
} as const;

/** Bound that an answer goes beyond. */
export type Excess = 'too-many-items' | 'too-many-values' | 'too-deep' | 'item-too-large';
