// The search page: asks Pagefind's index, which `dateline build` puts beside this file, and lists what it finds.
// All words stand in the page; where this script cannot run, the page says where to look instead.

const form = document.querySelector("form[role=search]");
const field = form.querySelector("input");
const status = document.querySelector("[role=status]");
const list = document.querySelector(".found");
const more = document.querySelector(".more");
const AT_ONCE = 20;

document.querySelector(".needs")?.remove(); // they are there: this runs

let pagefind;
try {
  pagefind = await import(new URL("pagefind/pagefind.js", import.meta.url));
  await pagefind.options({ excerptLength: 30 });
  await pagefind.init();
} catch {
  status.textContent = status.dataset.missing;
}

if (pagefind) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search(0);
  });
  field.addEventListener("input", () => search(300));
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) search(0);
}

async function search(wait) {
  const words = field.value.trim();
  history.replaceState(null, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname);
  // None where other words were typed meanwhile.
  const answer = await pagefind.debouncedSearch(words, {}, wait);
  if (!answer) return;
  list.replaceChildren();
  const { results } = answer;
  status.textContent = !words ? "" : results.length ? `${status.dataset.found} ${results.length}` : status.dataset.none;
  more.onclick = () => show(results, list.children.length);
  await show(results, 0);
}

async function show(results, from) {
  const told = await Promise.all(results.slice(from, from + AT_ONCE).map((result) => result.data()));
  if (list.children.length !== from) return; // another search came in between
  list.append(...told.map(item));
  more.hidden = list.children.length >= results.length;
  if (from) list.children[from].querySelector("a").focus();
}

function item(found) {
  const link = document.createElement("a");
  // Beside the folder of this page, wherever the site stands.
  link.href = new URL(`..${found.raw_url ?? found.url}`, import.meta.url);
  link.textContent = found.meta.title;
  const title = document.createElement("p");
  title.className = "said headline";
  title.append(link);
  const excerpt = document.createElement("p");
  excerpt.className = "sentence";
  excerpt.append(...marked(found.excerpt));
  const line = document.createElement("li");
  if (found.meta.date) {
    const date = document.createElement("p");
    date.className = "when";
    date.textContent = found.meta.date;
    line.append(date);
  }
  line.append(title, excerpt);
  return line;
}

// The excerpt comes as HTML: of it only text and marks are taken over.
function marked(excerpt) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
  return [...parsed.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return node.textContent;
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}
