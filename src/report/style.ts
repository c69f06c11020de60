import type {Severity} from '../model/finding.ts'

type Paint = (text: string) => string

/** How a report is coloured. Colour repeats what the words say already and never says anything alone. */
export interface Style {
  readonly severity: Readonly<Record<Severity, Paint>>
  readonly strong: Paint
  readonly quiet: Paint
  readonly marked: Paint
  readonly place: Paint
}

const asIs: Paint = (text) => text

export const plain: Style = {
  severity: {error: asIs, warning: asIs, advice: asIs},
  strong: asIs,
  quiet: asIs,
  marked: asIs,
  place: asIs
}
