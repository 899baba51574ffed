// Rows as an Excel workbook of one sheet: the parts that ECMA-376 asks for, and no more. Every cell is text, so that
// nothing is run as a formula, read as a date or loses its zeros.
import { zip } from "./zip.js";

export const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const FORMAT = "application/vnd.openxmlformats-officedocument.spreadsheetml";
// The most characters that a cell may have, and the widest column, in characters.
const MOST = 32767;
const WIDEST = 60;

/**
 * The bytes of a workbook whose first line is its head: bold, and in sight while the others are scrolled.
 *
 * @param lines the lines, each a list of texts
 * @param title the name of the sheet
 */
export function xlsx(lines, title) {
  return zip([
    ["[Content_Types].xml", types()],
    ["_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", workbook(title)],
    ["xl/_rels/workbook.xml.rels", relations([["worksheet", "worksheets/sheet1.xml"], ["styles", "styles.xml"]])],
    ["xl/styles.xml", styles()],
    ["xl/worksheets/sheet1.xml", sheet(lines)],
  ]);
}

function types() {
  const parts = [["workbook", "sheet.main"], ["styles", "styles"], ["worksheets/sheet1", "worksheet"]];
  const part = ([name, type]) => `<Override PartName="/xl/${name}.xml" ContentType="${FORMAT}.${type}+xml"/>`;
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" `
    + `ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
    + `<Default Extension="xml" ContentType="application/xml"/>${parts.map(part).join("")}</Types>`;
}

function relations(targets) {
  const one = ([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${targets.map(one).join("")}</Relationships>`;
}

function workbook(title) {
  // A sheet's name has at most 31 characters, and none of these.
  const name = plain(title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31));
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`
    + `<sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

/** Two looks of a cell: of the rows (0), and of the head (1). */
function styles() {
  return `${DECLARATION}<styleSheet xmlns="${MAIN}">`
    + '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    + '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    + '<cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
    + 'applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    + '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>'
    + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
}

function sheet(lines) {
  const columns = lines[0].map((_, n) => {
    const width = Math.min(WIDEST, Math.max(...lines.map((line) => line[n].length)) + 2);
    return `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`;
  });
  const last = `${letters(lines[0].length)}${lines.length}`;
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0">`
    + '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    + `<cols>${columns.join("")}</cols><sheetData>${lines.map(row).join("")}</sheetData>`
    + `<autoFilter ref="A1:${last}"/></worksheet>`;
}

function row(values, index) {
  const style = index ? 0 : 1;
  const cell = (text, n) => `<c r="${letters(n + 1)}${index + 1}" s="${style}" t="inlineStr">`
    + `<is><t xml:space="preserve">${plain(text.slice(0, MOST))}</t></is></c>`;
  return `<row r="${index + 1}">${values.map(cell).join("")}</row>`;
}

/** The name of a column by its number: 1 is A, 27 is AA. */
function letters(number) {
  const rest = (number - 1) % 26;
  const before = (number - 1 - rest) / 26;
  return (before ? letters(before) : "") + String.fromCharCode(65 + rest);
}

/** A text as XML; what XML cannot hold is left out. */
function plain(text) {
  const named = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[\0-\x08\v\f\x0e-\x1f\uFFFE\uFFFF]/g, "").replace(/[&<>"]/g, (sign) => named[sign]);
}
