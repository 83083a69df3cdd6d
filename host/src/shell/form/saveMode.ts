/** Save modes of the client API. */
export const SaveMode = { Save: 1, SaveAndClose: 2, SaveAndNew: 59 } as const;
