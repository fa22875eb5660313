// Posts as people paste them, in three styles, each in the shape that everything must serve. Every word of them is ours.

const story = `The first ledger was for the Board. It had columns, and a red line down the left-hand side that nobody could account for.

The second ledger lived behind the barometer. Pell – who never hurried – wrote in it on Sundays, when the glass was falling.

"Write it down," she told the girl. "The sea won't."`

/** Everything of the shape in DESIGN, as plain text. */
export const plainPost = `Ficlet – The Second Ledger

My piece for this round is still in the works; so as not to leave you with nothing on my day, here is a small offering. The other one should be ready for the Free For All.

Title: The Second Ledger
Author: Oriel Finch
Timing: Book 2
Rating: PG-13
Words: 600ish
Summary: Set during "Fog Signal". The harbourmaster keeps two books, and only one of them is about ships.

A/N: Thanks to fennimore for being my last-minute sounding board.

"Somebody has to stay up." ~ Pell in "The Long Watch."

${story}
`

/** The same in the HTML that journals keep. */
export const htmlPost = `<p><b>Title:</b> Nine Lamps<br><b>Author:</b> Oriel Finch<br><b>Rating:</b> R<br><b>Characters:</b> June, Captain Sark<br><b>Warnings:</b> drowning<br><b>Summary:</b> June counts the lamps again.</p>
<p>The lamps were nine and then they were <s>seven</s> eight. June <i>counted</i> them twice, from the sill, with her finger on the glass.</p>
<script>alert(1)</script>
<p>Nobody had put one out. That was the trouble with it, she said to the Captain, who was asleep.</p>`

/** And in Markdown, with its labels in bold. */
export const markdownPost = `**Title:** Rope and Ring
**Author:** Oriel Finch
**Fandom:** Lantern Coast
**Pairing:** June/Teodor
**Rating:** G
**Summary:** A knot is a promise with a name.
**Disclaimer:** The coast is not mine.

---

There are *nine* knots, and Teodor knew eight. The ninth he had from June, on the quay, with his hands behind his back.

"Again," said June.
`
