import type { SolutionFiles, StepImage, StepMetadata } from '../metadata';
import { ShapeError } from './errors';
import { readXmlFiles } from './files';
import { children, childText, guidOf, requiredAttribute, requiredText, wholeNumber, type XmlElement } from './xml';

/** Ids of the platform's messages, the same in every organisation (platform.md 1.19). */
const MESSAGES: { readonly [id: string]: string } = {
  '9ebdbb1b-ea3e-db11-86a7-000a3a5473e8': 'Create',
  '20bebb1b-ea3e-db11-86a7-000a3a5473e8': 'Update',
  'a1bdbb1b-ea3e-db11-86a7-000a3a5473e8': 'Delete',
  '1cbebb1b-ea3e-db11-86a7-000a3a5473e8': 'SetState',
  '8cbdbb1b-ea3e-db11-86a7-000a3a5473e8': 'Assign',
  'f2bdbb1b-ea3e-db11-86a7-000a3a5473e8': 'Retrieve',
  '03bebb1b-ea3e-db11-86a7-000a3a5473e8': 'RetrieveMultiple',
};

const IMAGE_TYPES: { readonly [type: string]: StepImage['type'] } = { '0': 'pre', '1': 'post', '2': 'both' };

/** Plug-in steps, `SdkMessageProcessingSteps/{id}.xml` (platform.md 1.19). */
export function readSteps(files: SolutionFiles): StepMetadata[] {
  return readXmlFiles(files, /^SdkMessageProcessingSteps\/[^/]+\.xml$/, 'SdkMessageProcessingStep', (root) => ({
    id: guidOf(requiredAttribute(root, 'SdkMessageProcessingStepId'), 'SdkMessageProcessingStepId'),
    name: requiredAttribute(root, 'Name'),
    message: readMessage(root),
    table: requiredText(root, 'PrimaryEntity').toLowerCase(),
    stage: readStage(root),
    mode: readMode(root),
    rank: wholeNumber(requiredText(root, 'Rank'), '<Rank>'),
    filteringColumns: listOf(childText(root, 'FilteringAttributes')),
    images: children(root, 'SdkMessageProcessingStepImages', 'SdkMessageProcessingStepImage').map(readImage),
    pluginType: requiredText(root, 'PluginTypeName').split(',')[0] ?? '',
  }));
}

function readMessage(step: XmlElement): string {
  const id = guidOf(requiredText(step, 'SdkMessageId'), '<SdkMessageId>');
  const message = MESSAGES[id];
  if (!message) throw new ShapeError(`<SdkMessageId> ${id} is no known message`);
  return message;
}

function readStage(step: XmlElement): StepMetadata['stage'] {
  const text = requiredText(step, 'Stage');
  if (text === '10') return 10;
  if (text === '20') return 20;
  if (text === '40') return 40;
  throw new ShapeError(`<Stage> is '${text}', expected 10, 20 or 40`);
}

function readMode(step: XmlElement): StepMetadata['mode'] {
  const text = requiredText(step, 'Mode');
  if (text === '0') return 0;
  if (text === '1') return 1;
  throw new ShapeError(`<Mode> is '${text}', expected 0 or 1`);
}

function readImage(image: XmlElement): StepImage {
  const type = IMAGE_TYPES[requiredText(image, 'ImageType')];
  if (!type) throw new ShapeError(`<ImageType> is '${requiredText(image, 'ImageType')}', expected 0, 1 or 2`);
  return { alias: requiredText(image, 'EntityAlias'), type, columns: listOf(childText(image, 'Attributes')) };
}

function listOf(text: string | undefined): readonly string[] {
  return text ? text.split(',') : [];
}
