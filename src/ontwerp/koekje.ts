/** Cookie in which a device keeps its chosen theme ('licht' or 'donker'), so that the server sets it before the page is painted. */
export const THEMA_KOEKJE = 'rd_thema';
