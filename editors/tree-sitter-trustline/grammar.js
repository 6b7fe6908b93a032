/**
 * The form of a Trustline model, for editors.
 *
 * It knows the same seven shapes of statements as grammar/trustline.pest, and as few words: which
 * words there are is looked up by the compiler. A test reads every model of the repository with
 * both and compares all statements.
 *
 * src/scanner.c finds where a line ends a statement, and keeps a slip on its line: `junk` is text
 * that does not fit, `incomplete` stands where something is missing, `unclosed` where a quote, a
 * bracket or a block is left open.
 */
/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

/** A path must stand here. While somebody types it may be missing, or be something else. */
const path_or_slip = ($) => choice($.path, $.incomplete, $.junk);

/**
 * The statements: for each the part before its block. Where one has no block, something must end
 * it; behind a block the next one may follow at once.
 */
const shapes = {
  property: ($) =>
    seq(field("name", $.path), ":", field("value", choice($._value, $.incomplete, $.junk))),
  flow: ($) =>
    seq(
      field("end", $.path),
      repeat1(seq($.arrow, field("end", path_or_slip($)))),
      optional($._as),
      optional(field("label", $._text)),
    ),
  declaration: ($) =>
    seq(
      field("word", $.path),
      field("name", $.path),
      optional(seq(":", field("parent", path_or_slip($)), repeat(seq($._parent_comma, field("parent", path_or_slip($)))))),
      optional(field("label", $._text)),
    ),
  response: ($) =>
    seq(field("word", $.path), field("name", $.path), "on", field("target", choice($._target, $.incomplete, $.junk))),
  titled: ($) => seq(field("word", $.path), field("text", $._text), optional($._as)),
  dated: ($) => seq(field("word", $.path), field("date", $.date)),
  call: ($) => seq(field("word", $.path), field("name", $.path), $.arguments, optional($._as)),
  // The value of `when` is an expression, which may go on in lines that begin with `and` or `or`.
  condition: ($) =>
    prec(1, seq(field("name", alias("when", $.name)), ":", field("value", choice($._expression, $.incomplete, $.junk)))),
  // A head of no shape. Its block is read all the same.
  broken: ($) => choice(seq($.path, choice($.incomplete, $.junk)), $.junk),
};

/** Each shape twice: without a block under its own name, with one as `_NAME_with_block`. */
const statements = {};
for (const [name, head] of Object.entries(shapes)) {
  statements[`_${name}_head`] = ($) => seq(head($), repeat($.junk));
  statements[name] = ($) => $[`_${name}_head`];
  statements[`_${name}_with_block`] = ($) => seq($[`_${name}_head`], field("block", $.block));
}
statements._block_alone = ($) => field("block", $.block);

const on_lines = Object.keys(shapes).filter((name) => name !== "condition");

