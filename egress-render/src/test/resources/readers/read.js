// SPDX-License-Identifier: Apache-2.0
// Prints the documents of a YAML file as JSON, one after another.
// usage: node read.js DIRECTORY-OF-JS-YAML FILE
// What is no string, number, boolean, list or map is told by its type.
const {readFileSync} = require('fs');
const [library, file] = process.argv.slice(2);

function plain(value) {
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  }
  return ['string', 'number', 'boolean'].includes(typeof value) ? value : {type: String(value)};
}

const documents = require(library).loadAll(readFileSync(file, 'utf8'));
console.log(documents.map(document => JSON.stringify(plain(document))).join('\n'));
