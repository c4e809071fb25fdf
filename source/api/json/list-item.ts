import {Buffer} from 'node:buffer';
import {LateJson} from '../../core/json/late.js';
import {parseExactly} from '../../core/json/number-text.js';
import type {Bytes} from './bytes.js';
import type {Kept} from './keep-few.js';
import {parseJson} from './parse-json.js';
import {textWithout, type Cut, type Extent} from './scan-value.js';

/**
Item of a list: its bytes in the body that had it last, without blanks around them. Its value is parsed when it is asked for, and kept only
while few others were: of 10,000 instances the values would take 15 MB.
*/
export class ListItem extends LateJson implements Kept {
	readonly #cuts: readonly Cut[];
	readonly #hasDigits: boolean;
	readonly #keep: (item: ListItem) => void;
	#bytes: Bytes;
	#from: number;
	#to: number;
	#value: unknown;
	/** How many values it holds, itself among them. */
	readonly values: number;

	/** The item that begins at `from`. `keep` is told when it has parsed its value, and may have it forget that at any time. */
	constructor(bytes: Bytes, from: number, {to, values, cuts, hasDigits}: Extent, keep: (item: ListItem) => void) {
		super();
		this.values = values;
		this.#cuts = cuts.length === 0 ? noCuts : cuts.map(cut => ({from: cut.from - from, to: cut.to - from}));
		this.#hasDigits = hasDigits;
		this.#keep = keep;
		this.#bytes = bytes;
		this.#from = from;
		this.#to = to;
	}

	/** The body that its bytes are in. */
	get bytes(): Bytes {
		return this.#bytes;
	}

	/** Position of its bytes in that body. */
	get from(): number {
		return this.#from;
	}

	get length(): number {
		return this.#to - this.#from;
	}

	/** The value; `undefined`, which no JSON means, if it is invalid. */
	read(): unknown {
		if (this.#value === undefined) {
			const text = textWithout(this.#bytes.subarray(this.#from, this.#to), 0, this.length, this.#cuts);
			// A look at the source of each number takes several times as long.
			this.#value = this.#hasDigits ? parseJson(text, parseExactly) : parseJson(text);
			this.#keep(this);
		}

		return this.#value;
	}

	forget(): void {
		this.#value = undefined;
	}

	/** Notes that a later body has the same bytes, from `from` on. The former one is needed no longer. */
	moveTo(bytes: Bytes, from: number): void {
		this.#to = from + this.length;
		this.#from = from;
		this.#bytes = bytes;
	}

	/** Takes its bytes out of the body, whose memory is used again. */
	detach(): void {
		const own = Buffer.allocUnsafeSlow(this.length);
		this.#bytes.copy(own, 0, this.#from, this.#to);
		this.moveTo(own, 0);
	}
}

/** One list for all items of which nothing is cut, which are nearly all. */
const noCuts: readonly Cut[] = [];
