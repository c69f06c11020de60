import type {Worker} from 'node:worker_threads'
import type {DictionaryFile} from '../lexicon/load.ts'
import {Fault} from '../model/fault.ts'
import type {Result} from '../model/result.ts'
import type {FileJob} from './check-file.ts'
import {unexpected} from './say.ts'
import {outOfTime} from './time-limit.ts'

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

/** Rings once, after so many milliseconds, unless it is hushed before. */
type Alarm = (milliseconds: number, ring: () => void) => () => void

/** A timer takes no more; it is three weeks. */
const longest = 2 ** 31 - 1

const ringAfter: Alarm = (milliseconds, ring) => {
  let late: NodeJS.Immediate | undefined
  // An answer that has come, and that we were too busy to hear, is heard first.
  const timer = setTimeout(
    () => {
      late = setImmediate(ring)
    },
    Math.min(milliseconds, longest)
  )
  return () => {
    clearTimeout(timer)
    clearImmediate(late)
  }
}

/** Seconds that a worker has to start, and to say by itself that time is up. */
const grace = 5

interface Waiting {
  readonly task: Task
  readonly resolve: (result: Result) => void
  readonly reject: (fault: Fault) => void
}

/**
 * Judges files on several processors at once. A worker that dies takes only its own file with it, and one that is still
 * silent when its file's time is up, and some more, is ended: whatever holds it looks at no clock.
 * @param start starts a worker that answers each `Task` with an `Answer`
 */
export function openPool(size: number, start: () => Worker, alarm: Alarm = ringAfter): Pool {
  const queue: Waiting[] = []
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const busy = new Map<Worker, Waiting & {readonly hush: () => void}>()

  const next = (worker: Worker): void => {
    const waiting = queue.shift()
    if (!waiting) {
      idle.push(worker)
      return
    }
    const {seconds} = waiting.task.job
    const hush = alarm((seconds + grace) * 1000, () => {
      remove(worker, outOfTime(seconds))
      worker.terminate()
    })
    busy.set(worker, {...waiting, hush})
    worker.postMessage(waiting.task)
  }
  const done = (worker: Worker): Waiting | undefined => {
    const waiting = busy.get(worker)
    waiting?.hush()
    busy.delete(worker)
    return waiting
  }
  const remove = (worker: Worker, fault: Fault): void => {
    if (!all.delete(worker)) return
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
    done(worker)?.reject(fault)
    if (queue.length > 0) add()
  }
  const add = (): void => {
    const worker = start()
    all.add(worker)
    worker.on('message', (answer: Answer) => {
      if (!all.has(worker)) return
      const waiting = done(worker)
      if ('result' in answer) waiting?.resolve(answer.result)
      else waiting?.reject(new Fault(answer.fault.code, answer.fault.message, answer.fault.place))
      next(worker)
    })
    const gone = (error: unknown): void => remove(worker, unexpected(error))
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
