/** Table of the platform that holds what was shared with whom. Absent in the metadata, nothing can be shared. */
export const SHARES = {
  table: 'principalobjectaccess',
  object: 'objectid',
  principal: 'principalid',
  mask: 'accessrightsmask',
} as const;
