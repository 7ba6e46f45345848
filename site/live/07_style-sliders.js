import { choice, dense, load, make, named, paint, picture, row, say, sigmoid, silu, slider } from "./kit.js";

const STEPS = 20, GUIDANCE = 2;
const leaky = (x) => (x > 0 ? x : 0.3 * x);
const breath = () => new Promise((done) => setTimeout(done));

export default async function start(figure) {
  const data = await load("07_style-sliders");
  const names = named(data.syllables);

  function arrow(place, t, told) {
    const given = Float32Array.from([...place, t, ...told]);
    let x = dense(given, data.F0, data.f0, silu);
    for (const layer of [1, 2]) {
      const more = dense(Float32Array.from([...x, ...given]), data[`F${layer}`], data[`f${layer}`], silu);
      x = x.map((v, i) => v + more[i]);
    }
    return dense(x, data.F3, data.f3);
  }
  /** One letter: from noise along the arrows to a code, and the decoder draws it. */
  async function write(number, weight, slant, hand, current = () => true) {
    const told = new Float32Array(27), nothing = new Float32Array(27);
    told[Math.floor(number / 10)] = told[14 + (number % 10)] = 1;
    told.set([weight, slant, 1], 24);
    let place = data.hands.slice(32 * hand, 32 * hand + 32);
    for (let step = 0; step < STEPS; step++) {
      const free = arrow(place, step / STEPS, nothing), ordered = arrow(place, step / STEPS, told);
      place = place.map((v, i) => v + (free[i] + GUIDANCE * (ordered[i] - free[i])) / STEPS);
      if (step % 4 === 3) await breath();
      if (!current()) return null;
    }
    return dense(dense(place, data.D0, data.d0, leaky), data.D1, data.d1, sigmoid);
  }
  figure.write = write; // for the test that compares it with the lesson's own drawing

  const field = make("input", { type: "text", value: "나비바다", maxLength: 60, ariaLabel: say("쓸 글자", "letters to write") });
  const picker = choice(say("글자", "letter"), names, 0, () => {});
  const plus = make("button", { type: "button", textContent: say("더하기", "Add") });
  const clear = make("button", { type: "button", textContent: say("지우기", "Clear") });
  const paper = make("div", { className: "line paper" }), said = make("output");
  let turn = 0;
  async function draw() {
    const mine = ++turn, [weight, slant, hand] = controls.map((control) => Number(control.input.value));
    const letters = [...field.value.replace(/\s/g, "")].slice(0, 12);
    const known = letters.map((letter) => data.syllables.indexOf(letter));
    const foreign = letters.filter((_, i) => known[i] < 0);
    said.textContent = foreign.length ? say(`배우지 않은 글자: ${foreign.join(" ")} (받침 없는 140자만 씁니다)`,
      `Not among its 140 letters: ${foreign.join(" ")} (a consonant and a vowel each)`) : "";
    const wanted = known.filter((number) => number >= 0);
    while (paper.children.length > wanted.length) paper.lastChild.remove();
    while (paper.children.length < wanted.length) paper.append(picture(names[wanted[paper.children.length]], 72));
    for (const [i, number] of wanted.entries()) {
      const pixels = await write(number, weight, slant, hand, () => mine === turn);
      if (mine !== turn) return;
      paint(paper.children[i], pixels);
      paper.children[i].setAttribute("aria-label", names[number]);
    }
    figure.dataset.value = wanted.length;
  }
  const shown = (v) => v.toFixed(2);
  const controls = [
    slider(say("굵기", "stroke weight"), { min: -1, max: 1, step: 0.05, value: 0 }, () => draw(), shown),
    slider(say("기울기", "slant"), { min: -1, max: 1, step: 0.05, value: 0 }, () => draw(), shown),
    slider(say("손", "hand"), { min: 0, max: 5, step: 1, value: 0 }, () => draw()),
  ];
  field.addEventListener("input", draw);
  plus.addEventListener("click", () => { field.value += data.syllables[picker.select.value]; draw(); });
  clear.addEventListener("click", () => { field.value = ""; draw(); });
  figure.append(row(make("label", {}, make("span", { textContent: say("이름을 써 보세요", "Write a name") }), field)), row(picker, plus, clear),
    ...controls.map((control) => row(control)), paper, said);
  for (const control of controls) control.querySelector("output").textContent = control.input.value;
  draw();
}
