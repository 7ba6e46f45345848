// What live figures share: stored arrays, layers of a network, pictures, controls.
export const ko = document.documentElement.lang === "ko";
export const say = (korean, english) => (ko ? korean : english);

export function make(name, given = {}, ...children) {
  const element = Object.assign(document.createElement(name), given);
  element.append(...children);
  return element;
}
export const row = (...children) => make("div", { className: "line" }, ...children);

function halves(bits) {
  return Float32Array.from(bits, (h) => {
    const exponent = (h >> 10) & 31, rest = h & 1023;
    const value = exponent ? 2 ** (exponent - 25) * (rest + 1024) : 2 ** -24 * rest;
    return h & 0x8000 ? -value : value;
  });
}

/** What store.py kept under this name: its numbers, and each array with its `shape`. */
export async function load(name) {
  const place = new URL(`data/${name}`, import.meta.url);
  const numbers = await (await fetch(`${place}.json`)).json();
  const bytes = numbers.arrays.length ? await (await fetch(`${place}.bin`)).arrayBuffer() : null;
  const take = (count, size) => bytes.slice(at, (at += count * size));
  let at = 0;
  for (const [key, kind, ...shape] of numbers.arrays) {
    const size = shape.reduce((a, b) => a * b), columns = shape.at(-1);
    let values;
    if (kind === "half") values = halves(new Uint16Array(take(size, 2)));
    else {
      const scale = new Float32Array(take(columns, 4));
      values = Float32Array.from(new Int8Array(take(size, 1)), (v, i) => v * scale[i % columns]);
    }
    numbers[key] = Object.assign(values, { shape });
  }
  return numbers;
}

/** Pictures of a sprite: `get(i)` is one, its pixels from 0 to 1. */
export async function sprite(name, width = 28, height = width) {
  const image = make("img", { src: new URL(`data/${name}.png`, import.meta.url) });
  await image.decode();
  const canvas = make("canvas", { width: image.width, height: image.height });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  const across = image.width / width;
  return (i) => {
    const { data } = context.getImageData((i % across) * width, Math.floor(i / across) * height, width, height);
    return Float32Array.from({ length: width * height }, (_, p) => data[4 * p] / 255);
  };
}

/** A layer: every output is its bias and a weighted sum of the inputs. */
export function dense(inputs, weights, bias, activation) {
  const columns = weights.shape[1], out = bias ? bias.slice() : new Float32Array(columns);
  for (let i = 0; i < inputs.length; i++) {
    const value = inputs[i];
    if (value) for (let j = 0, at = i * columns; j < columns; j++) out[j] += value * weights[at + j];
  }
  if (activation) for (let j = 0; j < columns; j++) out[j] = activation(out[j]);
  return out;
}
export const relu = (x) => (x > 0 ? x : 0);
export const sigmoid = (x) => 1 / (1 + Math.exp(-x));
export const silu = (x) => x / (1 + Math.exp(-x));
export const dot = (a, b, from = 0) => { let sum = 0; for (let i = 0; i < a.length; i++) sum += a[i] * b[from + i]; return sum; };

/** Draws pixels from 0 to 1 on a canvas of their size; style makes it larger. */
export function paint(canvas, pixels, width = 28) {
  canvas.width = width;
  canvas.height = pixels.length / width;
  const image = new ImageData(width, canvas.height);
  pixels.forEach((v, p) => image.data.set([255 * v, 255 * v, 255 * v, 255], 4 * p));
  canvas.getContext("2d").putImageData(image, 0, 0);
  return canvas;
}
export function picture(label, size = 84) {
  const canvas = make("canvas", { width: 28, height: 28 });
  canvas.style.width = `${size}px`;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", label);
  return canvas;
}

export function slider(label, given, changed, shown = (v) => v) {
  const input = make("input", { type: "range", ...given }), value = make("output");
  const update = () => { value.textContent = shown(Number(input.value)); changed(Number(input.value)); };
  input.addEventListener("input", update);
  return Object.assign(make("label", {}, make("span", { textContent: label }), input, value), { update, input });
}

export function choice(label, options, selected, changed) {
  const select = make("select", { ariaLabel: label }, ...options.map((text, value) => make("option", { value, textContent: text })));
  select.value = selected;
  select.addEventListener("change", changed);
  return Object.assign(make("label", {}, make("span", { textContent: label }), select), { select });
}

/** The 140 syllables; in English with their romanization. */
const CONSONANTS = ["g", "n", "d", "r", "m", "b", "s", "", "j", "ch", "k", "t", "p", "h"];
const VOWELS = ["a", "ya", "eo", "yeo", "o", "yo", "u", "yu", "eu", "i"];
export const named = (syllables) =>
  syllables.map((s, i) => (ko ? s : `${s} ${CONSONANTS[Math.floor(i / 10)]}${VOWELS[i % 10]}`));
