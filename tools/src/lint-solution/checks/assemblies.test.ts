import { describeCheck } from '../testing';
import { checkAssemblies } from './assemblies';

const ASSEMBLY = ['PluginAssemblies', '<PluginAssembly'] as const;
const STEP = ['SdkMessageProcessingSteps', 'bbl_orderline/Update.10'] as const;
const FULL_NAME = 'BillingBacklogPlugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=6080d60924d201fb';
const OTHER_NAME = FULL_NAME.replace('6080d60924d201fb', '0000000000000000');
const PART = 'BillingBacklogPlugins-33FE7E07-7F11-56B3-A944-B4203FCFF339/BillingBacklogPlugins.dll';

describeCheck(checkAssemblies, [
  {
    name: 'A type of an assembly with another key, and the steps that name it',
    changes: [{ file: ASSEMBLY, from: `CustomApiPlugin, ${FULL_NAME}`, to: `CustomApiPlugin, ${OTHER_NAME}` }],
    finds: [['assembly-names', `Bbl.Plugins.CustomApiPlugin is called 'Bbl.Plugins.CustomApiPlugin, ${OTHER_NAME}'`]],
  },
  {
    name: 'A step of an assembly with another key',
    changes: [{ file: STEP, from: FULL_NAME, to: OTHER_NAME }],
    finds: [['assembly-names', `no plug-in type is called 'Bbl.Plugins.StepPlugin, ${OTHER_NAME}'`]],
  },
  {
    name: 'A file that is not where its metadata says',
    changes: [
      { file: ASSEMBLY, from: `<FileName>/PluginAssemblies/${PART}`, to: '<FileName>/PluginAssemblies/Other.dll' },
    ],
    finds: [['assembly-parts', `FileName is not /PluginAssemblies/${PART}`]],
  },
]);
