// Words around labels: labels that nobody asks about, what may stand before a label, and what joins two labels into one.
const words = (list: string): readonly string[] => list.split(' · ')

/** Labels of people, places and page furniture: they end the value before them and are not asked about. */
export const passedOver = words(
  'house · team · score · site · previous chapters · previous chapter · previous parts · previously · previous · next · other chapters · parts so far · gia postati · already posted · mood · current mood · current location · location · subject · from · to · cc · reply to · message id · posted by · entry tags · stats · hits · kudos · bookmarks · comments · recs · read · reviews · favs · follows · favorites · favourites · id · collections · collection · team name · number of fills · fills · x posted · читать · просмотров · скачать · publisher · packaged · hcs · h c · points · why this must be read · why · reccers notes · reccers comments · personal rating · rec · reason for rec · reason for reccing · table of contents · masterlist · index',
)

/** What may stand before a known label without changing it. */
export const qualifiers = words(
  'story · fic · fanfic · chapter · the · my · any · overall · general · original · main · author · authors · mod · required · our · current · actual · approximate · total · estimated · possible · additional · other · brief · short · obligatory · mandatory · standard · usual · random · some · final · full · crossover · archive · work · primary · secondary',
)

/** What joins two labels into one. */
export const joiners = words('and · or · und · et · e · y · и · oder · ou · o · with')
