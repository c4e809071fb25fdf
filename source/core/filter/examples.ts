/** TABLE of the filters that the help and the documents show, each with what it finds. */
export const filterExamples = [
	{filter: 'do:pair,reconnect', finds: 'whom to call'},
	{filter: '-name:test since>10m', finds: 'for over ten minutes, and no test'},
	{filter: 'chatwoot:error,paused', finds: 'Chatwoot needs a look'},
] as const;
