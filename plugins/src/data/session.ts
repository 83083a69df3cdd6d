import { plainDate, type PlainDate } from '@bbl/domain';
import type { TableName } from '@bbl/dataverse/generated/tables';
import type { ExecutionContext } from '@bbl/dataverse/ports';
import type { Services } from '../runtime/service';
import { Currencies } from './currencies';

/** A status that changes. `from` and `to` are option values; empty where the column was or becomes empty. */
export interface StatusEvent {
  readonly table: TableName;
  readonly id: string;
  readonly column: string;
  readonly from: number | null;
  readonly to: number | null;
  /** Owner of the contract, whom everything below belongs to. */
  readonly ownerId: string;
}

/** One execution of a handler: whose rights, which day, and the history it writes. */
export interface Session extends Services {
  /** The server's date, UTC. The app sends the user's own date where a day matters. domain.md 0.2. */
  readonly today: PlainDate;
  readonly currencies: Currencies;
  readonly context: ExecutionContext;
  /** Writes one line of the history; nothing when the status stays. domain.md 2.1-7. */
  record(event: StatusEvent): void;
}

/** @param reason what the caller gave as the reason of the change. */
export function openSession(
  call: Services & { readonly context: ExecutionContext },
  reason: string | null = null,
): Session {
  const { user, system, context } = call;
  return {
    user,
    system,
    context,
    today: plainDate(context.now.slice(0, 10)),
    currencies: new Currencies(system),
    record(event) {
      if (event.from === event.to) return;
      system.create('bbl_billingevent', {
        bbl_name: `${event.table} ${event.column}`,
        bbl_sourcetable: event.table,
        bbl_sourceid: event.id,
        bbl_sourcecolumn: event.column,
        bbl_fromstatus: event.from,
        bbl_tostatus: event.to,
        bbl_command: commandOf(context),
        ...(reason !== null && { bbl_reason: reason }),
        bbl_userid: context.userId,
        ownerid: event.ownerId,
      });
    },
  };
}

/** The custom API, or the message and the table it came for. */
const commandOf = ({ message, table }: ExecutionContext): string => (table === '' ? message : `${message} ${table}`);
