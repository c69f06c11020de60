export {fallen, measure, record} from './figures.ts'
export {page} from './page.ts'
