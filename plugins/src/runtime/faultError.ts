import type { ServiceFault } from '@bbl/dataverse/ports';

/** A service call that the platform failed. It passes on with its own code, unless a handler knows what it means. */
export class FaultError extends Error {
  constructor(readonly fault: ServiceFault) {
    super(fault.message);
    this.name = 'FaultError';
  }
}
