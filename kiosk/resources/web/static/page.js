// Keeps a live page so: takes what changed from the stream, and says how old the numbers are when nothing comes.
"use strict";
(() => {
  const body = document.body;
  if (!body.dataset.stream) return;

  const beatMs = Number(body.dataset.beat) * 1000;
  const staleAfterMs = 3 * beatMs;
  const longestPauseMs = 10000;
  const language = document.documentElement.lang;
  const live = document.getElementById("live");
  const liveText = document.getElementById("live-text");
  const alarm = document.getElementById("alarm");
  const alarmText = document.getElementById("alarm-text");
  const alarmAge = document.getElementById("alarm-age");
  const title = document.title;
  const clock = new Intl.DateTimeFormat(language, {
    hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone: body.dataset.zone,
  });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "always" });

  // When the ledger answered last by the server's clock, and how long ago that was when we heard of it.
  let readAt = body.dataset.readAt === "" ? null : Number(body.dataset.readAt);
  let ageThen = readAt === null ? 0 : Number(body.dataset.now) - readAt;
  let known = body.dataset.known;
  let source = null;
  let pauseMs = 500;
  let reopening = null;
  // The one clock stands still while a machine sleeps, the other jumps when it is set: the later one counts.
  let heardAt = { wall: Date.now(), steady: performance.now() };

  const sinceHeard = () => Math.max(performance.now() - heardAt.steady, Date.now() - heardAt.wall);
  const age = () => ageThen + sinceHeard();

  function write(element, text) {
    // What stays as it is is left alone: a reader of screens would say it again.
    if (element.textContent !== text) element.textContent = text;
  }

  function heard(told) {
    readAt = told.read_at;
    ageThen = readAt === null ? 0 : told.now - readAt;
    heardAt = { wall: Date.now(), steady: performance.now() };
    pauseMs = 500;
    show();
  }

  function change(event) {
    const told = JSON.parse(event.data);
    known = event.lastEventId;
    heard(told);
    for (const [name, html] of Object.entries(told.parts)) {
      const part = document.querySelector(`[data-part="${name}"]`);
      if (part) part.innerHTML = html;
    }
  }

  function open() {
    clearTimeout(reopening);
    if (source) source.close();
    source = new EventSource(`${body.dataset.stream}?known=${encodeURIComponent(known)}`);
    source.addEventListener("change", change);
    source.addEventListener("beat", (event) => heard(JSON.parse(event.data)));
    source.addEventListener("signed-out", () => {
      source.close();
      location.assign(body.dataset.signIn);
    });
    // A browser gives up for good where a proxy answers in the server's place: we do not.
    source.addEventListener("error", () => {
      source.close();
      clearTimeout(reopening);
      reopening = setTimeout(open, pauseMs);
      pauseMs = Math.min(2 * pauseMs, longestPauseMs);
      show();
    });
  }

  function inWords(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 90) return relative.format(-seconds, "second");
    if (seconds < 5400) return relative.format(-Math.round(seconds / 60), "minute");
    return relative.format(-Math.round(seconds / 3600), "hour");
  }

  function show() {
    const never = readAt === null;
    const stale = never || age() > staleAfterMs;
    const time = never ? "" : clock.format(readAt);
    document.documentElement.classList.toggle("is-stale", stale);
    document.title = stale ? `⚠ ${title}` : title;
    alarm.hidden = !stale;
    write(alarmText, !stale ? "" : never ? alarmText.dataset.never : alarmText.dataset.stale.replace("{time}", time));
    write(alarmAge, stale && !never ? inWords(age()) : "");
    write(liveText, stale ? liveText.dataset.connecting : liveText.dataset.live.replace("{time}", time));
    live.classList.toggle("is-live", !stale);
  }

  function wake() {
    show();
    if (sinceHeard() > staleAfterMs) open();
  }

  setInterval(() => {
    show();
    // A stream that is open and says nothing has lost its server without a word.
    if (source && source.readyState === EventSource.OPEN) wake();
  }, 1000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) wake(); });
  addEventListener("online", wake);
  addEventListener("pageshow", (event) => { if (event.persisted) wake(); });
  show();
  open();
})();
