// Two texts that were written without knowing of each other: both stay in sight until one is chosen.
import { withText } from "../notebook/answers.shared.js";
import { answer, writer } from "../notebook/store.shared.js";
