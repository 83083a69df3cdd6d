import type * as Domain from '@bbl/domain';
import * as Options from '../../generated/choices';

/** A choice's words in the domain and its option values, both ways. */
export interface ChoiceWords<W extends string, V extends number> {
  toWord(value: V): W;
  toValue(word: W): V;
  /** The word of a number that a caller sent, or undefined. */
  wordOf(value: number): W | undefined;
}

export function choiceWords<W extends string, V extends number>(values: { readonly [word in W]: V }): ChoiceWords<
  W,
  V
> {
  const words = new Map<number, W>((Object.keys(values) as W[]).map((word) => [values[word], word]));
  return {
    toWord(value) {
      const word = words.get(value);
      if (word === undefined) throw new TypeError(`Unknown option value ${value}`);
      return word;
    },
    toValue: (word) => values[word],
    wordOf: (value) => words.get(value),
  };
}

export const billingStatusWords = choiceWords<Domain.BillingStatus, Options.BillingStatus>({
  NotReady: Options.BillingStatus.NotReadyToInvoice,
  Ready: Options.BillingStatus.ReadyToInvoice,
  InvoiceCreated: Options.BillingStatus.CustomerInvoiceCreated,
  InvoicePosted: Options.BillingStatus.CustomerInvoicePosted,
  Canceled: Options.BillingStatus.Canceled,
});

/** For rows that are never Canceled: splits, product lines, retainers. */
export const sourceStatusWords = choiceWords<Domain.SourceStatus, Options.BillingStatus>({
  NotReady: Options.BillingStatus.NotReadyToInvoice,
  Ready: Options.BillingStatus.ReadyToInvoice,
  InvoiceCreated: Options.BillingStatus.CustomerInvoiceCreated,
  InvoicePosted: Options.BillingStatus.CustomerInvoicePosted,
});

export const headerStatusWords = choiceWords<Domain.HeaderStatus, Options.HeaderStatus>(Options.HeaderStatus);

export const contractStatusWords = choiceWords<Domain.ContractStatus, Options.ContractStatus>(Options.ContractStatus);

export const invoiceStatusWords = choiceWords<Domain.InvoiceStatus, Options.InvoiceStatus>(Options.InvoiceStatus);

export const lineTypeWords = choiceWords<Domain.LineType, Options.LineType>(Options.LineType);

export const billingMethodWords = choiceWords<Domain.BillingMethod, Options.BillingMethod>(Options.BillingMethod);

export const scheduleTypeWords = choiceWords<Domain.ScheduleType, Options.InvoiceScheduleType>(
  Options.InvoiceScheduleType,
);

export const transactionClassWords = choiceWords<Domain.TransactionClass, Options.TransactionClass>(
  Options.TransactionClass,
);

export const billingTypeWords = choiceWords<Domain.BillingType, Options.BillingType>(Options.BillingType);
