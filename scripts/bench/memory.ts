// What an idle server has in memory after some visits and a rest.
import { idleMemory } from '../../tests/support/process-memory.ts'

export async function benchMemory(): Promise<object> {
  const { whole, own, files } = await idleMemory()
  return { unit: 'kB', whole, own, files }
}
