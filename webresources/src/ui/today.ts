/** The user's own date, `YYYY-MM-DD`: UTC moved by the time zone of their settings, which need not be the browser's. */
export function userToday(): string {
  const offsetMinutes = Xrm.Utility.getGlobalContext().userSettings.getTimeZoneOffsetMinutes();
  return new Date(Date.now() + offsetMinutes * 60_000).toISOString().slice(0, 10);
}
