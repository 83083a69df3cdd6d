import { bracedId } from '../ids';
import { XSI } from '../names';
import { element, leaves, type XmlElement } from '@bbl/dataverse/xmlTree';

/** Ids of the platform's messages, the same in every organisation. platform.md 1.19 */
const MESSAGES = {
  Create: '9ebdbb1b-ea3e-db11-86a7-000a3a5473e8',
  Update: '20bebb1b-ea3e-db11-86a7-000a3a5473e8',
  Delete: 'a1bdbb1b-ea3e-db11-86a7-000a3a5473e8',
} as const;
export type StepMessage = keyof typeof MESSAGES;
const IMAGE_TYPES = { pre: 0, post: 1 } as const;

export interface StepImageSpec {
  readonly alias: string;
  readonly type: keyof typeof IMAGE_TYPES;
  readonly columns: readonly string[];
}

export interface StepSpec {
  /** Logical name */
  readonly table: string;
  readonly message: StepMessage;
  /** 10 pre-validation, 20 pre-operation, 40 post-operation; always synchronous */
  readonly stage: 10 | 20 | 40;
  /** Update only, where it is required: the columns whose change runs the step. */
  readonly filteringColumns?: readonly string[];
  readonly images?: readonly StepImageSpec[];
}

/** The plug-in type that runs the step. */
export interface PluginTypeReference {
  readonly id: string;
  readonly name: string;
  readonly assemblyQualifiedName: string;
}

/** Name of the step, which tells its handler in the bundle: `<table>/<message>.<stage>`. */
type StepKey = Pick<StepSpec, 'table' | 'message' | 'stage'>;
export const stepName = (step: StepKey): string => `${step.table}/${step.message}.${String(step.stage)}`;
export const stepId = (step: StepKey): string => bracedId('step', stepName(step));

function imageElement(step: StepSpec, image: StepImageSpec): XmlElement {
  return element('SdkMessageProcessingStepImage', { Name: image.alias }, [
    ...leaves({
      SdkMessageProcessingStepImageId: bracedId('step', stepName(step), 'image', image.alias),
      Attributes: image.columns.join(','),
      EntityAlias: image.alias,
      ImageType: IMAGE_TYPES[image.type],
      MessagePropertyName: step.message === 'Create' ? 'id' : 'Target',
      IsCustomizable: 1,
    }),
  ]);
}

function check(step: StepSpec): void {
  const name = stepName(step);
  const hasFilter = (step.filteringColumns ?? []).length > 0;
  if (step.message === 'Update' && !hasFilter) throw new Error(`${name}: an Update step names its filtering columns.`);
  if (step.message !== 'Update' && hasFilter) throw new Error(`${name}: only Update has filtering columns.`);
  for (const { alias, type } of step.images ?? []) {
    if (type === 'pre' && step.message === 'Create') throw new Error(`${name}: Create has no image before (${alias}).`);
    if (type === 'post' && (step.stage !== 40 || step.message === 'Delete')) {
      throw new Error(`${name}: only Create and Update at stage 40 have an image after (${alias}).`);
    }
  }
}

/** `SdkMessageProcessingSteps/{id}.xml`. platform.md 1.19 */
export function stepElement(step: StepSpec, pluginType: PluginTypeReference): XmlElement {
  check(step);
  const images = (step.images ?? []).map((image) => imageElement(step, image));
  return element(
    'SdkMessageProcessingStep',
    { Name: `${pluginType.name}: ${stepName(step)}`, SdkMessageProcessingStepId: stepId(step), ...XSI },
    [
      ...leaves({
        SdkMessageId: MESSAGES[step.message],
        PluginTypeName: pluginType.assemblyQualifiedName,
        PrimaryEntity: step.table,
        PluginTypeId: pluginType.id,
        AsyncAutoDelete: 0,
        FilteringAttributes: (step.filteringColumns ?? []).join(','),
        InvocationSource: 0,
        Mode: 0,
        Rank: 1,
        EventHandlerTypeCode: 4602,
        Stage: step.stage,
        IsCustomizable: 0,
        IsHidden: 0,
        SupportedDeployment: 0,
        IntroducedVersion: '1.0',
      }),
      element('SdkMessageProcessingStepImages', {}, images),
    ],
  );
}
