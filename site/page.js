// What every page can do: copy code, enlarge figures, take predictions and answers, remember
// progress (in this browser only), mark what was searched for, load live figures.
const ko = document.documentElement.lang === "ko";
const say = (korean, english) => (ko ? korean : english);
const article = document.querySelector("article.bd-article");
const lesson = location.pathname.split("/").pop().replace(".html", "");

function make(name, given = {}, ...children) {
  const element = Object.assign(document.createElement(name), given);
  element.append(...children);
  return element;
}

// Progress: a set of names, such as "01_compression/exercise-1".
const stored = () => { try { return JSON.parse(localStorage.progress ?? "{}"); } catch { return {}; } };
function remember(what, value = true) {
  try { localStorage.progress = JSON.stringify({ ...stored(), [`${lesson}/${what}`]: value }); } catch { /* private window */ }
}
const remembered = (what) => stored()[`${lesson}/${what}`];

function copyButtons() {
  for (const code of article.querySelectorAll(".cell_input .highlight, details .highlight-python .highlight")) {
    const button = make("button", { className: "copy", type: "button", textContent: say("복사", "Copy") });
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.querySelector("pre").innerText);
      button.textContent = say("복사함", "Copied");
      setTimeout(() => (button.textContent = say("복사", "Copy")), 1500);
    });
    code.append(button);
  }
}

function enlargeFigures() {
  const dialog = make("dialog", { className: "enlarged" });
  dialog.addEventListener("click", () => dialog.close());
  document.body.append(dialog);
  for (const image of article.querySelectorAll("img")) {
    const button = make("button", { className: "enlarge", type: "button" });
    button.setAttribute("aria-label", say("크게 보기: ", "Enlarge: ") + image.alt);
    image.replaceWith(button);
    button.append(image);
    button.addEventListener("click", () => {
      const close = make("button", { type: "button", textContent: say("닫기", "Close") });
      dialog.replaceChildren(make("img", { src: image.src, alt: image.alt }), close);
      dialog.showModal();
    });
  }
}

/** Before a result opens, the reader says what it will be. */
function predictions() {
  article.querySelectorAll(".tag_predict > details").forEach((details, number) => {
    const name = `prediction-${number + 1}`;
    const field = make("input", { type: "text", value: remembered(name) ?? "", autocomplete: "off" });
    field.setAttribute("aria-label", say("예상", "Prediction"));
    field.placeholder = say("예상을 적어 보세요", "Write down your prediction");
    const button = make("button", { textContent: say("결과 보기", "Show the result") });
    const form = make("form", { className: "guess" }, field, button);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      remember(name, field.value);
      details.open = true;
      details.querySelector("summary").scrollIntoView({ block: "nearest" });
      if (field.value) details.dataset.guess = say("예상: ", "Prediction: ") + field.value;
    });
    if (remembered(name)) details.dataset.guess = say("예상: ", "Prediction: ") + remembered(name);
    details.before(form);
  });
}

function exercises() {
  for (const box of article.querySelectorAll(".exercise")) {
    const { right, replies } = JSON.parse(box.dataset.exercise);
    const said = make("output", { className: "reply" });
    if (!replies) {
      box.append(elsewhere());
      continue;
    }
    const answered = (answer) => {
      const correct = right.includes(answer);
      const why = replies[answer] ?? replies[ko ? "ko" : "en"]?.[answer] ?? replies[ko ? "ko" : "en"]?.else ?? "";
      said.textContent = `${correct ? say("✅ 맞았습니다.", "✅ Right.") : say("❌ 아직 아닙니다.", "❌ Not yet.")} ${why}`;
      said.className = `reply ${correct ? "right" : "wrong"}`;
      if (correct) { remember(box.id); marks(); }
    };
    if (Array.isArray(right) && right.every((key) => key.length === 1 && /[a-z]/.test(key))) choices(box, Object.keys(replies), answered);
    else numbers(box, answered);
    box.append(said);
    if (remembered(box.id)) answered(right[0]);
  }
}

/** The list of choices above becomes the form. */
function choices(box, keys, answered) {
  const lists = [...article.querySelectorAll("ul")].filter((list) =>
    box.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_PRECEDING && list.children.length === keys.length &&
    /^a\b/.test(list.textContent.trim()));
  const list = lists.at(-1);
  const group = make("fieldset", {}, make("legend", { textContent: say("골라 보세요", "Choose") }));
  keys.forEach((key, place) => {
    const radio = make("input", { type: "radio", name: `${box.id}-choice`, value: key });
    radio.addEventListener("change", () => answered(key));
    const text = list ? [...(list.children[place].querySelector("p") ?? list.children[place]).cloneNode(true).childNodes] : [key];
    group.append(make("label", {}, radio, make("span", {}, ...text)));
  });
  list?.replaceWith(group);
  if (!list) box.prepend(group);
}

