// Makes the outline of the world under the map of places: Natural Earth's countries (public domain),
// simplified, in Mercator, one path of small integers. Usage: npm ci && npm run make
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as topojson from "topojson-client";
import { presimplify, quantile, simplify } from "topojson-simplify";

// Twenty units are a degree of longitude: server/web/mercator.h has the same numbers.
const UNITS = 20;
const NORTH = 78, SOUTH = -58;
const KEPT = 0.25;  // share of the points that stay: enough for a region's coast

const require = createRequire(import.meta.url);
const world = JSON.parse(readFileSync(require.resolve("world-atlas/countries-50m.json"), "utf8"));
delete world.objects.land;
const weighted = presimplify(world);
const simple = simplify(weighted, quantile(weighted, KEPT));

const mercator = (latitude) =>
  (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
const top = mercator(NORTH);
const place = ([longitude, latitude]) => [
  Math.round((longitude + 180) * UNITS),
  Math.round((top - mercator(Math.min(NORTH, Math.max(SOUTH, latitude)))) * UNITS),
];

// A line over the antimeridian goes on past 180°, and comes again from the other side.
function unwrapped(line) {
  let turn = 0;
  const out = line.map(([longitude, latitude], i) => {
    if (i > 0 && Math.abs(longitude - line[i - 1][0]) > 180) turn += longitude < line[i - 1][0] ? 360 : -360;
    return [longitude + turn, latitude];
  });
  const shift = (by) => out.map(([longitude, latitude]) => [longitude + by, latitude]);
  const over = (sign) => out.some(([longitude]) => sign * longitude > 180);
  return [out, ...(over(1) ? [shift(-360)] : []), ...(over(-1) ? [shift(360)] : [])];
}

// Moves by whole units, each point from the last; a ring that shrank to less than a triangle goes.
function path(line, closed) {
  let out = "", x = 0, y = 0, steps = 0;
  for (const [index, point] of line.entries()) {
    const [px, py] = place(point);
    if (index === 0) out = `M${px} ${py}l`;
    else if (px === x && py === y) continue;
    else { out += `${steps && px - x >= 0 ? " " : ""}${px - x}${py - y >= 0 ? " " : ""}${py - y}`; steps++; }
    x = px; y = py;
  }
  return steps < (closed ? 3 : 1) ? "" : out + (closed ? "z" : "");
}

const countries = simple.objects.countries;
countries.geometries = countries.geometries.filter((g) => g.properties.name !== "Antarctica");
const land = topojson.merge(simple, countries.geometries).coordinates;
const borders = topojson.mesh(simple, countries, (a, b) => a !== b).coordinates;
const outline = land.flat().flatMap(unwrapped).map((ring) => path(ring, true)).join("");
const lines = borders.flatMap(unwrapped).map((line) => path(line, false)).join("");
const width = 360 * UNITS, height = place([0, SOUTH])[1];
writeFileSync(process.argv[2],
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">` +
  `<path fill="#b9b2a4" d="${outline}"/>` +
  `<path fill="none" stroke="#fbfaf7" stroke-width="1" d="${lines}"/></svg>\n`);
console.log(width, height, outline.length, lines.length);
