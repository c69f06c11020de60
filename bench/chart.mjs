const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Bars of how many times `node -e 0` each takes, as SVG that reads on light paper and dark. */
export function chart(rows) {
  const [left, width, step] = [360, 420, 28]
  const most = Math.max(...rows.map(({wall}) => wall))
  const bars = rows.map(({name, wall}, n) => {
    const y = 12 + n * step
    const length = Math.max(2, (wall / most) * width)
    return (
      `<text x="${left - 10}" y="${y + 14}" text-anchor="end">${escaped(name)}</text>` +
      `<rect class="${n === 0 ? 'own' : ''}" x="${left}" y="${y}" width="${length.toFixed(1)}" height="18" rx="2"/>` +
      `<text x="${(left + length + 8).toFixed(1)}" y="${y + 14}">${wall.toFixed(1)}</text>`
    )
  })
  const height = 24 + rows.length * step
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 70} ${height}" role="img">
<title>One letter from cold, as multiples of node -e 0</title>
<style>text{font:13px system-ui,sans-serif;fill:#333}rect{fill:#9aa7b5}.own{fill:#2f5d86}
@media (prefers-color-scheme:dark){text{fill:#ddd}rect{fill:#66707b}.own{fill:#8dbbe4}}</style>
${bars.join('\n')}
</svg>
`
}
