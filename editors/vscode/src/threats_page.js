// @ts-check
/** The parts of told threats that need no editor. Pure. */

/**
 * A threat as the language server tells it.
 *
 * @typedef {{ id: string, title: string, about: string }} Told
 */

/** What servers answer to a request that they do not know. */
const METHOD_NOT_FOUND = -32601;

/**
 * Whether a request failed since the server does not know it.
 *
 * @param {unknown} e
 */
function isUnknown(e) {
  return typeof e === "object" && e !== null && "code" in e && e.code === METHOD_NOT_FOUND;
}

/**
 * Threats to choose one of: the id stands behind the title, and not in it.
 *
 * @param {Told[]} told
 */
function choices(told) {
  return told.map(({ id, title }) => {
    const behind = ` (${id})`;
    return { id, label: title.endsWith(behind) ? title.slice(0, -behind.length) : title, description: id };
  });
}

/**
 * Where the text of a threat lies: the path is what its tab is called by, the query what it is asked for with.
 *
 * @param {string} address of the model's file
 * @param {string} id
 */
function written(address, id) {
  return { path: `/${id.replace(/[\\/]/g, "-")}.md`, query: JSON.stringify([address, id]) };
}

/**
 * What `written` put into the query.
 *
 * @param {string} query
 * @returns {{ address: string, id: string }}
 */
function addressed(query) {
  const [address, id] = JSON.parse(query);
  return { address: String(address), id: String(id) };
}

/**
 * What is told of a threat that is no more.
 *
 * @param {string} id
 */
function gone(id) {
  return `\`${id}\` does not arise any more.\n`;
}

module.exports = { addressed, choices, gone, isUnknown, written };
