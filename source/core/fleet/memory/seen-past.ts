/** What was seen of an account before a demo begins, in milliseconds since the epoch. */
export type SeenPast = {
	/** Times in which the list was watched, oldest first; between two nobody did. */
	readonly watched: ReadonlyArray<{readonly from: number; readonly to: number}>;
	/** When many were seen to fall together, oldest first: the first and the last of them, and when it was over. */
	readonly masses: ReadonlyArray<{
		readonly began: number; readonly until: number; readonly fallen: number; readonly listed: number; readonly ended: number;
	}>;
	/** The states of each instance, oldest first, in the API's words. One that changed while nobody watched has its time at the next look. */
	readonly instances: ReadonlyArray<{
		readonly id: string;
		readonly name: string;
		readonly states: ReadonlyArray<{readonly at: number; readonly state: string}>;
	}>;
};
