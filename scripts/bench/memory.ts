// What an idle server has in memory after some visits and a rest, and after some texts.
import { idleMemory } from '../../tests/support/process-memory.ts'

export async function benchMemory(): Promise<object> {
  const { idle, afterTexts } = await idleMemory()
  return { unit: 'kB', ...idle, afterTexts: afterTexts.whole }
}
