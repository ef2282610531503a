/** An element with its class. */
export function tag<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  text?: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

export function button(text: string, act: () => void, className = ''): HTMLButtonElement {
  const element = tag('button', className, text);
  element.type = 'button';
  element.addEventListener('click', act);
  return element;
}
