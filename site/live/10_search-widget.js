import { dot, load, make, row, say } from "./kit.js";

/** Pieces of one to four letters, as scikit-learn's "char_wb" cuts them. */
export function pieces(text) {
  const counts = new Map();
  for (const bare of text.toLowerCase().split(/\s+/).filter(Boolean)) {
    const word = [...` ${bare} `];
    for (let n = 1; n <= Math.min(4, word.length); n++)
      for (let i = 0; i + n <= word.length; i++) {
        const piece = word.slice(i, i + n).join("");
        counts.set(piece, (counts.get(piece) ?? 0) + 1);
      }
  }
  return counts;
}

export default async function start(figure) {
  const data = await load("10_search-widget");
  const number = Object.fromEntries(["en", "ko"].map((edition) => [edition, new Map(data[`pieces_${edition}`].map((p, i) => [p, i]))]));

  function closest(query) {
    const [own, other] = /[가-힣]/.test(query) ? ["ko", "en"] : ["en", "ko"];
    const vector = new Float32Array(64);
    for (const [piece, times] of pieces(query)) {
      const place = number[own].get(piece);
      if (place === undefined) continue;
      for (let j = 0; j < 64; j++) vector[j] += (1 + Math.log(times)) * data[`W_${own}`][64 * place + j];
    }
    const length = Math.sqrt(dot(vector, vector)) || 1;
    return data.english.map((_, i) => [dot(vector, data[`Z_${other}`], 64 * i) / length, i]).sort((a, b) => b[0] - a[0]).slice(0, 3);
  }
  const field = make("input", { type: "search", value: say("실행 취소", "close all the files"), ariaLabel: say("찾을 말", "query") });
  const list = make("ol"), said = make("output");
  function answer() {
    const best = closest(field.value), known = field.value.trim() && best[0][0] >= data.threshold;
    said.textContent = known ? "" : say("모릅니다. 이 공간에 없는 이야기 같습니다.", "I do not know. That seems to lie outside this space.");
    list.replaceChildren(...(known ? best : []).map(([value, i]) =>
      make("li", {}, `${value.toFixed(2)} `, make("span", { lang: "en", textContent: data.english[i] }), " | ", make("span", { lang: "ko", textContent: data.korean[i] }))));
    figure.dataset.value = JSON.stringify(best);
  }
  field.addEventListener("input", answer);
  const examples = ["글꼴을 더 크게", "close all the files", "비가 내린다", "where is my umbrella"].map((text) => {
    const button = make("button", { type: "button", textContent: text, lang: /[가-힣]/.test(text) ? "ko" : "en" });
    button.addEventListener("click", () => { field.value = text; answer(); });
    return button;
  });
  figure.append(row(make("label", {}, make("span", { textContent: say("찾기", "Search") }), field)), row(...examples), said, list,
    make("p", { className: "small", textContent: say("문장: JupyterLab의 번역, BSD 3-Clause, Project Jupyter Contributors", "Sentences: JupyterLab’s translation, BSD 3-Clause, Project Jupyter Contributors") }));
  answer();
}
