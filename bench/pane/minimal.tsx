/** The least that a pane on React and Fluent UI can be: what the size and the start of ours are measured against. */
import { Button, FluentProvider, Input, Text, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

const element = document.getElementById('pane');
if (element !== null) {
  createRoot(element).render(
    <FluentProvider theme={webLightTheme}>
      <Text>Minimal</Text>
      <Input />
      <Button>OK</Button>
    </FluentProvider>,
  );
}
