/** A page with the kinds of Fluent components a working pane needs, and nothing behind them. */
import {
  Badge,
  Button,
  Checkbox,
  Dialog,
  DialogSurface,
  Field,
  FluentProvider,
  Input,
  MessageBar,
  Select,
  Spinner,
  Tab,
  TabList,
  Text,
  Textarea,
  webLightTheme,
} from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

const element = document.getElementById('pane');
if (element !== null) {
  createRoot(element).render(
    <FluentProvider theme={webLightTheme}>
      <TabList>
        <Tab value="first">First</Tab>
      </TabList>
      <Text>Components</Text>
      <Badge />
      <MessageBar />
      <Field>
        <Input />
      </Field>
      <Textarea />
      <Select />
      <Checkbox />
      <Spinner />
      <Dialog>
        <DialogSurface>Dialog</DialogSurface>
      </Dialog>
      <Button>OK</Button>
    </FluentProvider>,
  );
}
