// Why the house cannot be opened, or a command cannot be done: one sentence for the person at the terminal, exit code 1.

export class Unstartable extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'Unstartable'
  }
}
