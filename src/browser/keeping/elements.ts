// Making elements in a few words, without a word of markup in a string.

type Made = Node | string | undefined

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...inside: readonly Made[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  element.append(...inside.filter((each) => each !== undefined))
  return element
}

export function pressable(words: string, look: string, press: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button', class: look }, make('span', {}, words))
  button.addEventListener('click', press)
  return button
}
