import { dense, dot, load, make, named, paint, picture, relu, row, say } from "./kit.js";

/** A convolution with stride 2 and "same" padding, as Keras pads. */
function convolve(input, side, kernel, bias) {
  const [k, , from, to] = kernel.shape, half = Math.ceil(side / 2), before = Math.max((half - 1) * 2 + k - side, 0) >> 1;
  const out = new Float32Array(half * half * to);
  for (let y = 0; y < half; y++)
    for (let x = 0; x < half; x++) {
      const at = (y * half + x) * to;
      out.set(bias, at);
      for (let a = 0; a < k; a++)
        for (let b = 0; b < k; b++) {
          const r = 2 * y + a - before, c = 2 * x + b - before;
          if (r < 0 || c < 0 || r >= side || c >= side) continue;
          for (let f = 0; f < from; f++) {
            const value = input[(r * side + c) * from + f];
            if (value) for (let t = 0, w = ((a * k + b) * from + f) * to; t < to; t++) out[at + t] += value * kernel[w + t];
          }
        }
      for (let t = at; t < at + to; t++) out[t] = relu(out[t]);
    }
  return out;
}

/** Strokes as the lesson's drawings are: in the middle, so many pixels large, white on black. */
function drawn(strokes, size = 20, pen = 2) {
  const points = strokes.flat(), xs = points.map((p) => p[0]), ys = points.map((p) => p[1]);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = size / Math.max(right - left, bottom - top, 1e-6);
  const canvas = make("canvas", { width: 56, height: 56 }), context = canvas.getContext("2d", { willReadFrequently: true });
  Object.assign(context, { strokeStyle: "#fff", lineWidth: 2 * pen, lineCap: "round", lineJoin: "round" });
  for (const stroke of strokes) {
    context.beginPath();
    for (const [x, y] of stroke) context.lineTo(28 + 2 * scale * (x - (left + right) / 2), 28 + 2 * scale * (y - (top + bottom) / 2));
    context.lineTo(28 + 2 * scale * (stroke.at(-1)[0] - (left + right) / 2) + 0.01, 28 + 2 * scale * (stroke.at(-1)[1] - (top + bottom) / 2));
    context.stroke();
  }
  const { data } = context.getImageData(0, 0, 56, 56), at = (x, y) => data[4 * (56 * y + x) + 3];
  return Float32Array.from({ length: 784 }, (_, p) => {
    const x = 2 * (p % 28), y = 2 * Math.floor(p / 28);
    return (at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1)) / 1020;
  });
}

