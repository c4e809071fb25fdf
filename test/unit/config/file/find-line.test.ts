import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createLineFinder} from '../../../../source/config/file/find-line.js';

const text = `\u{FEFF}# a comment = 1
interval = "5s" # [not.a.table]

[keys]
"copy.name" = [
	"y", # a ] in a comment
	"]",
]
'sort.open' = ["s"]
note = """
"sort.turn" = ["a text"]
"""
sort.turn = ['S']\r
[[view]]
name = 'a = """ b'
  filter = "is:stuck"
[[view]]
name = "second"
extra = {deep = 1}
[view.more]
one = 1
[ keys . copy ]
number = ["Y"]
`;

const lineOf = createLineFinder(() => text);

test('a value is found by its line, whatever text and lists stand before it', () => {
	for (const [path, line] of [
		[['interval'], 2],
		[['keys'], 4],
		[['keys', 'copy.name'], 5],
		[['keys', 'sort.open'], 9],
		[['keys', 'note'], 10],
		[['keys', 'sort', 'turn'], 13],
		[['view', 0], 14],
		[['view', 0, 'filter'], 16],
		[['view', 1, 'name'], 18],
		[['view', 1, 'more', 'one'], 21],
		[['keys', 'copy', 'number'], 23],
	] as const) {
		assert.equal(lineOf(path), line, path.join('.'));
	}
});

test('what has no line of its own has that of what it is in, and what is not there has none', () => {
	assert.equal(lineOf(['view', 1, 'extra', 'deep']), 19);
	assert.equal(lineOf(['view', 1, 'sort']), 17);
	assert.equal(lineOf(['command', 0, 'run']), undefined);
});
