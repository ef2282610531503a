/** Services of Office beside the workbook: the task pane's visibility, ribbon updates. What was asked is written down. */
import { bind, isHostObject, type Argument, type HostObject, type Json, type ObjectType } from '../hostObject';
import type { ExcelObjects } from './objects';

const plain = (args: readonly Argument[]): Json[] =>
  args.map((value) => (isHostObject(value) ? value.typeName : value));

export function serviceTypes(objects: ExcelObjects): Readonly<Record<string, () => HostObject>> {
  const note =
    (name: string) =>
    (_: unknown, args: readonly Argument[]): void => {
      objects.officeCalls.push([name, ...plain(args)]);
    };

  const runtime: ObjectType<null> = {
    name: 'AppRuntimeService',
    methods: { SetAppRuntimeState: note('setAppRuntimeState'), GetAppRuntimeState: () => 'Visible' },
  };
  const internal: ObjectType<null> = {
    name: 'AddinInternalService',
    methods: { NotifyActionHandlerReady: note('actionHandlerReady') },
  };
  const button: ObjectType<{ readonly id: string }> = {
    name: 'RibbonButton',
    methods: {
      SetEnabled: (t, args) => {
        objects.officeCalls.push(['ribbonButtonEnabled', t.id, ...plain(args)]);
      },
    },
  };
  const ribbon: ObjectType<null> = {
    name: 'DynamicRibbon',
    methods: {
      GetButton: (_, [id]) => bind(button, { id: String(id) }),
      ExecuteRequestUpdate: note('ribbonUpdate'),
    },
  };
  return {
    'Microsoft.AppRuntime.AppRuntimeService': () => bind(runtime, null),
    'Microsoft.InternalService.AddinInternalService': () => bind(internal, null),
    'Microsoft.DynamicRibbon.DynamicRibbon': () => bind(ribbon, null),
  };
}