export default async function start(figure) {
  const data = await load("11_search-widget"), names = named(data.syllables);
  function read(pixels) {
    let features = pixels, side = 28;
    for (const layer of [0, 1, 2]) {
      features = convolve(features, side, data[`K${layer}`], data[`b${layer}`]);
      side = Math.ceil(side / 2);
    }
    const code = dense(features, data.K3, data.b3), length = Math.sqrt(dot(code, code));
    return data.syllables.map((_, i) => dot(code, data.W, 64 * i) / length);
  }
  figure.read = read; // for the test that compares it with the lesson's own encoder

  const board = make("canvas", { width: 280, height: 280, className: "board", tabIndex: 0 }), pen = board.getContext("2d");
  board.setAttribute("role", "img");
  board.setAttribute("aria-label", say("글자를 그리는 칸. 화살표로 펜을 옮기고 스페이스로 펜을 대거나 뗍니다.",
    "Drawing board. Arrows move the pen, space puts it down or lifts it."));
  const seen = picture(say("인코더가 보는 28 × 28 그림", "what the encoder sees, 28 × 28"), 84);
  const said = make("output"), list = make("ol");
  const clear = make("button", { type: "button", textContent: say("지우기", "Clear") });
  const undo = make("button", { type: "button", textContent: say("한 획 되돌리기", "Undo a stroke") });
  let strokes = [], at = [140, 60], down = false;

  function redraw(keys) {
    pen.clearRect(0, 0, 280, 280);
    Object.assign(pen, { strokeStyle: "#111", fillStyle: "#c2410c", lineWidth: 14, lineCap: "round", lineJoin: "round" });
    for (const stroke of strokes) {
      pen.beginPath();
      for (const point of [...stroke, stroke.at(-1)]) pen.lineTo(...point);
      pen.stroke();
    }
    if (keys) pen.fillRect(at[0] - 4, at[1] - 4, 8, 8);
  }
  function answer() {
    list.replaceChildren();
    said.textContent = "";
    delete figure.dataset.value;
    if (!strokes.length) return paint(seen, new Float32Array(784));
    const pixels = drawn(strokes), sizes = [18, 20, 22].map((size) => read(drawn(strokes, size)));
    const scores = sizes[0].map((_, i) => (sizes[0][i] + sizes[1][i] + sizes[2][i]) / 3), odds = scores.map((s) => Math.exp(data.scale * s));
    const all = odds.reduce((a, b) => a + b), best = scores.map((_, i) => i).sort((a, b) => scores[b] - scores[a]).slice(0, 4);
    const sure = (i) => `${Math.round((100 * odds[i]) / all)}%`;
    paint(seen, pixels);
    said.textContent = say(`‘${data.syllables[best[0]]}’ (${data.spelling[best[0]]})로 읽었습니다. 확신 ${sure(best[0])}`,
      `Read as ${data.syllables[best[0]]} (${data.spelling[best[0]]}), ${sure(best[0])} sure`) +
      (data.unseen.includes(best[0]) ? say(". 훈련에서 본 적 없는 글자입니다.", ". It never met this one in training.") : "");
    list.append(...best.slice(1).map((i) => make("li", { textContent: `${names[i]} ${sure(i)}` })));
    figure.dataset.value = data.syllables[best[0]];
  }
  const where = (event) => { const box = board.getBoundingClientRect(); return [(280 * (event.clientX - box.left)) / box.width, (280 * (event.clientY - box.top)) / box.height]; };
  board.addEventListener("pointerdown", (event) => { board.setPointerCapture(event.pointerId); strokes.push([where(event)]); redraw(); event.preventDefault(); board.focus({ preventScroll: true }); });
  board.addEventListener("pointermove", (event) => { if (board.hasPointerCapture(event.pointerId)) { strokes.at(-1).push(where(event)); redraw(); } });
  board.addEventListener("pointerup", answer);
  board.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-10, 0], ArrowRight: [10, 0], ArrowUp: [0, -10], ArrowDown: [0, 10], " ": [0, 0] }[event.key];
    if (!way) return;
    event.preventDefault();
    if (event.key === " " && (down = !down)) strokes.push([[...at]]);
    at = at.map((v, i) => Math.min(270, Math.max(10, v + way[i])));
    if (down) strokes.at(-1).push([...at]);
    redraw(true);
    if (!down) answer();
  });
  clear.addEventListener("click", () => { strokes = []; down = false; redraw(); answer(); });
  undo.addEventListener("click", () => { strokes.pop(); down = false; redraw(); answer(); });
  figure.append(make("p", { textContent: say("글자 하나를 그려 보세요. 자음 하나와 모음 하나인 140자를 읽습니다.", "Draw a syllable: one of 140, each a consonant and a vowel.") }),
    row(board, make("div", {}, seen, said, list)), row(clear, undo));
  if (data.lines) figure.append(make("p", { className: "small", textContent: say(
    `새 그림은 ${Math.round(100 * data.held_out)}%, 컴퓨터가 흔들리는 선으로 지어낸 획은 ${Math.round(100 * data.lines)}% 맞게 읽습니다. 사람이 그린 것으로 재지는 않았습니다.`,
    `It reads ${Math.round(100 * data.held_out)}% of held-out drawings and ${Math.round(100 * data.lines)}% of wavering lines made up by a computer. No person drew any of them.`) }));
  answer();
}
