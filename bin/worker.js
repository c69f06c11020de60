const {join} = require('node:path')
const {load} = require('./load.js')

const root = join(__dirname, '..')
const built = join(root, 'dist')
load(join(built, 'core.cjs')).startWork({worker: __filename, built, dictionaries: join(root, 'dictionaries')})
