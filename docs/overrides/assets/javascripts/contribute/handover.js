// The ways in which a reader hands over what the form made: on GitHub, by mail, as a file, by the clipboard.
import { copy, download } from "../elements.js";
import { encoded as encode } from "../encoding.js";

// GitHub refuses longer addresses. A reader who is not logged in is sent by way of this page, whose address holds ours
// once more encoded: each letter with accents takes two thirds more.
const LOG_IN = "https://github.com/login?return_to=";
const LONGEST_ADDRESS = 8000;

export class Handover {
  /** @param root the element of the outcome, with the words of the links and the address of the repository */
  constructor(root) {
    this.root = root;
    root.addEventListener("click", (event) => {
      const button = event.target.closest("[data-action]");
      if (button?.dataset.action === "copy") {
        copy(this.text, root.querySelector(".outcome-file"), button, root.querySelector(".outcome-copied"));
      }
      if (button?.dataset.action === "download") {
        event.preventDefault();
        download(this.text, "application/yaml;charset=utf-8", this.path.split("/").pop());
      }
    });
  }

  link(action) {
    return this.root.querySelector(`[data-action="${action}"]`);
  }

  /** Offer a record's file: opened as a new one on GitHub, or uploaded there where it is too long for an address. */
  offerFile(path, text) {
    const { repository, branch, subject, text: words } = this.root.dataset;
    this.path = path;
    this.text = text;
    if (repository) {
      const target = `${repository}/new/${encode(branch)}?filename=${encode(path)}&value=${encode(text)}`;
      this.open(target);
      this.link("upload").href = `${repository}/upload/${encode(branch)}/${path.replace(/\/[^/]*$/, "")}`;
    }
    this.mail(subject.replace("{file}", path), `${words.replace("{file}", path)}\n\n${text}`);
  }

  /** Offer a correction of the record that an option names: as an issue on GitHub, or by editing the line itself. */
  offerCorrection(option, text) {
    const { repository, branch, issue } = this.root.dataset;
    const title = issue.replace("{record}", option.textContent.trim());
    this.text = text;
    if (repository) {
      this.open(`${repository}/issues/new?title=${encode(title)}&body=${encode(text)}`);
      this.link("edit").href = `${repository}/edit/${encode(branch)}/${option.dataset.of}`;
    }
    this.mail(title, text);
  }

  /** Have the main link lead to an address; one that is too long for the whole way there gives way to other words. */
  open(address) {
    const fits = LOG_IN.length + encode(address).length <= LONGEST_ADDRESS;
    this.link("open").href = address;
    this.root.querySelector(".outcome-open").hidden = !fits;
    this.root.querySelector(".outcome-long").hidden = fits;
  }

  mail(title, body) {
    this.link("mail").href = `mailto:?subject=${encode(title)}&body=${encode(body.replaceAll("\n", "\r\n"))}`;
  }
}
