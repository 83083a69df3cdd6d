import React from 'react';
import { Field } from '../fields/Field';
import { WebResourceFrame } from '../frame/WebResourceFrame';
import type { CellState, ControlState, SectionState } from './layout';
import { SubGridCell } from './SubGridCell';
import type { ShownForm } from './useForm';

/** A row of a section, for controls that span several. */
const ROW_HEIGHT_PX = 36;

/** A section's fields and sub-grids in its columns. */
export function SectionView({ shown, section }: { shown: ShownForm; section: SectionState }): JSX.Element {
  const { metadata, label } = section;
  const columns = Math.max(1, metadata.columnCount);
  const onlyGrid = onlyGridOf(section);
  const headingId = `section-${metadata.id.replace(/[{}]/g, '')}`;
  return (
    <section className="shell-section" aria-labelledby={metadata.showLabel && !onlyGrid ? headingId : undefined}>
      {metadata.showLabel && label && !onlyGrid && (
        <h2 id={headingId} className="shell-section-title">
          {label}
        </h2>
      )}
      {onlyGrid ? (
        <SubGridCell form={shown.form} control={onlyGrid} title={metadata.showLabel ? label : ''} />
      ) : (
        <div
          className="shell-section-grid"
          data-columns={columns}
          style={{ '--section-columns': columns } as React.CSSProperties}
        >
          {section.rows.flatMap((row, index) =>
            row.map((cell, at) => <CellView key={`${index}-${at}`} shown={shown} cell={cell} columns={columns} />),
          )}
        </div>
      )}
    </section>
  );
}

/** The sub-grid that is all a section holds: it stands under the section's own title. */
function onlyGridOf(section: SectionState): ControlState | undefined {
  const controls = section.rows.flat().flatMap(({ control }) => control ?? []);
  const [first] = controls;
  return controls.length === 1 && first?.kind === 'subgrid' && first.isVisible ? first : undefined;
}

function CellView({
  shown,
  cell,
  columns,
}: {
  shown: ShownForm;
  cell: CellState;
  columns: number;
}): JSX.Element | null {
  const { control } = cell;
  if (!control) return <div className="shell-cell-spacer" />;
  if (!control.isVisible) return null;
  const span = control.kind === 'field' ? Math.min(cell.cell.colSpan || 1, columns) : columns;
  return (
    <div className="shell-cell" style={{ gridColumn: `span ${span}` }}>
      <ControlCell shown={shown} control={control} />
    </div>
  );
}

function ControlCell({ shown, control }: { shown: ShownForm; control: ControlState }): JSX.Element | null {
  const { form, isSaveTried } = shown;
  switch (control.kind) {
    case 'subgrid':
      return <SubGridCell form={form} control={control} />;
    case 'webresource':
      return (
        <WebResourceFrame
          name={control.control.parameters['Url'] ?? ''}
          data={control.control.parameters['Data']}
          heightPx={control.cell.rowSpan * ROW_HEIGHT_PX}
        />
      );
    case 'field': {
      const attribute = control.column && form.attributes.get(control.column.name);
      return attribute ? (
        <Field form={form} control={control} attribute={attribute} showsRequired={isSaveTried} />
      ) : null;
    }
  }
}
