import {Fault} from '../../src/model/fault.ts'

/** The Fault that some work ends with, `null` where it ends well. Anything else that is thrown is thrown on. */
export function thrownBy(work: () => unknown): Fault | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}
