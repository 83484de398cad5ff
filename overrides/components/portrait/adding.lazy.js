// Questions that a talk leads to, put in the notebook under « à aborder ».
import { stateOf, withState } from "../notebook/answers.shared.js";
import { answer, answerTo } from "../notebook/store.shared.js";
import { fill } from "../page/words.shared.js";

/** Wake the buttons under `root`; `kept` is called once a question was put in the notebook. */
export function wakeAdding(root, { added, there }, kept) {
  for (const button of root.querySelectorAll("[data-add]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const fresh = button.dataset.add.split(" ").filter((id) => !stateOf(answerTo(id)));
      for (const id of fresh) answer(id, (before) => withState(before, "later", Date.now()));
      button.nextElementSibling.textContent = fresh.length ? fill(added, { n: fresh.length }) : there;
      kept();
    });
  }
}
