/** The app's one language: English (United States). */
export const USER_LCID = 1033;
export const LOCALE = 'en-US';
