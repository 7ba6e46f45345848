// Search over `found`, which finish.py writes: [page, anchor, title, heading, prose, code].
// What Korean needs: a word is found with any particle, in the text and in the question, and
// with or without spaces inside.
const korean = document.documentElement.lang === "ko";
const PARTICLES = /(에서는|으로는|이라는|에게서|합니다|입니다|하는|하기|하다|되는|에서|에게|으로|까지|부터|처럼|보다|이란|이나|라는|하고|에는|와의|과의|이라|은|는|이|가|을|를|의|에|로|와|과|도|만|란)$/;
const ENDINGS = /(ations?|ings?|ions?|ies|ed|es|e|s|y)$/;
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What a word of the question looks like in a text, the whole word first. */
function patterns(word) {
  if (/[가-힣]/.test(word)) {
    const stem = word.length > 2 ? word.replace(PARTICLES, "") : word;
    const loose = (text) => new RegExp([...text].map(escaped).join("[\\s–·-]*"), "gi");
    return (stem.length > 1 && stem !== word ? [stem] : [word]).map(loose);
  }
  const stem = word.length > 4 ? word.replace(ENDINGS, "") : word;
  return [new RegExp(`(?<![\\p{L}\\p{N}])${escaped(stem.length > 2 ? stem : word)}`, "giu")];
}

const terms = (question) =>
  (question.toLowerCase().normalize("NFC").match(/[\p{L}\p{N}]+(?:[-'@.][\p{L}\p{N}]+)*/gu) ?? []).map(patterns);
const times = (text, term) => Math.min(4, term.reduce((n, p) => n + (text.match(p) ?? []).length, 0));

function search(question) {
  const asked = terms(question);
  const ranked = [];
  for (const entry of asked.length ? found : []) {
    const [, , title, heading, prose, code] = entry;
    const text = prose.join("\n");
    const scores = asked.map((term) =>
      5 * Math.min(1, times(heading, term)) + 3 * Math.min(1, times(title, term)) +
      times(text, term) + 0.3 * times(code, term));
    const here = asked.some((term) => times(heading, term) + times(text, term) + times(code, term));
    if (here) ranked.push({ entry, all: scores.every(Boolean), score: scores.reduce((a, b) => a + Math.min(b, 10), 0) });
  }
  const whole = ranked.filter((hit) => hit.all);
  return (whole.length ? whole : ranked).sort((a, b) => b.score - a.score);
}

/** The sentence in which the question's words stand. */
function snippet([, , , , prose, code], asked) {
  const sentences = prose.flatMap((text) => text.split(/(?<=[.?!])\s+/));
  const hits = (text) => asked.filter((term) => times(text, term)).length;
  const best = sentences.reduce((a, b) => (hits(b) > hits(a) ? b : a), "");
  return best || sentences[0] || code.slice(0, 120);
}

function marked(text, asked) {
  const box = document.createElement("span");
  box.textContent = text;
  for (const term of asked) markIn(box, term);
  return box;
}

/** Marks a term wherever it stands below an element. */
function markIn(element, term) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("mark, script, math")) nodes.push(walker.currentNode);
  for (const node of nodes)
    for (const pattern of term) {
      for (const match of [...node.data.matchAll(pattern)].reverse()) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        range.surroundContents(document.createElement("mark"));
      }
    }
}

function show(question) {
  const hits = search(question);
  const asked = terms(question);
  const pages = new Set(hits.map((hit) => hit.entry[0])).size;
  document.getElementById("search-count").textContent = !question.trim() ? "" : korean
    ? (hits.length ? `${pages}쪽의 ${hits.length}곳에서 찾았습니다.` : "찾지 못했습니다. 다른 말로 찾아 보세요.")
    : (hits.length ? `Found in ${hits.length} place${hits.length > 1 ? "s" : ""} on ${pages} page${pages > 1 ? "s" : ""}.` : "Nothing found. Try other words.");
  document.getElementById("search-results").replaceChildren(...hits.slice(0, 40).map(({ entry }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${entry[0]}?q=${encodeURIComponent(question)}#${encodeURIComponent(entry[1])}`;
    link.append(marked(entry[3] === entry[2] ? entry[2] : `${entry[2]} › ${entry[3]}`, asked));
    const text = document.createElement("p");
    text.append(marked(snippet(entry, asked), asked));
    item.append(link, text);
    return item;
  }));
}

const input = document.querySelector("form.find input");
if (input) {
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", () => show(input.value));
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
    show(input.value);
  });
  show(input.value);
}
