/**
 * How a document is set on A4, for Typst. It holds no word of its own: all of them come in `/data.json`, as lists of
 * pieces that stay whole on a line.
 */
export const template = `
#let data = json("/data.json")

#let words(pieces) = pieces.map(piece => if piece.trim() == "" { [ ] } else { box(piece) }).join()
#let thai(n) = str(n).clusters().map(c => "๐๑๒๓๔๕๖๗๘๙".clusters().at(int(c))).join()
#let figure-of(n) = if data.language == "th" { thai(n) } else { str(n) }

#set document(title: data.heading, author: data.author, date: datetime(
  year: data.date.at(0), month: data.date.at(1), day: data.date.at(2),
))
#set text(font: ("Sarabun", "Noto Sans Symbols 2"), lang: data.language, size: 11pt)
#set par(leading: 0.75em, spacing: 0.9em)
#set page(
  paper: "a4",
  flipped: data.landscape,
  margin: (top: 2cm, bottom: 2cm, left: 2cm, right: 1.6cm),
  footer: context {
    set text(size: 9pt)
    grid(
      columns: (1fr, auto),
      words(data.footer),
      words(data.page) + [ ] + figure-of(counter(page).get().first()) + [/] + figure-of(counter(page).final().first()),
    )
  },
)
#show heading.where(level: 1): it => align(center, text(size: 14pt, weight: "bold", it.body))
#show heading.where(level: 2): it => block(above: 1.3em, below: 0.8em, sticky: true, text(size: 12pt, weight: "bold", it.body))
#set table(stroke: 0.5pt + luma(90), inset: (x: 4pt, y: 4pt))

#let dotted = box(width: 1fr, repeat(gap: 1pt)[.])

#let cell(c) = {
  let inner = {
    if c.box != none { text(size: 12pt, if c.box [☑] else [☐]) + if c.words.len() > 0 [ ] }
    words(c.words)
  }
  align(if c.align == "center" { center } else if c.align == "right" { right } else { left }, inner)
}

#let rows(t) = {
  let n = t.columns.len()
  for row in t.rows {
    if row.kind == "section" {
      (table.cell(colspan: n, fill: luma(235), strong(words(row.cells.first().words))),)
    } else if row.kind == "total" {
      let behind = row.cells.slice(1)
      let next = behind.position(c => not c.empty)
      let spanned = if next == none { n } else { next + 1 }
      (table.cell(colspan: spanned, align: right, strong(words(row.cells.first().words))),)
      row.cells.slice(spanned).map(c => strong(cell(c)))
    } else {
      row.cells.map(cell)
    }
  }
}

#let signature(s) = block(breakable: false, above: 1.6em, {
  set align(center)
  set par(leading: 0.6em)
  if s.name.len() > 0 {
    words(data.sign) + [ ] + box(stroke: (bottom: 0.5pt + luma(120)), inset: (x: 6pt, bottom: 2pt), words(s.name)) + [ ] + words(s.role)
  } else {
    words(data.sign) + [ ] + box(width: 3.6cm, repeat(gap: 1pt)[.]) + [ ] + words(s.role)
  }
  linebreak()
  if s.bracketed.len() > 0 { words(s.bracketed) } else { [(] + box(width: 4.4cm, repeat(gap: 1pt)[.]) + [)] }
  linebreak()
  words(s.position)
  if s.how.len() > 0 { linebreak() + text(size: 8.5pt, words(s.how)) }
})

#let part-block(b) = {
  if b.kind == "line" {
    par(words(b.words))
  } else if b.kind == "fields" {
    par({
      for f in b.fields {
        words(f.label) + [ ]
        if f.value == none { dotted } else { words(f.value) }
        [ #h(1em) ]
      }
    })
  } else if b.kind == "table" {
    set text(size: if b.columns.len() > 6 { 9pt } else { 10pt })
    set par(leading: 0.55em)
    table(
      columns: b.columns.map(c => if c.share == none { auto } else { c.share * 1fr }),
      table.header(repeat: true, ..b.columns.map(c => table.cell(fill: luma(225), align: center + horizon, strong(words(c.title))))),
      ..rows(b),
    )
  } else if b.kind == "signatures" {
    grid(columns: (1fr, 1fr), column-gutter: 1cm, row-gutter: 1.4em, ..b.signatures.map(signature))
  }
}

#let paper(p) = {
  heading(level: 1, p.title.map(words).join(linebreak()))
  for remark in p.remarks { align(center, text(size: 9pt, words(remark))) }
  for part in p.parts {
    if part.heading != none { heading(level: 2, words(part.heading)) }
    for b in part.blocks { part-block(b) }
  }
}

#for (at, p) in data.papers.enumerate() {
  if at > 0 { pagebreak() }
  paper(p)
}
#pdf.attach("/record.json", relationship: "source", mime-type: "application/json", description: data.number)
`;
