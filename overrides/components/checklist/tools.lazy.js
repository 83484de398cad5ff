// What stands under « Plus »: a blank copy on paper, the questions and answers as text.
export function wake() {}
