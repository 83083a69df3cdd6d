import * as React from 'react';
import type { Texts } from '../mapping/texts';
import { RestoreIcon } from './icons';

export interface SaveBarProps {
  readonly texts: Texts;
  /** What has happened, or how many changes are not saved; for those who do not see it too. */
  readonly words: string;
  readonly canUndo: boolean;
  readonly changesCount: number;
  readonly isSaving: boolean;
  readonly onUndo: () => void;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
}

/** Unsaved changes and what can be done about them. It stays in sight while the schedule is scrolled. */
export function SaveBar(props: SaveBarProps): React.ReactElement {
  const { texts, words, changesCount, isSaving } = props;
  const isDirty = changesCount > 0;
  return (
    <div className={isDirty ? 'bbs-savebar bbs-dirty' : 'bbs-savebar'}>
      <p className="bbs-status" role="status">
        {words}
      </p>
      {(isDirty || props.canUndo) && (
        <div className="bbs-actions" role="toolbar" aria-label={texts('Schedule_Changes')}>
          {props.canUndo && (
            <button
              type="button"
              className="bbs-button"
              title={texts('Schedule_UndoTip')}
              disabled={isSaving}
              onClick={props.onUndo}
            >
              <RestoreIcon />
              {texts('Schedule_Undo')}
            </button>
          )}
          {isDirty && (
            <>
              <button type="button" className="bbs-button" disabled={isSaving} onClick={props.onDiscard}>
                {texts('Schedule_Discard')}
              </button>
              <button
                type="button"
                className="bbs-button bbs-primary"
                title={texts('Schedule_SaveTip')}
                disabled={isSaving}
                onClick={props.onSave}
              >
                {isSaving ? texts('Schedule_Saving') : texts('Schedule_Save', changesCount)}
              </button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
