// node read-ics.mjs <file>: what a calendar program of another make reads in an .ics, as JSON. Faults of the format are thrown.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const bytes = readFileSync(process.argv[2]);
const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const calendar = new ICAL.Component(ICAL.parse(text));
const value = (component, name) => component.getFirstPropertyValue(name)?.toString() ?? null;
const lines = bytes.toString('latin1').split('\r\n');
console.log(JSON.stringify({
  version: value(calendar, 'version'),
  product: value(calendar, 'prodid'),
  method: value(calendar, 'method'),
  name: value(calendar, 'x-wr-calname'),
  note: value(calendar, 'x-wr-caldesc'),
  zone: value(calendar, 'x-wr-timezone'),
  refresh: value(calendar, 'refresh-interval'),
  longest: Math.max(...lines.map(line => line.length)),
  bareEnds: bytes.toString('latin1').replaceAll('\r\n', '').match(/[\r\n]/g)?.length ?? 0,
  events: calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    return {
      id: event.uid,
      first: event.startDate.toString(),
      behind: event.endDate.toString(),
      wholeDay: event.startDate.isDate && event.endDate.isDate,
      title: event.summary,
      note: event.description,
      status: value(component, 'status'),
      transparency: value(component, 'transp'),
      busy: value(component, 'x-microsoft-cdo-busystatus'),
      stamp: value(component, 'dtstamp'),
      changed: value(component, 'last-modified'),
      version: Number(value(component, 'sequence') ?? 0),
      alarms: component.getAllSubcomponents('valarm').length,
      repeats: event.isRecurring(),
    };
  }),
}));
