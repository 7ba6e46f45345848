import { choice, dense, load, make, named, paint, picture, relu, row, say, sigmoid, slider, sprite } from "./kit.js";

export default async function start(figure) {
  const [data, get] = await Promise.all([load("03_walk-slider"), sprite("03_walk-slider")]);
  const names = named(data.syllables), sides = say(["왼쪽 것", "오른쪽 것"], ["on the left", "on the right"]);
  const drawn = (z) => dense(dense(z, data.W1, data.b1, relu), data.W2, data.b2, sigmoid);
  const mixed = (a, b, t) => a.map((v, i) => (1 - t) * v + t * b[i]);
  const gray = (pixels) => pixels.reduce((n, v) => n + (v > 0.2 && v < 0.8), 0) / pixels.length;

  const ends = [0, 1].map((side) => {
    const which = choice(side ? say("도착", "to") : say("출발", "from"), names, 0, draw);
    const hand = choice(say("그림", "drawing"), sides, side, draw);
    return { which, hand, index: () => 2 * which.select.value + Number(hand.select.value) };
  });
  const rows = [say("픽셀 섞기", "pixels mixed"), say("잠재 벡터 섞기", "latent vectors mixed")].map((label) => {
    const large = picture(label, 112), steps = Array.from({ length: 7 }, () => picture(label, 40)), said = make("output");
    return { large, steps, said, line: row(large, make("div", {}, make("b", { textContent: label }), " ", said, row(...steps))) };
  });
  const control = slider(say("걸음", "step"), { min: 0, max: 1, step: 0.01, value: 0.5 }, draw, (t) => `${Math.round(100 * t)}%`);

  function draw(moved) {
    const [a, b] = ends.map((end) => end.index());
    const code = (i) => data.Z.subarray(32 * i, 32 * i + 32);
    const kinds = [(t) => mixed(get(a), get(b), t), (t) => drawn(mixed(code(a), code(b), t))];
    figure.dataset.value = JSON.stringify(rows.map((line, kind) => {
      const now = kinds[kind](Number(control.input.value));
      paint(line.large, now);
      if (typeof moved !== "number") line.steps.forEach((step, i) => paint(step, kinds[kind](i / 6)));
      line.said.textContent = say(`회색 ${(100 * gray(now)).toFixed(1)}%`, `gray ${(100 * gray(now)).toFixed(1)}%`);
      return gray(now);
    }));
  }
  figure.append(...ends.map(({ which, hand }) => row(which, hand)), row(control), ...rows.map((line) => line.line));
  control.update();
  draw();
}
