"use strict";
// Everything from the audit reaches the page through textContent: no markup is ever made of it.
const data = JSON.parse(document.getElementById("data").textContent);
const at = (id) => document.getElementById(id);
const number = (n) => n.toLocaleString("en-US");
const percent = (x) => (x === 0 ? "0 %" : x < 0.0001 ? "< 0.01 %" : (100 * x).toFixed(x < 0.1 ? 2 : 1) + " %");
const PAGE = 200; // findings drawn at a time

// Colours by filter: the largest first; hues far apart, mid lightness, legible on both papers.
const HUES = ["#4477d9", "#d9822b", "#2f9e77", "#c2498f", "#8a63d2", "#b59a00", "#d1495b", "#2b9ab5", "#7a8f2a", "#9c6644"];
const order = [...new Set([...data.by_filter.map((r) => r[0]), ...data.notes.map((r) => r[0])])];
const colour = (name) => {
  const k = order.indexOf(name.split("+")[0]);
  return k < 0 ? "#888888" : HUES[k % HUES.length];
};

function element(tag, text, attributes) {
  const e = document.createElement(tag);
  if (text !== undefined && text !== null) e.textContent = text;
  for (const [k, v] of Object.entries(attributes || {})) {
    if (k === "style") for (const [p, w] of Object.entries(v)) e.style.setProperty(p, w);
    else e.setAttribute(k, v);
  }
  return e;
}

function drawing(tag, attributes, text) {
  const e = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
  if (text !== undefined) e.textContent = text;
  return e;
}

