"use strict";
// Every page works without this. It renews the progress of a job, adds fields for texts, and takes dropped files.

function followJob(box) {
  const names = { collect: "Collecting", read: "Reading", add: "Reading and adding", compare: "Comparing" };
  const status = box.querySelector("[data-status]");
  const bar = box.querySelector("[data-progress]");
  async function look() {
    try {
      const answer = await fetch("/api/jobs/" + encodeURIComponent(box.dataset.job));
      const job = await answer.json();
      if (!answer.ok || (job.state !== "waiting" && job.state !== "working")) {
        location.replace(box.dataset.again);
        return;
      }
      const count = job.total ? ": " + job.done + " of " + job.total : "";
      const first = job.ahead ? ": " + job.ahead + (job.ahead === 1 ? " other job first" : " other jobs first") : "";
      const text = job.state === "waiting" ? "Waiting" + first + "." : (names[job.step] || "Working") + count + " …";
      if (status.textContent !== text) status.textContent = text;
      if (job.total) {
        bar.max = job.total;
        bar.value = job.done;
      }
    } catch {
      status.textContent = "The program does not answer. Is it still running?";
    }
    setTimeout(look, 1000);
  }
  setTimeout(look, 500);
}

function offerMoreTexts(link) {
  const texts = document.querySelector("[data-texts]");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const all = texts.querySelectorAll("[data-text]");
    const copy = all[0].cloneNode(true);
    for (const label of copy.querySelectorAll("label")) label.htmlFor = label.htmlFor.replace(/\d+$/, all.length);
    for (const field of copy.querySelectorAll("input, textarea")) {
      field.id = field.id.replace(/\d+$/, all.length);
      field.value = "";
    }
    copy.querySelector("label").textContent = "Text " + (all.length + 1);
    texts.append(copy);
    copy.querySelector("textarea").focus();
    if (all.length + 1 >= Number(texts.dataset.most)) link.remove();
  });
}

function takeDrops(place) {
  const input = place.querySelector("input[type=file]");
  for (const kind of ["dragover", "dragleave", "drop"]) {
    place.addEventListener(kind, (event) => {
      event.preventDefault();
      place.classList.toggle("is-over", kind === "dragover");
      if (kind === "drop" && event.dataTransfer.files.length) input.files = event.dataTransfer.files;
    });
  }
}

document.querySelectorAll("[data-job][data-again]").forEach(followJob);
document.querySelectorAll("[data-more]").forEach(offerMoreTexts);
document.querySelectorAll("[data-drop]").forEach(takeDrops);
