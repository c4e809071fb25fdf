// A text that is another one for another row.
export function sha1(row) {
	return JSON.stringify(row);
}
