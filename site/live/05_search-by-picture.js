import { load, make, named, paint, picture, row, say, sprite } from "./kit.js";

export default async function start(figure) {
  const [data, get] = await Promise.all([load("05_search-by-picture"), sprite("05_search-by-picture")]);
  const names = named(data.syllables), asked = picture("?", 84);
  const tiles = make("div", { className: "line tiles" });
  const kinds = [say("픽셀로 찾은 아홉 장", "the nine nearest by pixels"), say("배운 공간에서 찾은 아홉 장", "the nine nearest in the learned space")].map((label) => {
    const nine = Array.from({ length: 9 }, () => picture("", 56)), said = make("output");
    return { nine, said, block: make("div", { className: "half" }, make("b", { textContent: label }), " ", said, row(...nine)) };
  });
  function ask(number) {
    tiles.querySelector("[aria-pressed=true]")?.setAttribute("aria-pressed", "false");
    tiles.children[number].setAttribute("aria-pressed", "true");
    paint(asked, get(number));
    figure.dataset.value = JSON.stringify(kinds.map(({ nine, said }, kind) => {
      const places = data.found[kind][number], right = places.filter((p) => data.labels[p] === number).length;
      nine.forEach((canvas, i) => {
        paint(canvas, get(140 + places[i]));
        canvas.setAttribute("aria-label", names[data.labels[places[i]]]);
        canvas.className = data.labels[places[i]] === number ? "same" : "other";
      });
      said.textContent = say(`같은 글자 ${right}장`, `${right} show the same syllable`);
      return right;
    }));
  }
  data.syllables.forEach((_, number) => {
    const button = make("button", { type: "button", title: names[number] }, paint(picture(names[number], 30), get(number)));
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => ask(number));
    tiles.append(button);
  });
  const share = data.expected.map((v) => `${Math.round(100 * v)}%`);
  figure.append(make("p", { textContent: say("글자를 하나 고르세요.", "Choose a syllable.") }), tiles, row(asked), ...kinds.map((kind) => kind.block),
    make("p", { textContent: say(`이 140장을 모두 물으면 같은 글자의 비율은 픽셀 ${share[0]}, 배운 공간 ${share[1]}입니다.`,
      `Over all 140 of these questions, ${share[0]} of the neighbors by pixels show the same syllable, and ${share[1]} in the learned space.`) }));
  ask(0);
}
