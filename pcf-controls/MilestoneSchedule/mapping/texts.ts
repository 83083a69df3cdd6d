/** Every text of the schedule, by its key in the resx files. `{0}`, `{1}` stand for arguments. */
export const TEXT_KEYS = [
  'Schedule_Label',
  'Schedule_Loading',
  'Schedule_Empty',
  'Schedule_Failed',
  'Schedule_Retry',
  'Schedule_Contracted',
  'Schedule_Scheduled',
  'Schedule_Difference',
  'Schedule_Tax',
  'Schedule_Complete',
  'Schedule_Missing',
  'Schedule_TooMuch',
  'Schedule_Today',
  'Schedule_Add',
  'Schedule_AddTip',
  'Schedule_Undo',
  'Schedule_UndoTip',
  'Schedule_Discard',
  'Schedule_Save',
  'Schedule_SaveTip',
  'Schedule_Saving',
  'Schedule_Saved',
  'Schedule_NotSaved',
  'Schedule_SomeRefused',
  'Schedule_Unsaved',
  'Schedule_Name',
  'Schedule_Date',
  'Schedule_Amount',
  'Schedule_AmountTax',
  'Schedule_AfterTax',
  'Schedule_Status',
  'Schedule_Progress',
  'Schedule_Open',
  'Schedule_Delete',
  'Schedule_SelectAll',
  'Schedule_SelectRow',
  'Schedule_Expand',
  'Schedule_Collapse',
  'Schedule_OpenRow',
  'Schedule_DeleteRow',
  'Schedule_RestoreRow',
  'Schedule_DeleteTitle',
  'Schedule_DeleteOne',
  'Schedule_DeleteMany',
  'Schedule_DeleteConfirm',
  'Schedule_Cancel',
  'Schedule_NewName',
  'Schedule_Edited',
  'Schedule_Added',
  'Schedule_Removed',
  'Schedule_Locked',
  'Schedule_LockedDelete',
  'Schedule_BadAmount',
  'Schedule_BadDate',
  'Schedule_Invoiced',
  'Schedule_OnDraft',
  'Schedule_Ready',
  'Schedule_Help',
  'Schedule_Round',
  'Schedule_Remainder',
] as const;

export type TextKey = (typeof TEXT_KEYS)[number];

/** The text of a key in the user's language with its arguments filled in. */
export type Texts = (key: TextKey, ...args: readonly (string | number)[]) => string;

/** The control's resx texts. */
export const textsOf =
  (resources: Pick<ComponentFramework.Resources, 'getString'>): Texts =>
  (key, ...args) =>
    resources.getString(key).replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)] ?? ''));
