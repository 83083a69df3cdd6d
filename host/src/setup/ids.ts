import { createHash } from 'node:crypto';

/** Rows every organisation of the host has, with the same ids each time. */
export const ORGANIZATION_ID = '0f6c1c50-7d2a-4b7e-9d58-1a2b3c4d5e01';
export const ROOT_BUSINESS_UNIT_ID = '0f6c1c50-7d2a-4b7e-9d58-1a2b3c4d5e02';
export const SYSTEM_USER_ID = '0f6c1c50-7d2a-4b7e-9d58-1a2b3c4d5e03';
export const ADMINISTRATOR_USER_ID = '0f6c1c50-7d2a-4b7e-9d58-1a2b3c4d5e04';
export const ADMINISTRATOR_ROLE_ID = '0f6c1c50-7d2a-4b7e-9d58-1a2b3c4d5e05';
export const BASE_CURRENCY_ID = '0f6c1c50-7d2a-4b7e-9d58-1a2b3c4d5e06';

/** An id that depends on `name` alone, in the form of a version 5 UUID: the same row has it in every store. */
export function stableId(name: string): string {
  const digest = createHash('sha1').update(`local host:${name}`).digest('hex');
  const variant = ((parseInt(digest.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `5${digest.slice(13, 16)}`,
    `${variant}${digest.slice(18, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
