import type {Worker} from 'node:worker_threads'
import type {DictionaryFile} from '../lexicon/load.ts'
import {Fault} from '../model/fault.ts'
import type {Result} from '../model/result.ts'
import type {FileJob} from './check-file.ts'
import {unexpected} from './say.ts'

/** What a worker is sent. */
export interface Task {
  readonly job: FileJob
  /** The user's own dictionaries, from which the worker makes the words once. */
  readonly own: readonly DictionaryFile[]
}

/** What it answers: a fault crosses as plain data, as its class would not survive. */
export type Answer =
  | {readonly result: Result}
  | {readonly fault: Pick<Fault, 'code' | 'message'> & {readonly place: Fault['place'] | undefined}}

export interface Pool {
  readonly check: (task: Task) => Promise<Result>
  readonly close: () => Promise<void>
}

interface Waiting {
  readonly task: Task
  readonly resolve: (result: Result) => void
  readonly reject: (fault: Fault) => void
}

/**
 * Judges files on several processors at once. A worker that dies takes only its own file with it.
 * @param start starts a worker that answers each `Task` with an `Answer`
 */
export function openPool(size: number, start: () => Worker): Pool {
  const queue: Waiting[] = []
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const busy = new Map<Worker, Waiting>()

  const next = (worker: Worker): void => {
    const waiting = queue.shift()
    if (!waiting) {
      idle.push(worker)
      return
    }
    busy.set(worker, waiting)
    worker.postMessage(waiting.task)
  }
  const done = (worker: Worker): Waiting | undefined => {
    const waiting = busy.get(worker)
    busy.delete(worker)
    return waiting
  }
  const add = (): void => {
    const worker = start()
    all.add(worker)
    worker.on('message', (answer: Answer) => {
      const waiting = done(worker)
      if ('result' in answer) waiting?.resolve(answer.result)
      else waiting?.reject(new Fault(answer.fault.code, answer.fault.message, answer.fault.place))
      next(worker)
    })
    const gone = (error: unknown): void => {
      if (!all.delete(worker)) return
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
      done(worker)?.reject(unexpected(error))
      if (queue.length > 0) add()
    }
    worker.on('error', gone)
    worker.on('exit', gone)
    next(worker)
  }
  return {
    check: (task) =>
      new Promise((resolve, reject) => {
        queue.push({task, resolve, reject})
        const worker = idle.pop()
        if (worker) next(worker)
        else if (all.size < size) add()
      }),
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()))
    }
  }
}
