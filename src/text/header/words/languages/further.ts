// Labels in Hungarian, Turkish and Indonesian: a line is a field and its words, parted by " · ". How words are compared says docs/header-words.md.
import type { LanguageWords } from './language-words.ts'

export const hungarian: LanguageWords = {
  title: 'cím',
  author: 'szerző · írta',
  fandom: 'fandom',
  characters: 'szereplők · szereplő · főszereplők · karakterek',
  pairings: 'páros · párosítás · párosok',
  rating: 'korhatár · besorolás',
  warnings: 'figyelmeztetés · figyelmeztetések · figyelem',
  timing: 'időpont · idő · időszak · évad',
  words: 'szavak száma · szószám · terjedelem · hossz',
  summary: 'összefoglaló · tartalom · leírás · ismertető',
  notes: 'megjegyzés · megjegyzések · a szerző megjegyzése · szerzői megjegyzés',
  beta: 'béta · köszönet',
  disclaimer: 'jogok · jogi nyilatkozat',
  prompt: 'téma · kulcs',
  challenge: 'kihívás',
  genre: 'műfaj · kategória',
  chapter: 'fejezet · rész',
  chapters: 'fejezetek',
  series: 'sorozat',
  status: 'állapot · státusz',
  dedication: 'ajánlás',
  language: 'nyelv',
}

export const turkish: LanguageWords = {
  title: 'başlık · hikayenin adı',
  author: 'yazar · yazan',
  characters: 'karakterler · kişiler',
  pairings: 'çift · çiftler · eşleşme',
  rating: 'yaş sınırı · derece',
  warnings: 'uyarı · uyarılar',
  timing: 'zaman · zaman çizgisi',
  words: 'kelime sayısı · uzunluk',
  summary: 'özet · konu',
  notes: 'yazarın notu · yazar notu · notlar',
  disclaimer: 'sorumluluk reddi · feragat',
  genre: 'tür · türler',
  chapter: 'bölüm',
}

export const indonesian: LanguageWords = {
  title: 'judul',
  author: 'penulis · pengarang',
  characters: 'tokoh · karakter',
  pairings: 'pasangan',
  rating: 'rating',
  warnings: 'peringatan',
  timing: 'latar waktu · waktu',
  words: 'jumlah kata · panjang',
  summary: 'ringkasan · sinopsis',
  notes: 'catatan · catatan penulis · catatan pengarang',
  disclaimer: 'disklaimer · penafian',
  genre: 'genre · aliran',
  chapter: 'bab',
}
