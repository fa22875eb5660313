// An executor compiles queries but has no connection of its own: whoever runs one says on which connection.
import type { ConnectionProvider } from 'kysely'

export const noProvider: ConnectionProvider = {
  async provideConnection() {
    throw new Error('A query was run outside every context')
  },
}
