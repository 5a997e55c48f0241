// A transform for asc: exported functions get the names that WIT gives them, checkLine becomes check-line.
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());

export default class WitNames {
  afterCompile(module) {
    for (const { name, value } of this.#exports(module).filter(({ name }) => name !== kebab(name))) {
      module.removeExport(name);
      module.addFunctionExport(value, kebab(name));
    }
  }

  #exports(module) {
    return Array.from({ length: module.getNumExports() }, (_, index) =>
      this.binaryen.getExportInfo(module.getExportByIndex(index)));
  }
}
