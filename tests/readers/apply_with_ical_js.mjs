// Does with every folder's .ics files in order what RFC 5546 says, read by ical.js, and prints what each one ends with.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, folder] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(join(modules, "ical.js", "dist", "ical.js")).href);

const instant = (time) => new Date(time.toUnixTime() * 1000).toISOString();
const found = {};
for (const owner of readdirSync(folder)) {
  const held = new Map();
  for (const name of readdirSync(join(folder, owner)).sort()) {
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, owner, name), "utf-8")));
    const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent"));
    const stamp = event.component.getFirstPropertyValue("dtstamp").toUnixTime();
    const before = held.get(event.uid);
    const later = !before || event.sequence > before.sequence || (event.sequence === before.sequence && stamp > before.stamp);
    if (!later) continue;
    const gone = calendar.getFirstPropertyValue("method") === "CANCEL";
    const entry = gone ? null : [event.summary, instant(event.startDate), instant(event.endDate)];
    held.set(event.uid, { sequence: event.sequence, stamp, entry });
  }
  found[owner] = [...held.values()].map((one) => one.entry).filter(Boolean);
}
console.log(JSON.stringify(found));