function numbers(box, answered) {
  const field = make("input", { type: "text", inputMode: "decimal", autocomplete: "off" });
  field.setAttribute("aria-label", say("답", "Answer"));
  const form = make("form", { className: "guess" }, field, make("button", { textContent: say("확인", "Check") }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim()) answered(field.value.trim().replace(",", "."));
  });
  box.append(form);
}

/** What takes Python is done elsewhere: the ways are those of the lesson's head. */
function elsewhere() {
  const ways = [...article.querySelectorAll("a[href*='mybinder.org'], a[href*='colab.research']")].slice(0, 2);
  const line = make("p", { className: "elsewhere" }, say("코드로 푸는 연습입니다. ", "This one is answered in code. "));
  ways.forEach((way) => line.append(way.cloneNode(true), " "));
  line.append(say(
    `내 컴퓨터에서는 강의 폴더에서 make lab을 실행하고 ${lesson}을 여세요. 확인 셀이 답을 듣고 힌트를 줍니다.`,
    `On your own computer run make lab in the course's folder and open ${lesson}. The check cell hears your answer and gives a hint.`));
  return line;
}

/** Lessons that were read to the end and exercises that were solved have a mark in the list. */
function marks() {
  const all = stored();
  for (const link of document.querySelectorAll(".bd-docs-nav a, article a.reference")) {
    const name = (link.getAttribute("href") === "#" ? lesson : link.getAttribute("href").split("/").pop().replace(".html", ""));
    if (!/^\d\d_/.test(name)) continue;
    const solved = Object.keys(all).filter((key) => key.startsWith(`${name}/`) && !/\/(read|prediction-)/.test(key)).length;
    const read = all[`${name}/read`];
    link.querySelector(".done")?.remove();
    if (!read && !solved) continue;
    const title = [read && say("끝까지 읽음", "read to the end"), solved && say(`푼 연습 ${solved}`, `exercises solved: ${solved}`)];
    link.append(make("span", { className: "done", textContent: ` ${read ? "✓" : ""}${"●".repeat(solved)}`, title: title.filter(Boolean).join(", ") }));
  }
}

function readToTheEnd() {
  const last = document.querySelector(".prev-next-area");
  if (!/^\d\d_/.test(lesson) || !last) return;
  new IntersectionObserver(([entry], self) => {
    if (!entry.isIntersecting || scrollY < innerHeight) return;
    self.disconnect();
    remember("read");
    marks();
  }).observe(last);
}

/** A hit of the search lands on its place, with the words marked. */
async function landOnHit() {
  const question = new URLSearchParams(location.search).get("q");
  if (!question || !article || document.querySelector("form.find")) return;
  await new Promise((done) => document.head.append(make("script", { src: "../search.js", onload: done })));
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1))) ?? article;
  for (const term of terms(question)) markIn(article, term);
  for (const mark of [...place.querySelectorAll("mark")].slice(0, 1)) {
    for (let up = mark.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
    mark.scrollIntoView({ block: "center" });
  }
}

/** The other edition opens at the section being read. */
function languageSwitch() {
  const sections = [...article.querySelectorAll("section[id]")];
  const link = document.querySelector("a.language");
  link?.addEventListener("click", () => {
    const here = sections.filter((section) => section.getBoundingClientRect().top < innerHeight / 3).length;
    link.hash = here > 1 ? `section-${here}` : "";
  });
  const wanted = location.hash.match(/^#section-(\d+)$/);
  if (wanted) sections[wanted[1] - 1]?.scrollIntoView();
}

/** A live figure loads its script and its data when it comes near the window. */
function liveFigures() {
  const near = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(async ({ target }) => {
    near.unobserve(target);
    const name = target.dataset.live;
    target.setAttribute("role", "group");
    try {
      const { default: start } = await import(new URL(`../live/${name}.js`, location.href));
      await start(target);
      target.dataset.ready = "";
    } catch (error) {
      console.error(error);
      target.textContent = say("여기에서는 움직이는 그림을 열 수 없습니다.", "The live figure cannot be opened here.");
    }
  }), { rootMargin: "600px" });
  article.querySelectorAll(".live").forEach((figure) => near.observe(figure));
}

if (article) {
  for (const step of [liveFigures, exercises, predictions, copyButtons, enlargeFigures, marks, readToTheEnd, languageSwitch, landOnHit]) step();
  const folds = new Map(); // on paper everything is open
  addEventListener("beforeprint", () => {
    for (const image of article.querySelectorAll("img")) image.loading = "eager";
    for (const details of article.querySelectorAll("details")) { folds.set(details, details.open); details.open = true; }
  });
  addEventListener("afterprint", () => folds.forEach((open, details) => (details.open = open)));
}
