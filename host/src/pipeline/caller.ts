/** Who acts in a message. */
export interface Caller {
  /** Whose rights apply: the calling user, or the SYSTEM user inside SYSTEM service calls. */
  readonly userId: string;
  /** Who started the outermost request. With impersonation the impersonated user, as in Dataverse. */
  readonly initiatingUserId: string;
  /** Who asked for the impersonation; stands in the `…onbehalfby` columns. */
  readonly onBehalfOfUserId?: string;
}
