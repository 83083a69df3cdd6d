import { useEffect } from 'react';
import { appTitle } from '../model/siteMap';
import { useShell } from '../shell';

/** Id of the region that tells screen readers which page has opened. */
export const ANNOUNCEMENT_ID = 'page-announcement';

/** Names the window after the page and announces it; undefined leaves both as they are. */
export function useDocumentTitle(title: string | undefined): void {
  const { model } = useShell();
  useEffect(() => {
    if (title === undefined) return;
    document.title = `${title} - ${appTitle(model.app)}`;
    const announcement = document.getElementById(ANNOUNCEMENT_ID);
    if (announcement) announcement.textContent = title;
  }, [title, model]);
}