// Characters that cannot be seen, or that reorder the line, are written out.
const ODD = /[\u0000-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\ud800-\udfff\ue000-\uf8ff]/u;
function shown(parent, text) {
  let plain = "";
  for (const c of text) {
    if (c === "\n" || !ODD.test(c)) { plain += c === "\n" ? "⏎" : c; continue; }
    if (plain) parent.append(plain);
    plain = "";
    parent.append(element("span", "U+" + c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0"), { class: "odd" }));
  }
  if (plain) parent.append(plain);
  return parent;
}

function tiles() {
  const t = data.totals;
  const removed = data.by_filter.reduce((sum, r) => sum + r[2], 0);
  const share = t.chars_in ? removed / t.chars_in : 0;
  const all = [
    ["files", number(data.files)],
    ["records", number(t.records)],
    ["records changed" + (t.records ? ", " + percent(t.changed / t.records) : ""), number(t.changed)],
    ["characters in", number(t.chars_in)],
    ["characters out", number(t.chars_out)],
    ["removed", percent(share)],
    ["findings", number(data.found)],
  ];
  if (t.lost) all.push(["characters lost for good", number(t.lost)]);
  if (t.dropped) all.push(["not worth keeping", number(t.dropped)]);
  if (t.rejected || data.rejects.length) all.push(["not cleaned", number(Math.max(t.rejected, data.rejects.length))]);
  for (const [name, value] of all) {
    const tile = element("div");
    tile.append(element("b", value), element("span", name));
    at("tiles").append(tile);
  }
  const runs = data.runs.map((r) => "scrubtext " + r.scrubtext + ", " + (r.preset || "own pipeline") + ", fingerprint " + r.fingerprint + ", " + r.filters.length + " filters");
  at("runs").textContent = runs.join("; ") || "No pipeline is named in this audit.";
}

// The text on the left; on the right what stayed and what each filter took, bands in proportion.
// What was removed is often a sliver, so its column is magnified and says by how much.
function flow() {
  const rows = data.by_filter.filter((r) => r[2] > 0);
  const removed = rows.reduce((sum, r) => sum + r[2], 0);
  if (!removed) { at("flow").append(element("p", "Nothing was removed.", { class: "none" })); return; }
  const top = rows.slice(0, 9);
  const rest = rows.slice(9).reduce((sum, r) => sum + r[2], 0);
  if (rest) top.push(["others", 0, rest, 0, rest / data.totals.chars_in]);
  const W = 1000, gap = 7, least = 14, H = Math.max(180, top.length * (least + gap) + 40), left = 150, mid = 430, right = 640;
  const svg = drawing("svg", { viewBox: `0 0 ${W} ${H}`, role: "img", "aria-label": "Characters removed, by filter" });
  const share = Math.min(1, removed / data.totals.chars_in);
  const sliver = Math.max(3, share * (H - 20));
  svg.append(drawing("rect", { class: "kept", x: left - 24, y: 10, width: 24, height: H - 20, rx: 3 }));
  svg.append(drawing("rect", { x: left - 24, y: 10, width: 24, height: sliver, rx: 2, fill: "var(--gone)" }));
  svg.append(drawing("text", { x: left - 34, y: H / 2, "text-anchor": "end", class: "name" }, "all text"));
  svg.append(drawing("text", { x: left - 34, y: H / 2 + 16, "text-anchor": "end" }, number(data.totals.chars_in)));
  svg.append(drawing("path", { class: "kept", opacity: 0.55, d: `M${left},10 L${mid},10 L${mid},${H - 10} L${left},${10 + sliver} Z` }));
  svg.append(drawing("text", { x: (left + mid) / 2, y: H - 16, "text-anchor": "middle" }, `removed: ${percent(share)}, magnified`));
  const room = H - 20 - gap * (top.length - 1) - least * top.length;
  let from = 10, to = 10;
  for (const [name, , chars] of top) {
    const band = (chars / removed) * (H - 20);
    const size = least + (chars / removed) * room;
    const bend = (mid + right) / 2;
    const part = drawing("g", { class: "part", tabindex: 0, role: "button", "data-filter": name });
    part.append(drawing("title", {}, `${name}: ${number(chars)} characters`));
    part.append(drawing("path", {
      fill: colour(name), opacity: 0.9,
      d: `M${mid},${from} C${bend},${from} ${bend},${to} ${right},${to} L${right + 12},${to} L${right + 12},${to + size} L${right},${to + size} C${bend},${to + size} ${bend},${from + band} ${mid},${from + band} Z`,
    }));
    part.append(drawing("text", { class: "name", x: right + 22, y: to + size / 2 + 4 }, `${name}  ${number(chars)}  (${percent(chars / removed)} of it)`));
    const pick = () => { if (name !== "others") choose(name, ""); };
    part.addEventListener("click", pick);
    part.addEventListener("keydown", (e) => { if (e.key === "Enter") pick(); });
    svg.append(part);
    from += band;
    to += size + gap;
  }
  at("flow").append(svg);
}

function bar(share, most, hue) {
  const cell = element("td");
  const box = element("div", null, { class: "bar" });
  const width = most ? Math.max(0, Math.min(100, (100 * share) / most)) : 0;
  box.append(element("i", null, { style: { "--w": width + "%", ...(hue ? { "--c": hue } : {}) } }), element("span", percent(share)));
  cell.append(box);
  return cell;
}

function named(name, hue) {
  const cell = element("td");
  if (hue) cell.append(element("span", null, { class: "dot", style: { "--c": hue } }));
  const button = shown(element("button", null, { type: "button" }), name);
  cell.append(button);
  return cell;
}

// The folder all files have in common is said once, above the tables.
const folder = (() => {
  const all = [...data.by_file.map((r) => r[0]), ...data.worst_records.map((r) => r[0])];
  if (new Set(all).size < 2) return "";
  let common = all[0].slice(0, all[0].lastIndexOf("/") + 1);
  while (common && !all.every((name) => name.startsWith(common))) common = common.slice(0, common.lastIndexOf("/", common.length - 2) + 1);
  return common;
})();
const below = (name) => name.slice(folder.length) || name;

function row(table, cells, pick) {
  const tr = element("tr", null, pick ? { class: "pick" } : {});
  tr.append(...cells);
  if (pick) tr.addEventListener("click", pick);
  at(table).tBodies[0].append(tr);
}

const figure = (n) => element("td", number(n), { class: "n" });

function tables() {
  const most = Math.max(0, ...data.by_filter.map((r) => r[4]));
  for (const [name, found, removed, added, share] of data.by_filter)
    row("filters", [named(name, colour(name)), figure(found), figure(removed), figure(added), bar(share, most, colour(name))], () => choose(name, ""));
  for (const [name, why, found, removed, added, share] of data.by_reason)
    row("reasons", [named(name, colour(name)), element("td", why), figure(found), figure(removed), figure(added), bar(share, most, colour(name))], () => choose(name, why));
  for (const [name, why, found] of data.notes)
    row("reasons", [named(name, colour(name)), element("td", why + " (left as it is)"), figure(found), figure(0), figure(0), element("td")], () => choose(name, why));
  for (const place of document.querySelectorAll(".where")) shown(place, folder && "in " + folder);
  const worst = Math.max(0, ...data.by_file.map((r) => r[5]));
  for (const [name, records, changed, , , share] of data.by_file.filter((r) => r[5] > 0))
    row("files", [named(below(name)), figure(records), figure(changed), bar(share, worst)], () => search(name));
  for (const [name, record, removed] of data.worst_records.filter((r) => r[2] > 0))
    row("worst", [named(below(name)), figure(record), figure(removed)], () => search(name + ":" + record + " "));
  const trouble = [
    ...data.drops.map(([why, n]) => `${number(n)} records are not worth keeping: ${why}`),
    ...data.rejects.map((r) => `${r.file}${r.record ? ":" + r.record : ""}: ${r.why}`),
  ];
  at("trouble").hidden = !trouble.length;
  for (const line of trouble) at("troubles").append(shown(element("li"), line));
}

// The list: an index over all findings, drawn PAGE at a time.
let hits = [];
let drawn = 0;
let haystack = null;

function words() {
  if (!haystack)
    haystack = data.samples.map((s) => (data.names[s[0]] + ":" + s[1] + " " + data.names[s[2]] + " " + data.names[s[3]] + " " + s[7] + s[5] + s[8] + " " + s[6]).toLowerCase());
  return haystack;
}

function card(s) {
  const [file, record, name, why] = [data.names[s[0]], s[1], data.names[s[2]], data.names[s[3]]];
  const li = element("li", null, { style: { "--c": colour(name) } });
  const about = element("div", null, { class: "about" });
  about.append(element("b", name), " · " + why + (s[4] ? " (left as it is)" : "") + " · ");
  shown(about, below(file) + ":" + record);
  const text = element("div", null, { class: "text", dir: "auto" });
  shown(text, s[7]);
  if (s[5]) text.append(shown(element(s[4] ? "mark" : "del"), s[5]));
  if (!s[4] && s[6]) text.append(shown(element("ins"), s[6]));
  shown(text, s[8]);
  li.append(about, text);
  return li;
}

function draw() {
  const part = document.createDocumentFragment();
  for (const k of hits.slice(drawn, drawn + PAGE)) part.append(card(data.samples[k]));
  drawn = Math.min(hits.length, drawn + PAGE);
  at("list").append(part);
  at("more").hidden = drawn >= hits.length;
}

function list() {
  const text = at("search").value.toLowerCase();
  const name = at("filter").value, why = at("reason").value;
  const all = text ? words() : null;
  hits = [];
  data.samples.forEach((s, k) => {
    if (name && !data.names[s[2]].split("+").includes(name)) return;
    if (why && !data.names[s[3]].split("+").includes(why)) return;
    if (all && !all[k].includes(text)) return;
    hits.push(k);
  });
  at("list").replaceChildren();
  drawn = 0;
  draw();
  const kept = data.samples.length < data.found ? ` (the first ${number(data.samples.length)} are on this page)` : "";
  at("count").textContent = `${number(hits.length)} of ${number(data.found)} findings${kept}`;
  for (const tr of document.querySelectorAll("#filters tbody tr")) tr.classList.toggle("on", !!name && !why && tr.cells[0].textContent === name);
  for (const tr of document.querySelectorAll("#reasons tbody tr")) tr.classList.toggle("on", !!why && tr.cells[1].textContent.startsWith(why) && tr.cells[0].textContent === name);
}

function options(select, all, first) {
  select.replaceChildren(element("option", first, { value: "" }), ...all.map((name) => element("option", name, { value: name })));
}

function reasons() {
  const name = at("filter").value;
  const rows = [...data.by_reason, ...data.notes].filter((r) => !name || r[0] === name);
  options(at("reason"), [...new Set(rows.map((r) => r[1]))].sort(), "every reason");
}

function choose(name, why) {
  at("filter").value = name;
  reasons();
  at("reason").value = why;
  at("search").value = "";
  list();
  at("query").scrollIntoView({ behavior: "smooth", block: "start" });
}

function search(text) {
  choose("", "");
  at("search").value = text;
  list();
}

let waiting = 0;
at("search").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(list, 120); });
at("filter").addEventListener("change", () => { reasons(); list(); });
at("reason").addEventListener("change", list);
at("clear").addEventListener("click", () => { at("search").value = ""; at("filter").value = ""; reasons(); list(); });
at("query").addEventListener("submit", (e) => e.preventDefault());
at("more").addEventListener("click", draw);
at("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});

tiles();
flow();
tables();
options(at("filter"), order, "every filter");
reasons();
list();
document.body.dataset.ready = "yes";
