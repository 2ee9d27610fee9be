// The finding page with scripts: results follow typing, a map, and 'in my neighbourhood'. All of it works without, too.
"use strict";

(() => {
  const found = document.getElementById("gevonden");
  if (!found) return;
  const byId = (id) => document.getElementById(id);

  // What somebody opened or closed stays so when the results under it are replaced.
  const folded = new Map();
  const remember = (event) => {
    if (event.target.tagName === "DETAILS" && event.target.id) folded.set(event.target.id, event.target.open);
    if (event.target.id === "kaart" && event.target.open) drawMap();
  };
  const unfold = () => {
    for (const details of found.querySelectorAll("details[id]")) {
      if (folded.has(details.id)) details.open = folded.get(details.id);
    }
  };
  found.addEventListener("toggle", remember, true);

  // A choice inside a fold keeps the focus, also when the fold came back closed for a moment.
  let focused = "";
  const refocus = () => {
    const lost = !document.activeElement || document.activeElement === document.body;
    if (lost && focused) document.getElementById(focused)?.focus();
  };

  // The map: outlines of the neighbourhoods, and a mark for each place in the list. Fetched when it is opened.
  let leaflet = null;
  let map = null;
  let marks = null;
  let canvas = null;
  let outlines = null;
  let drawn = "";
  const wide = matchMedia("(min-width: 60em)");

  const points = () => {
    const grouped = new Map();
    for (const card of found.querySelectorAll(".results [data-point]")) {
      const place = card.dataset.point;
      grouped.set(place, [...(grouped.get(place) ?? []), card.querySelector(".card__title a")]);
    }
    return grouped;
  };
  const loadLeaflet = (details) => {
    leaflet ??= new Promise((ready, failed) => {
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = details.dataset.leafletStyle;
      const script = document.createElement("script");
      script.src = details.dataset.leafletScript;
      script.onload = ready;
      script.onerror = failed;
      document.head.append(style, script);
    });
    return leaflet;
  };
  const popup = (links) => {
    const list = document.createElement("div");
    for (const link of links) {
      const line = document.createElement("p");
      const copy = document.createElement("a");
      copy.href = link.href;
      copy.textContent = link.textContent;
      line.append(copy);
      list.append(line);
    }
    return list;
  };
  const drawOutlines = async (address, own) => {
    if (!address || drawn === address + own) return;
    drawn = address + own;
    const answer = await fetch(address);
    if (!answer.ok) return;
    const look = (feature) => ({ className: feature.properties.code === own ? "map-area map-area--own" : "map-area" });
    outlines?.remove();
    outlines = L.geoJSON(await answer.json(), { style: look, interactive: false });
    outlines.addTo(map);
    outlines.bringToBack();
  };
  // One mark alone would be seen from so near that nobody knows where it is: then the area around it decides.
  const fit = () => {
    const placed = marks.getLayers().length;
    const alone = placed < 2 && outlines && map.hasLayer(outlines);
    const bounds = alone ? outlines.getBounds().extend(marks.getBounds()) : marks.getBounds();
    if (placed) map.fitBounds(alone ? bounds : bounds.pad(0.3), { maxZoom: 14 });
  };
  const drawMap = async () => {
    const details = byId("kaart");
    if (!details?.open) return;
    await loadLeaflet(details);
    const holder = byId("kaart")?.querySelector("[data-canvas]");
    if (!holder) return;
    if (!map) {
      canvas = holder;
      map = L.map(canvas, { attributionControl: false, scrollWheelZoom: false, maxZoom: 15 }).setView([52.2, 5.3], 7);
      marks = L.featureGroup().addTo(map);
    } else if (holder !== canvas) {
      holder.replaceWith(canvas);
      map.invalidateSize();
    }
    marks.clearLayers();
    for (const [place, links] of points()) {
      const icon = L.divIcon({ className: "map-point", html: String(links.length), iconSize: [32, 32] });
      const title = links.map((link) => link.textContent).join(", ");
      L.marker(place.split(",").map(Number), { icon, title, alt: title }).bindPopup(popup(links)).addTo(marks);
    }
    fit();
    await drawOutlines(byId("kaart").dataset.outlines, byId("kaart").dataset.own);
    fit();
  };
  const offerMap = () => {
    const details = byId("kaart");
    if (!details || !points().size) return;
    details.hidden = false;
    if (wide.matches && !folded.has("kaart")) details.open = true;
    if (details.open) drawMap();
  };

  // In my neighbourhood: asked in words first, rounded to half a kilometre before it leaves the telephone.
  const nearby = byId("nabij");
  const roundTo = (value, step) => (Math.round(value / step) * step).toFixed(4);
  const sendPlace = (position) => {
    const told = new FormData(byId("zoekform"));
    told.delete("plek");
    told.delete("buurt");
    told.set("lat", roundTo(position.coords.latitude, 0.0045));
    told.set("lon", roundTo(position.coords.longitude, 0.0073));
    for (const [name, value] of told) {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name, value });
      nearby.append(input);
    }
    nearby.submit();
  };
  if (nearby && navigator.geolocation) {
    const says = nearby.querySelector("[data-nearby-says]");
    nearby.hidden = false;
    nearby.addEventListener("submit", (event) => {
      event.preventDefault();
      says.textContent = nearby.dataset.asking;
      const refused = () => {
        says.textContent = nearby.dataset.refused;
      };
      navigator.geolocation.getCurrentPosition(sendPlace, refused, { maximumAge: 600000, timeout: 15000 });
    });
  }

  // Who pastes a whole letter is told so by the page; longer than this no server reads an address.
  byId("zoekform")?.addEventListener("input", ({ target }) => {
    if (target.maxLength > 0 && target.value.length > target.maxLength) {
      target.value = target.value.slice(0, target.maxLength + 1);
    }
  }, true);

  const show = () => {
    unfold();
    offerMap();
  };
  document.documentElement.classList.add("is-live");
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.target.id === "gevonden") focused = document.activeElement?.id ?? "";
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "gevonden") return;
    show();
    refocus();
    if (event.detail.requestConfig?.elt?.hasAttribute("data-turns")) byId("gevonden-titel")?.focus();
  });
  show();
})();
