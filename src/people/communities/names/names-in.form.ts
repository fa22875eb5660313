// What is said of the name that somebody goes by in a community.
import { id } from '#src/kit/form-fields.ts'

export const goByForm = { fields: { community: id({ label: 'Community' }), penName: id({ label: 'Your name there' }) } }
