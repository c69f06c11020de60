const {join} = require('node:path')
const {parentPort} = require('node:worker_threads')
const {isSuited, load} = require('./load.js')

const root = join(__dirname, '..')
const built = join(root, 'dist')
isSuited()
const places = {worker: __filename, built, dictionaries: join(root, 'dictionaries')}
load(join(built, 'core.cjs')).startWork(places, parentPort)
