import { load, make, paint, row, say, slider, sprite } from "./kit.js";

const WIDTH = 320, HEIGHT = 208, RANKS = 150, BITS = 3.2, LOW = 12, HIGH = 46;
const x = (bits) => 40 + (270 * bits) / BITS, y = (db) => 10 + (170 * (HIGH - db)) / (HIGH - LOW);

function plot(data) {
  const path = (points) => points.filter(([b]) => b <= BITS).map(([b, d], i) => `${i ? "L" : "M"}${x(b)} ${y(d)}`).join("");
  const box = make("div", { className: "plot" });
  const ticks = [0, 1, 2, 3].map((b) => `<text x="${x(b)}" y="196" text-anchor="middle">${b}</text>`).join("") +
    [20, 30, 40].map((d) => `<path d="M40 ${y(d)}H310" opacity=".25"/><text x="34" y="${y(d) + 4}" text-anchor="end">${d}</text>`).join("");
  const curves = [["jpeg", "JPEG", "light-dark(#c2410c, #fb923c)", 2.2], ["cosines", say("코사인 8 × 8", "cosines 8 × 8"), "light-dark(#15803d, #4ade80)", 1.35], ["svd", "SVD", "light-dark(#2563eb, #60a5fa)", 2.7]]
    .map(([key, name, color, at]) => {
      const [b, d] = data[key].reduce((a, p) => (Math.abs(p[0] - at) < Math.abs(a[0] - at) ? p : a));
      return `<path d="${path(data[key])}" style="stroke:${color};stroke-width:2"/><text x="${x(b)}" y="${y(d) - (key === "svd" ? -16 : 6)}" style="fill:${color}" text-anchor="${key === "svd" ? "middle" : "end"}">${name}</text>`;
    }).join("");
  box.innerHTML = `<svg viewBox="0 0 320 214" role="img" aria-label="${say("비트율–왜곡 그래프", "rate–distortion plot")}">
    <path d="M40 10V180H310"/>${ticks}${curves}<circle r="6" fill="#2563eb" stroke="#fff" stroke-width="2"/>
    <text x="175" y="211" text-anchor="middle">${say("픽셀당 비트", "bits per pixel")}</text><text x="4" y="10">dB</text></svg>`;
  return box;
}

export default async function start(figure) {
  const [data, get] = await Promise.all([load("01_rank-slider"), sprite("01_rank-slider", WIDTH, HEIGHT)]);
  const photo = get(0), { left, right, average } = data;
  const canvas = make("canvas", { width: WIDTH, height: HEIGHT, className: "photo" });
  canvas.setAttribute("role", "img");
  const graph = plot(data), words = make("output", { className: "said" });
  const sum = new Float32Array(photo.length), shown = new Float32Array(photo.length);
  let rank = 0;

  /** Patterns are added or taken off one at a time, so that a drag stays smooth. */
  function add(k, sign) {
    for (let r = 0; r < HEIGHT; r++) {
      const value = sign * left[r * RANKS + k];
      for (let c = 0, at = r * WIDTH; c < WIDTH; c++) sum[at + c] += value * right[c * RANKS + k];
    }
  }
  const control = slider(say("무늬의 수 k", "patterns k"), { min: 1, max: RANKS, value: 10 }, (k) => {
    while (rank < k) add(rank++, 1);
    while (rank > k) add(--rank, -1);
    let error = 0;
    for (let p = 0; p < sum.length; p++) {
      shown[p] = Math.min(255, Math.max(0, sum[p] + average)) / 255;
      error += (255 * (shown[p] - photo[p])) ** 2;
    }
    const psnr = 10 * Math.log10(255 ** 2 / (error / photo.length)), [bits, stored] = data.svd[k - 1];
    paint(canvas, shown, WIDTH);
    canvas.setAttribute("aria-label", say(`랭크 ${k}의 사진`, `the photograph at rank ${k}`));
    const dot = graph.querySelector("circle");
    dot.setAttribute("cx", x(Math.min(bits, BITS)));
    dot.setAttribute("cy", y(stored));
    words.textContent = say(
      `k = ${k}: ${psnr.toFixed(1)} dB. 반올림해 저장하면 픽셀당 ${bits.toFixed(2)}비트에 ${stored.toFixed(1)} dB`,
      `k = ${k}: ${psnr.toFixed(1)} dB. Rounded and stored: ${stored.toFixed(1)} dB at ${bits.toFixed(2)} bits per pixel`);
    figure.dataset.value = psnr;
  });
  figure.append(row(control), row(canvas, graph), words);
  control.update();
}
