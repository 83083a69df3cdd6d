import { useEffect } from 'react';
import { appTitle } from '../model/siteMap';
import { useShell } from '../shell';

/** Names the window after the page; undefined leaves the name as it is. */
export function useDocumentTitle(title: string | undefined): void {
  const { model } = useShell();
  useEffect(() => {
    if (title !== undefined) document.title = `${title} - ${appTitle(model.app)}`;
  }, [title, model]);
}
