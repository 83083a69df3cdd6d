import type { PageLink } from './tabChannel';

/** A page of the solution as a dialog. The platform gives a dialog its size when it opens. */
export interface PageDialog {
  readonly page: string;
  readonly title: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** What the page finds in its address. */
  readonly data?: string;
}

/** Opens a page as a dialog and waits until it is closed; nobody then hears what its link would. */
export async function openPageDialog(
  { page, title, widthPx, heightPx, data }: PageDialog,
  link: Pick<PageLink<unknown>, 'close'>,
): Promise<void> {
  try {
    await Xrm.Navigation.navigateTo(
      { pageType: 'webresource', webresourceName: page, ...(data === undefined ? {} : { data }) },
      { target: 2, position: 1, width: px(widthPx), height: px(heightPx), title },
    );
  } finally {
    link.close();
  }
}

const px = (value: number): { readonly value: number; readonly unit: 'px' } => ({ value, unit: 'px' });
