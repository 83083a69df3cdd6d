const ASCII = /^[\x00-\x7f]*$/;
const MARKS = /\p{Mn}/gu;

/**
 * The form in which texts are compared: without case and accents, as the platform's collation for an English
 * organisation (CI_AI) compares them. https://learn.microsoft.com/power-platform/admin/language-collations
 */
export function fold(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(MARKS, '').toLowerCase();
}
