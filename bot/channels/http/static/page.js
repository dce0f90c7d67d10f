"use strict";
// The page without this script is a form; with it, the same form answers in place. Text only ever becomes text, never markup.
(() => {
  const TALK = "talk", LARGER = "larger", MOST_TURNS = 60, BUSY_AFTER = 500, PATIENCE = 15000;
  const byId = (id) => document.getElementById(id);
  const composer = byId("composer"), transcript = byId("transcript"), box = byId("text"), notice = byId("alert");
  const motion = matchMedia("(prefers-reduced-motion: no-preference)");
  let talk = { turns: [], session: "", region: null }, busy = false;

  const kept = (store, key) => { try { return store.getItem(key); } catch { return null; } };
  const keep = (store, key, value) => {
    try { if (value === null) store.removeItem(key); else store.setItem(key, value); } catch { /* private mode: nothing is kept */ }
  };

  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function fillLine(paragraph, line) {
    let rest = line.text;
    for (;;) {
      const found = line.phones.map((phone) => [rest.indexOf(phone), phone]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0])[0];
      if (!found) break;
      const [at, phone] = found, link = make("a", "", phone), whole = make("span", "phone");
      const marks = /^[，。、；：！？）》”]*/.exec(rest.slice(at + phone.length))[0]; // they begin no line
      link.href = `tel:${phone}`;
      whole.append(link, marks);
      paragraph.append(rest.slice(0, at), whole);
      rest = rest.slice(at + phone.length + marks.length);
    }
    paragraph.append(rest);
    return paragraph;
  }

  function makeTurn({ said, typed, view, judges, judged }) {
    const turn = byId("turn").content.cloneNode(true).querySelector(".turn"), find = (selector) => turn.querySelector(selector);
    find(".words").textContent = said;
    for (const section of view.sections) {
      const block = make("div", "section");
      block.append(...section.lines.map((line) => fillLine(make("p", `line ${line.kind}`), line)));
      find(".sections").append(block);
    }
    find(".why").hidden = view.why.length === 0;
    find(".why ul").append(...view.why.map((line) => make("li", "", line)));
    find(".cited").hidden = view.cited.length === 0;
    for (const cited of view.cited) {
      const link = make("a", "", cited.title);
      link.href = cited.path;
      link.dataset.address = link.href; // the whole of it, for paper
      find(".links").append(link);
    }
    find("[name=measures]").value = view.measures.join(",");
    find("[name=question]").value = typed ? said : "";
    find(".feedback").hidden = view.delicate || judges === "";
    if (judges) {
      // 没用 was typed, and is counted: what remains is whether the question before it may be kept.
      find("[name=question]").value = judges;
      find(".feedback").dataset.counted = "yes";
      find(".which").textContent = `“${judges}”这句话`;
      find(".ask").hidden = true;
      find(".keep").hidden = false;
    }
    if (judged) {
      find(".ask").hidden = find(".keep").hidden = true;
      find(".thanks").hidden = false;
    }
    return turn;
  }

  function makeOptions(options) {
    return options.map((option) => {
      const button = make("button", "", option.label);
      Object.assign(button, { type: "submit", name: "action", value: option.action });
      button.setAttribute("form", "composer");
      return button;
    });
  }

  function showState() {
    const last = talk.turns[talk.turns.length - 1];
    for (const old of transcript.querySelectorAll(".options")) old.replaceChildren();
    if (last) transcript.lastElementChild.querySelector(".options").append(...makeOptions(last.view.options));
    if (byId("intro")) byId("intro").hidden = talk.turns.length > 0;
    byId("place").hidden = !(talk.session && talk.region);
    byId("place").querySelector("b").textContent = talk.region ? talk.region.name : "";
    byId("clear").hidden = talk.turns.length === 0;
    composer.elements.session.value = talk.session;
  }

  const save = () => keep(sessionStorage, TALK, talk.turns.length ? JSON.stringify(talk) : null);

  function judgedBy(view) {
    if (view.command !== "useless") return view.command === "useful" ? "" : undefined;
    const last = talk.turns.filter((turn) => turn.typed && turn.view.decision !== "chat").pop();
    return last && last.view.decision !== "decline" && !last.view.delicate ? last.said : "";
  }

  function add(turn) {
    if (turn.view.command === "forget") forget();
    turn.judges = judgedBy(turn.view);
    talk.turns = [...talk.turns, turn].slice(-MOST_TURNS);
    talk.session = turn.view.session;
    talk.region = turn.view.region;
    transcript.append(makeTurn(turn));
    showState();
    save();
    const shown = transcript.lastElementChild;
    shown.querySelector(".answer").focus({ preventScroll: true });
    shown.scrollIntoView({ block: "start", behavior: motion.matches ? "smooth" : "auto" });
  }

  function forget() {
    talk = { turns: [], session: "", region: null };
    transcript.replaceChildren();
    save();
  }

  function complain(text) { notice.textContent = text; }

  async function post(path, body) {
    const giveUp = new AbortController(), timer = setTimeout(() => giveUp.abort(), PATIENCE);
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(path, { method: "POST", headers, body: JSON.stringify(body), signal: giveUp.signal });
    clearTimeout(timer);
    if (response.status === 204) return {};
    const answer = await response.json();
    if (!response.ok) throw Object.assign(new Error(answer.error), { told: answer.message, code: answer.error });
    return answer;
  }

  async function ask(message, said, typed) {
    if (busy) return;
    busy = true;
    complain("");
    const later = setTimeout(() => { byId("status").textContent = byId("status").dataset.busy; }, BUSY_AFTER);
    const chosen = document.querySelector("[name=region]:checked");
    const start = chosen && !talk.session ? { region: chosen.value } : {};
    const goOn = talk.session ? { session: talk.session } : start;
    try {
      let view;
      try {
        view = await post("/api/v1/turn", { ...message, ...goOn });
      } catch (error) {
        if (error.code !== "bad_session") throw error;
        view = await post("/api/v1/turn", { ...message, ...(talk.region ? { region: talk.region.id } : {}) });
      }
      if (typed) box.value = "";
      add({ said, typed, view });
    } catch (error) {
      complain(error.told || (error instanceof SyntaxError ? notice.dataset.failed : notice.dataset.offline));
      box.focus();
    } finally {
      clearTimeout(later);
      byId("status").textContent = "";
      busy = false;
    }
  }

  function submitted(event) {
    event.preventDefault();
    const pressed = event.submitter;
    if (pressed && pressed.name === "action") ask({ action: pressed.value }, pressed.textContent.trim(), false);
    else if (pressed && pressed.name === "example") ask({ text: pressed.value }, pressed.value, true);
    else if (box.value.trim()) ask({ text: box.value }, box.value.trim(), true);
    else { complain(notice.dataset.empty); box.focus(); }
  }

  // A page stays open while items are taken out of the documents: the judgment counts all the same.
  async function sendJudgment(body) {
    try {
      await post("/api/v1/feedback", body);
    } catch (error) {
      if (error.code !== "unknown_measure") throw error;
      await post("/api/v1/feedback", { ...body, measures: [] });
    }
  }

  async function judged(event) {
    event.preventDefault();
    const form = event.target, pressed = event.submitter, question = form.elements.question.value;
    const measures = form.elements.measures.value.split(",").filter(Boolean);
    const asks = form.querySelector(".ask"), asksToKeep = form.querySelector(".keep"), thanks = form.querySelector(".thanks");
    const body = { helpful: pressed.value === "yes" && pressed.name === "helpful", measures };
    const mayKeep = pressed.name === "helpful" && pressed.value === "no" && question !== "" && asksToKeep.hidden;
    if (mayKeep) {
      asks.hidden = true;
      asksToKeep.hidden = false;
      asksToKeep.querySelector("button").focus();
      return;
    }
    if (pressed.name === "keep" && pressed.value === "yes") body.question = question;
    if (form.dataset.counted) body.counted = true;
    try {
      await sendJudgment(body);
      asks.hidden = asksToKeep.hidden = true;
      thanks.hidden = false;
      thanks.focus();
      const shown = [...transcript.children], at = talk.turns.length - shown.length + shown.indexOf(form.closest(".turn"));
      if (talk.turns[at]) talk.turns[at].judged = true;
      save();
    } catch (error) {
      complain(error.told || notice.dataset.offline);
    }
  }

  function entered(event) {
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== "Enter" || event.shiftKey || composing) return;
    event.preventDefault();
    composer.requestSubmit(byId("send"));
  }

  function pasted(event) {
    const text = event.clipboardData ? event.clipboardData.getData("text") : "";
    const whole = box.value.length - (box.selectionEnd - box.selectionStart) + text.length;
    complain(whole > box.maxLength ? notice.dataset.long : "");
  }

  function restore() {
    const served = transcript.querySelector(".turn"), stored = kept(sessionStorage, TALK);
    let turns = [];
    // What another version of the page has kept may lack what this one shows.
    if (stored) { try { talk = JSON.parse(stored); turns = talk.turns.map(makeTurn); } catch { forget(); } }
    if (served) {
      // What a form without this script, such as a shared page's, has asked: taken over, so that a reload does not ask it again.
      const view = JSON.parse(transcript.dataset.view);
      transcript.replaceChildren(...turns);
      history.replaceState(null, "", "/");
      add({ said: transcript.dataset.said, typed: transcript.dataset.typed === "yes", view });
      return;
    }
    transcript.append(...turns);
    showState();
  }

  function setLarger(on) {
    document.documentElement.classList.toggle("larger", on);
    byId("larger").setAttribute("aria-pressed", String(on));
    keep(localStorage, LARGER, on ? "yes" : null);
  }

  function clear() {
    forget();
    if (!byId("intro")) { location.assign("/"); return; }
    composer.reset();
    showState();
    complain("");
    byId("intro").scrollIntoView({ block: "start" });
    byId("main").focus({ preventScroll: true }); // not the box: a phone's keyboard would cover the first screen
  }

  byId("larger").hidden = byId("print").hidden = false;
  byId("larger").addEventListener("click", () => setLarger(!document.documentElement.classList.contains("larger")));
  byId("print").addEventListener("click", () => print());
  addEventListener("beforeprint", () => { byId("printed-on").textContent = new Date().toLocaleDateString("sv-SE"); });
  if (kept(localStorage, LARGER) === "yes") setLarger(true);
  const able = "requestSubmit" in HTMLFormElement.prototype && "SubmitEvent" in window;
  if (!composer || !transcript || !able) return;
  composer.querySelector(".keys").hidden = false;
  byId("clear").addEventListener("click", clear);
  composer.addEventListener("submit", submitted);
  transcript.addEventListener("submit", judged);
  box.addEventListener("keydown", entered);
  box.addEventListener("paste", pasted);
  composer.noValidate = true; // our own words instead of the browser's
  restore();
})();
