/** What Node gets when the program is started; of `gereed.mjs`, for TypeScript that measures the program as it runs. */
export const NODE_OPTIES: readonly string[];
export const NODE_OMGEVING: Readonly<Record<string, string>>;
