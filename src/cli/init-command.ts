import {join} from 'node:path'
import {Fault} from '../model/fault.ts'
import {configNames} from './config.ts'
import {fileFault} from './file-fault.ts'
import type {ExitStatus, Host} from './host.ts'
import {say} from './say.ts'

const template = `# What ourwords is told about the papers in this folder and below it.
# Everything is optional; take away the # before what you want. No part of this file is ever run.

# Rules and single words: error, warning, advice or off. All rules: ourwords rules
#rules:
#  wordy: off
#  jargon/contact: error

# Words that are right here, with the reason.
#accept:
#  - term: IRO
#    why: Every child in this service has been told what it means.

# The status is 1 from this severity upwards: error, warning, advice or never.
#fail-on: error
#max-warnings: 20

# Judge other people's quoted words too. A child's own words are never judged.
#include-quotes: false

# Ask the retext plugins too; what they say comes as advice.
#retext: false

# Files that are not to be checked.
#exclude:
#  - archive/**

# Words of your own, in the form that dictionaries/README.md of the package describes.
#dictionaries: words

# Another configuration to begin from, such as your authority's.
#extends: ../house-style.yaml

# What holds for some of the files.
#overrides:
#  - files: letters/**
#    document: letter
#  - files: "templates/**"
#    template: true
`

/** Writes a configuration that says nothing yet and explains everything that it could say. */
export async function init(host: Host): Promise<ExitStatus> {
  for (const name of configNames) {
    const there = await host.files.kind(join(host.cwd, name)).then(
      () => true,
      () => false
    )
    if (there) throw new Fault('already-there', `There is an ${name} here already; nothing was changed`)
  }
  const [name = ''] = configNames
  try {
    const file = await host.files.begin(join(host.cwd, name))
    await file.write(template)
    await file.finish()
  } catch (error) {
    throw fileFault(error, 'write')
  }
  await say(host, `Wrote ${name}. It changes nothing until you take away a #.`)
  return 0
}
