import { defaultDatePickerStrings, type IDatePickerStrings } from '@fluentui/react';

/** Texts of date pickers. */
export const DATE_STRINGS: IDatePickerStrings = {
  ...defaultDatePickerStrings,
  invalidInputErrorMessage: 'Enter a date as month/day/year.',
  isRequiredErrorMessage: 'Required fields must be filled in.',
};