module.exports = grammar({
  name: "trustline",

  word: ($) => $.name,

  extras: ($) => [/[ \t\r\n\uFEFF]/, $.line_comment, $.block_comment, $.open_comment],

  // The scanner gives those before the blank line. Of the others it sees whether they fit.
  externals: ($) => [
    $._line_end,
    $._condition_end,
    $._parent_comma,
    $.incomplete,
    $.junk,
    $._open_text,
    $._open_list,
    $._open_block,
    $._closes,
    $._recovering,

    $.name,
    $.number,
    $.date,
    $.unit,
    $._text_content,
    $._dot,
    $._reference_colon,
    '"',
    "->",
    "<->",
    ":",
    "(",
    "[",
    "{",
    "*",
    "as",
    "on",
  ],

  rules: {
    source_file: ($) => seq(repeat(choice($._part, alias("}", $.stray))), optional($._last)),

    block: ($) => seq("{", repeat($._part), optional($._last), choice("}", alias($._open_block, $.unclosed))),

    _part: ($) =>
      choice(
        seq(choice(...on_lines.map((name) => $[name])), choice($._line_end, $._separator)),
        seq($.condition, choice($._condition_end, $._separator)),
        ...Object.keys(shapes).map((name) => alias($[`_${name}_with_block`], $[name])),
        alias($._block_alone, $.broken),
        $._separator,
      ),
    // What ends with its block or the file.
    _last: ($) => choice(...Object.keys(shapes).map((name) => $[name])),
    _separator: (_) => choice(",", ";"),

    ...statements,

    _as: ($) => seq("as", field("alias", choice($.name, $.incomplete, $.junk))),
    _target: ($) => choice($.any, $.chain, $.path, $.everything),
    arguments: ($) =>
      seq("(", repeat(choice(",", $._value)), choice(")", alias($._open_list, $.unclosed))),

    // ---- Values

    _value: ($) =>
      choice(
        $._text,
        $.date,
        $.quantity,
        $.everything,
        $.every,
        $.any,
        $.reference,
        $.chain,
        $.path,
        $.list,
        $.block,
      ),
    list: ($) => seq("[", repeat(choice(",", $._value)), choice("]", alias($._open_list, $.unclosed))),
    chain: ($) => seq(field("end", $.path), repeat1(seq($.arrow, field("end", path_or_slip($))))),
    any: ($) => prec(1, seq("any", field("kind", $.path))),
    every: ($) => prec(1, seq("every", $.number, alias($.name, $.unit))),
    everything: (_) => "*",
    quantity: ($) => seq($.number, optional($.unit)),
    reference: ($) =>
      seq(
        field("framework", alias($.name, $.framework)),
        alias($._reference_colon, ":"),
        field("id", choice($.reference_id, alias($._immediate_text, $.text))),
      ),

    // ---- The value of `when`

    _expression: ($) => choice($.or, $.and, $.not, $.group, $._atom),
    or: ($) => prec.left(1, seq($._expression, "or", $._expression)),
    and: ($) => prec.left(2, seq($._expression, "and", $._expression)),
    not: ($) => prec(3, seq("not", $._expression)),
    group: ($) => seq("(", $._expression, ")"),
    _atom: ($) =>
      choice($.path, $.crosses, $.tainted, $.exposes, $.moves, $.is, $.within, $.leads, $.compare),
    crosses: (_) => seq("crosses", optional(choice("up", "down", "level"))),
    tainted: ($) => seq(optional(field("subject", $.path)), "tainted", optional(seq("by", field("trust", $.name)))),
    exposes: ($) => seq("exposes", $._what, "to", field("trust", $.name)),
    moves: ($) =>
      seq(
        optional(field("subject", $.path)),
        choice("sends", "writes", "returns", "moves", "stores", "holds", "receives", "gives"),
        $._what,
        optional(seq(choice("from", "to"), field("party", $.path))),
      ),
    _what: ($) => field("what", choice($.path, $.class)),
    class: ($) => seq($.operator, $.name),
    is: ($) => seq(field("subject", $.path), "is", optional("not"), field("kind", $.path)),
    within: ($) => seq(field("subject", $.path), "in", field("boundary", $.path)),
    leads: ($) =>
      seq(field("subject", $.path), choice("reaches", "feeds", "fed_by"), optional("another"), field("kind", $.path)),
    compare: ($) =>
      seq(field("subject", $.path), $.operator, field("value", choice($._text, $.date, $.quantity, $.path))),
    operator: (_) => choice("<=", ">=", "==", "!=", "<", ">", "="),

    // ---- Tokens

    arrow: (_) => choice("->", "<->"),
    // Words of the grammar are names where they mean nothing.
    path: ($) =>
      seq(
        choice($.name, alias(choice("when", "any", "every", "another"), $.name)),
        repeat(seq(alias($._dot, "."), alias($._name_behind_dot, $.name))),
      ),
    name: (_) => /[A-Za-z_][A-Za-z0-9_]*(-[A-Za-z0-9_]+)*/,
    _name_behind_dot: (_) => token.immediate(/[A-Za-z_][A-Za-z0-9_]*(-[A-Za-z0-9_]+)*/),
    _dot: (_) => token.immediate(/\./),
    _reference_colon: (_) => token.immediate(/:/),
    reference_id: (_) => token.immediate(/[A-Za-z0-9_.\-]+([:\/][A-Za-z0-9_.\-]+)*/),

    date: (_) => /[0-9]{4}-[0-9]{2}-[0-9]{2}/,
    number: (_) => /-?[0-9]+(\.[0-9]+)?/,
    unit: (_) => token.immediate(/%|[A-Za-z]+/),

    _text: ($) => choice($.text, $.long_text),
    text: ($) => seq('"', $._rest_of_text),
    _immediate_text: ($) => seq(alias(token.immediate('"'), '"'), $._rest_of_text),
    _rest_of_text: ($) =>
      seq(
        repeat(choice($._text_content, $.escape)),
        choice(alias(token.immediate(prec(3, '"')), '"'), alias($._open_text, $.unclosed)),
      ),
    _text_content: (_) => token.immediate(prec(3, /[^"\\\n]+/)),
    escape: (_) => token.immediate(prec(3, /\\[^\n]/)),
    // `_closes` is empty and says that there is an end.
    long_text: ($) =>
      seq(
        '"""',
        choice(
          seq($._closes, optional($.markdown), token.immediate('"""')),
          seq(optional(alias($._one_line, $.markdown)), alias($._open_text, $.unclosed)),
        ),
      ),
    markdown: (_) => token.immediate(prec(3, /([^"]|"[^"]|""[^"])+/)),
    _one_line: (_) => token.immediate(prec(3, /[^\n]+/)),

    line_comment: (_) => /\/\/[^\n]*/,
    block_comment: (_) => token(prec(2, /\/\*[^*]*\*+([^\/*][^*]*\*+)*\//)),
    // It ends with its line.
    open_comment: (_) => token(prec(1, /\/\*[^\n]*/)),
  },
});
