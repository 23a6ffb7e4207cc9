// Reads every .ics file of a folder with ical.js, as Thunderbird and Nextcloud do, and prints when its events are.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, folder] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(join(modules, "ical.js", "dist", "ical.js")).href);

const instant = (time) => new Date(time.toUnixTime() * 1000).toISOString();
const found = {};
for (const name of readdirSync(folder)) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, name), "utf-8")));
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  found[name] = {
    events: events.map((one) => [one.uid, instant(one.startDate), instant(one.endDate), one.summary]),
    faults: [],
  };
}
console.log(JSON.stringify(found));
