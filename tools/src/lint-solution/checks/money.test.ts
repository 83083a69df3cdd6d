import { describeCheck } from '../testing';
import { checkMoney } from './money';

const file = 'Entities/bbl_OrderLine/Entity.xml';

describeCheck(checkMoney, [
  {
    name: 'Money without an exchange rate',
    changes: [{ file, from: /exchangerate/g, to: 'rate' }],
    finds: [['money-currency', 'bbl_orderline has money but no currency']],
  },
  {
    name: 'An amount whose base twin is calculated from another',
    changes: [{ file, from: '<CalculationOf>bbl_total<', to: '<CalculationOf>bbl_amount<' }],
    finds: [['money-base', 'bbl_total has no bbl_total_base that the platform alone writes']],
  },
  {
    name: 'An amount with a precision of its own',
    changes: [{ file, from: '<AccuracySource>2<', to: '<AccuracySource>0<' }],
    finds: [['money-precision', 'bbl_amount does not follow its currency']],
  },
]);
