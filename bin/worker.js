const {join} = require('node:path')
const {isSuited, load} = require('./load.js')

const root = join(__dirname, '..')
const built = join(root, 'dist')
isSuited()
load(join(built, 'core.cjs')).startWork({worker: __filename, built, dictionaries: join(root, 'dictionaries')})
