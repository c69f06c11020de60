import type {MessagePort} from 'node:worker_threads'
import {checkFile} from './check-file.ts'
import type {Engine, Words} from './engine.ts'
import {nodeFiles, nodeNow} from './node-host.ts'
import type {Answer, Task} from './pool.ts'
import {unexpected} from './say.ts'

/** Answers the tasks that come through a port, one after another, for as long as the program sends some. */
export function work(port: MessagePort, loadEngine: () => Promise<Engine>): void {
  const loading = loadEngine()
  const words = new Map<string, Words>()
  const answer = async ({job, own}: Task): Promise<Answer> => {
    try {
      const engine = await loading
      const key = JSON.stringify(own)
      const known = words.get(key) ?? engine.words(own)
      words.set(key, known)
      return {result: await checkFile(job, {files: nodeFiles, now: nodeNow}, engine, known)}
    } catch (error) {
      const {code, message, place} = unexpected(error)
      return {fault: {code, message, place}}
    }
  }
  port.on('message', (task: Task) => {
    answer(task).then((said) => port.postMessage(said))
  })
}
