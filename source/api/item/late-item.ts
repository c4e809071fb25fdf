import {readJson} from '../../core/json/late.js';
import {unknownFields, type Wire} from '../../core/json/wire.js';
import type {Item} from '../../core/instance/instance.js';
import type {Kept} from '../json/keep-few.js';
import {
	itemNames,
	type PartName,
	type PartReaders,
	type Parts,
} from './schema.js';

/** What an item is read by. `keep` is told when a part of it was read, and may have it forget its parts at any time. */
export type ItemReading = {
	readonly readers: PartReaders;
	readonly keep: (kept: Kept) => void;
};

/**
Item of the list whose parts are read when they are asked for, and kept only while few others were: of 10,000 instances they would take
20 MB, and a screen shows of some fifty what is not among their facts.
*/
export class LateItem implements Item, Kept {
	readonly #source: unknown;
	readonly #wire: Wire;
	readonly #reading: ItemReading;
	#parts: {-readonly [Name in PartName]?: Parts[Name]} | undefined;

	constructor(source: unknown, wire: Wire, reading: ItemReading) {
		this.#source = source;
		this.#wire = wire;
		this.#reading = reading;
	}

	get #readers(): PartReaders {
		return this.#reading.readers;
	}

	get #value(): unknown {
		return readJson(this.#source);
	}

	/** The parts that were read, which are kept from now on. */
	#keep(): {-readonly [Name in PartName]?: Parts[Name]} {
		if (this.#parts === undefined) {
			this.#parts = {};
			this.#reading.keep(this);
		}

		return this.#parts;
	}

	get id() {
		const kept = this.#keep();
		kept.id ??= this.#readers.id(this.#value);
		return kept.id;
	}

	get status() {
		const kept = this.#keep();
		kept.status ??= this.#readers.status(this.#value);
		return kept.status;
	}

	get token() {
		const kept = this.#keep();
		kept.token ??= this.#readers.token(this.#value);
		return kept.token;
	}

	get createdAt() {
		const kept = this.#keep();
		kept.createdAt ??= this.#readers.createdAt(this.#value);
		return kept.createdAt;
	}

	get updatedAt() {
		const kept = this.#keep();
		kept.updatedAt ??= this.#readers.updatedAt(this.#value);
		return kept.updatedAt;
	}

	get connection() {
		const kept = this.#keep();
		kept.connection ??= this.#readers.connection(this.#value);
		return kept.connection;
	}

	get profile() {
		const kept = this.#keep();
		kept.profile ??= this.#readers.profile(this.#value);
		return kept.profile;
	}

	get settings() {
		const kept = this.#keep();
		kept.settings ??= this.#readers.settings(this.#value);
		return kept.settings;
	}

	get webhook() {
		const kept = this.#keep();
		kept.webhook ??= this.#readers.webhook(this.#value);
		return kept.webhook;
	}

	get websocket() {
		const kept = this.#keep();
		kept.websocket ??= this.#readers.websocket(this.#value);
		return kept.websocket;
	}

	get chatwoot() {
		const kept = this.#keep();
		kept.chatwoot ??= this.#readers.chatwoot(this.#value);
		return kept.chatwoot;
	}

	get proxy() {
		const kept = this.#keep();
		kept.proxy ??= this.#readers.proxy(this.#value);
		return kept.proxy;
	}

	get s3() {
		const kept = this.#keep();
		kept.s3 ??= this.#readers.s3(this.#value);
		return kept.s3;
	}

	get unknown() {
		return unknownFields(this.#wire, itemNames);
	}

	forget(): void {
		this.#parts = undefined;
	}
}
