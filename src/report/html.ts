import {type Severity, severities} from '../model/finding.ts'
import {markup} from './escape.ts'
import {inOne} from './group.ts'
import {byPassage, byRule} from './html-charts.ts'
import {type Numbered, note, paper, type Said} from './html-document.ts'
import {css, policy} from './html-style.ts'
import {type CheckedFile, countIn, type ReportContext, type Reporter} from './report.ts'
import {counted, found, notRead, read} from './summary.ts'
import {understood} from './understood.ts'

/** Of more findings than this the reasons would push the words apart; they are a click away. */
const reasonsAtOnce = 12

const words: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  advice: ['piece of advice', 'pieces of advice']
}

function tally(file: CheckedFile): string {
  const {words: checked, quotedWords} = file.result
  const {errors, warnings, advice} = countIn(file)
  const amounts = {error: errors, warning: warnings, advice}
  const items = severities.map((severity) => {
    const amount = amounts[severity]
    return `<li class="${severity}"><b>${amount}</b>${words[severity][amount === 1 ? 0 : 1]}</li>`
  })
  const quoted = quotedWords > 0 ? `, ${counted(quotedWords, 'word')} in quotations not judged` : ''
  return `<ul class="tally">${items.join('')}<li><b>${checked}</b>words checked${quoted}</li></ul>\n`
}

function section(checked: CheckedFile, file: number): string {
  const {path, result} = checked
  const {findings, notices, document} = result
  const shownOnce = inOne(findings)
  const placed = shownOnce.filter(({location}) => location).map((finding, at): Numbered => ({finding, number: at + 1}))
  // Their numbers are seen nowhere, so those in the text begin with 1.
  const whole = shownOnce
    .filter(({location}) => !location)
    .map((finding, at): Numbered => ({finding, number: placed.length + at + 1}))
  const said: Said = new Set()
  const shown = document.text !== ''
  const list = (title: string, kind: string, rows: readonly Numbered[]): string => {
    if (rows.length === 0) return ''
    const notes = rows.map((row) => note(row, file, said, false))
    return `<section class="${kind}"><h3>${title}</h3><ul class="notes">${notes.join('')}</ul></section>\n`
  }
  return [
    `<section class="file"><h2>${markup(path.replace(/^.*\//, ''))}</h2>\n`,
    `<p class="known">${markup(understood(result.known))}${path.includes('/') ? ` · ${markup(path)}` : ''}</p>\n`,
    tally(checked),
    notices.length > 0 &&
      `<ul class="notices">${notices.map(({message}) => `<li>${markup(message)}</li>`).join('')}</ul>\n`,
    findings.length > 0 && `<div class="charts">${byRule(result)}${byPassage(result)}</div>\n`,
    findings.length > 0 &&
      `<label class="switch"><input type="checkbox" class="reasons"${findings.length > reasonsAtOnce ? '' : ' checked'}>Show why each one matters</label>\n`,
    list('About the whole document', 'whole', whole),
    shown ? paper(result, placed, file, said) : list('In the text', 'list', placed),
    '</section>\n'
  ]
    .filter(Boolean)
    .join('')
}

/** One page that needs nothing else: each document with what is said of it beside the words. */
export function html({version, redacted}: ReportContext): Reporter {
  let files = 0
  return {
    begin: () =>
      '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n' +
      `<meta http-equiv="Content-Security-Policy" content="${policy()}">\n` +
      '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n' +
      `<meta name="referrer" content="no-referrer">\n<title>ourwords report</title>\n<style>${css}</style>\n</head>\n<body>\n` +
      `<header class="top"><h1>What a child would meet in this draft</h1><p class="private">${redacted ? 'Words and names are left out.' : 'Confidential: this page holds words from papers about a child. Keep it as you keep them.'}</p></header>\n`,
    file: (file) => section(file, ++files),
    end: ({totals, faults}) => {
      const missed = notRead(totals, faults)
      const list = faults.map(
        ({path, message}) => `<li>${path === null ? '' : `${markup(path)}: `}${markup(message)}</li>`
      )
      return (
        `<footer class="end">${list.length > 0 ? `<strong>Could not be checked</strong><ul>${list.join('')}</ul>` : ''}` +
        `<p>${read(totals)}. <strong>${found(totals)}.</strong>${missed ? ` <strong>Not complete: ${missed}.</strong>` : ''}</p>` +
        `<p>Made by ourwords ${markup(version)}, which points and suggests. What is right for this child, you know.</p></footer>\n</body>\n</html>\n`
      )
    }
  }
}
