// Everything that scores and combines, without a page around it. The tests bundle this file by itself.
export { scoreAnswers } from "./score.js";
export { combineAnswers, toAnswers } from "./combine.js";
export { answersOf } from "./spec.js";
