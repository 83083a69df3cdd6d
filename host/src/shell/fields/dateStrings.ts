import { defaultDatePickerStrings, type IDatePickerStrings } from '@fluentui/react';

/** Texts of date pickers. */
export const DATE_STRINGS: IDatePickerStrings = {
  ...defaultDatePickerStrings,
  invalidInputErrorMessage: 'Enter a date as month/day/year.',
  isResetStatusMessage: 'Enter a date as month/day/year. The date before was kept.',
  isRequiredErrorMessage: 'Required fields must be filled in.',
};
