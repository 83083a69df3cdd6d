export { ShapeError, SolutionReadError } from './solution/errors';
export { readSolution } from './solution/read';
export {
  child,
  children,
  childText,
  parseXml,
  requiredAttribute,
  requiredChild,
  requiredText,
  toXml,
  type XmlElement,
} from './solution/xml';
