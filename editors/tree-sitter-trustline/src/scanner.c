// What the rules of grammar.js can't tell: where a line end ends a statement, and what is a slip.
//
// It keeps no state. Which bracket is open shows in the tokens that fit: inside [ ] and ( ) no
// token for a line end does, so that line ends are blanks there.

#include "tree_sitter/parser.h"

#include <string.h>

// In the order of `externals` in grammar.js.
enum Token {
  LINE_END,
  CONDITION_END,
  PARENT_COMMA,
  INCOMPLETE,
  JUNK,
  OPEN_TEXT,
  OPEN_LIST,
  OPEN_BLOCK,
  CLOSES,
  RECOVERING,

  NAME,
  NUMBER,
  DATE,
  UNIT,
  TEXT_CONTENT,
  DOT,
  REFERENCE_COLON,
  QUOTE,
  ARROW,
  BOTH_WAYS,
  COLON,
  PARENTHESIS,
  BRACKET,
  BRACE,
  STAR,
  AS,
  ON,
};

static bool is_first(int32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_digit(int32_t c) { return c >= '0' && c <= '9'; }

static bool is_letter(int32_t c) { return is_first(c) || is_digit(c); }

static bool is_blank(int32_t c) { return c == ' ' || c == '\t' || c == '\r' || c == 0xFEFF; }

static void next(TSLexer *lexer) { lexer->advance(lexer, false); }

static void skip_blanks(TSLexer *lexer) {
  while (is_blank(lexer->lookahead)) next(lexer);
}

// Reads a name; what of it fits into `word` is put there.
static void read_name(TSLexer *lexer, char *word, unsigned size) {
  unsigned length = 0;
  while (is_letter(lexer->lookahead) || lexer->lookahead == '-') {
    if (length + 1 < size) word[length++] = (char)lexer->lookahead;
    next(lexer);
  }
  word[length] = 0;
}

// Reads on over blanks, line ends and comments to what comes next. False if that is a `/` that
// begins no comment.
static bool skip_to_next(TSLexer *lexer) {
  for (;;) {
    int32_t c = lexer->lookahead;
    if (lexer->eof(lexer)) return true;
    if (is_blank(c) || c == '\n') {
      next(lexer);
    } else if (c == '/') {
      next(lexer);
      if (lexer->lookahead == '/') {
        while (lexer->lookahead != '\n' && !lexer->eof(lexer)) next(lexer);
      } else if (lexer->lookahead == '*') {
        next(lexer);
        bool star = false;
        while (!lexer->eof(lexer) && !(star && lexer->lookahead == '/')) {
          star = lexer->lookahead == '*';
          next(lexer);
        }
        next(lexer);
      } else {
        return false;
      }
    } else {
      return true;
    }
  }
}

// Behind a comma or at the beginning of a line: whether `NAME:` and a blank come next.
static bool is_key(TSLexer *lexer) {
  char word[2];
  skip_blanks(lexer);
  if (!is_first(lexer->lookahead)) return false;
  read_name(lexer, word, sizeof word);
  skip_blanks(lexer);
  if (lexer->lookahead != ':') return false;
  next(lexer);
  return is_blank(lexer->lookahead) || lexer->lookahead == '\n' || lexer->eof(lexer);
}

// Whether the line that begins here can't be part of a list: `NAME: `, `NAME NAME`, `NAME "`.
static bool is_statement(TSLexer *lexer) {
  char word[8];
  if (!is_first(lexer->lookahead)) return false;
  read_name(lexer, word, sizeof word);
  bool blank = is_blank(lexer->lookahead);
  skip_blanks(lexer);
  if (lexer->lookahead == ':') {
    next(lexer);
    return is_blank(lexer->lookahead) || lexer->lookahead == '\n' || lexer->eof(lexer);
  }
  if (!blank || strcmp(word, "any") == 0 || strcmp(word, "every") == 0) return false;
  return is_first(lexer->lookahead) || lexer->lookahead == '"';
}

// The words that may stand behind a part of the value of `when`.
static bool goes_on_in_condition(const char *word) {
  static const char *const words[] = {
      "and",  "or",    "is",     "not",    "in",     "tainted", "by",       "to",    "from",
      "up",   "down",  "level",  "sends",  "writes", "returns", "moves",    "stores", "holds",
      "receives", "gives", "reaches", "feeds", "fed_by",
  };
  for (unsigned i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (strcmp(word, words[i]) == 0) return true;
  }
  return false;
}

// A text in quotes within junk, to its end or that of the line.
static void skip_text(TSLexer *lexer) {
  next(lexer);
  while (lexer->lookahead != '"' && lexer->lookahead != '\n' && !lexer->eof(lexer)) {
    if (lexer->lookahead == '\\') next(lexer);
    if (lexer->lookahead != '\n' && !lexer->eof(lexer)) next(lexer);
  }
  if (lexer->lookahead == '"') next(lexer);
}

// The rest of a line that does not fit: up to its end, a `;`, a brace, a comment, or `, NAME:`.
// Its beginning was read already.
static bool junk(TSLexer *lexer, bool address) {
  lexer->mark_end(lexer);
  for (;;) {
    int32_t c = lexer->lookahead;
    if (lexer->eof(lexer) || c == '\n' || c == ';' || c == '{' || c == '}') break;
    if (c == ',') {
      next(lexer);
      if (is_key(lexer)) break;
      lexer->mark_end(lexer);
      continue;
    }
    if (c == '/') {
      next(lexer);
      if (!address && (lexer->lookahead == '/' || lexer->lookahead == '*')) break;
      while (lexer->lookahead == '/') next(lexer);
    } else if (c == '"') {
      skip_text(lexer);
    } else {
      next(lexer);
    }
    address = c == ':';
    if (!is_blank(c)) lexer->mark_end(lexer);
  }
  lexer->result_symbol = JUNK;
  return true;
}

// Behind three quotes: whether three more close them, rather than open the text of another
// property on a line `NAME: """`.
static bool closes(TSLexer *lexer) {
  // What was seen since the line began.
  enum { NOTHING, WORD, KEY, ELSE } line = ELSE;
  unsigned quotes = 0;
  lexer->mark_end(lexer);
  lexer->result_symbol = CLOSES;
  while (!lexer->eof(lexer)) {
    int32_t c = lexer->lookahead;
    next(lexer);
    if (c == '"') {
      if (++quotes == 3) return line != KEY;
      continue;
    }
    if (quotes > 0) line = ELSE;
    quotes = 0;
    if (c == '\n') {
      line = NOTHING;
    } else if (!is_blank(c)) {
      bool name = is_letter(c) || c == '-';
      bool word = line == NOTHING || line == WORD;
      line = word && name ? WORD : line == WORD && c == ':' ? KEY : ELSE;
    }
  }
  return false;
}

// A line end in a statement or behind one.
static bool line_end(TSLexer *lexer, const bool *valid, bool recovering) {
  lexer->mark_end(lexer);
  next(lexer);
  bool ends = valid[LINE_END] || valid[CONDITION_END];
  // What is missing is an empty token, and the line end comes afterwards.
  if (recovering || !(valid[INCOMPLETE] || valid[OPEN_LIST])) lexer->mark_end(lexer);
  bool known = skip_to_next(lexer);
  int32_t c = lexer->eof(lexer) ? 0 : lexer->lookahead;
  if (recovering) {
    lexer->result_symbol = LINE_END;
    return c != '{';
  }
  if (known && c == '{' && (valid[BRACE] || !valid[INCOMPLETE])) return false;
  if (valid[OPEN_LIST]) {
    lexer->result_symbol = OPEN_LIST;
    return known && is_statement(lexer);
  }
  if (valid[INCOMPLETE]) {
    lexer->result_symbol = INCOMPLETE;
    return true;
  }
  if (valid[CONDITION_END]) {
    char word[8];
    if (known && is_first(c)) {
      read_name(lexer, word, sizeof word);
      if (strcmp(word, "and") == 0 || strcmp(word, "or") == 0) return false;
    }
    lexer->result_symbol = CONDITION_END;
    return true;
  }
  lexer->result_symbol = LINE_END;
  return ends;
}

// Whether the token that begins here fits. It is read as far as is needed to know.
static bool fits(TSLexer *lexer, const bool *valid, bool blanks) {
  int32_t c = lexer->lookahead;
  bool condition = valid[CONDITION_END];
  if (is_first(c)) {
    if (valid[NAME] || (valid[UNIT] && !blanks)) return true;
    char word[12];
    read_name(lexer, word, sizeof word);
    if (valid[AS] && strcmp(word, "as") == 0) return true;
    if (valid[ON] && strcmp(word, "on") == 0) return true;
    return condition && goes_on_in_condition(word);
  }
  if (is_digit(c)) {
    if (valid[NUMBER]) return true;
    if (!valid[DATE]) return false;
    for (unsigned i = 0; i < 10; i++) {
      bool dash = i == 4 || i == 7;
      if (dash ? lexer->lookahead != '-' : !is_digit(lexer->lookahead)) return false;
      next(lexer);
    }
    return true;
  }
  switch (c) {
    case '"':
      return valid[QUOTE];
    case '-':
      next(lexer);
      return lexer->lookahead == '>' ? valid[ARROW] : valid[NUMBER] && is_digit(lexer->lookahead);
    case '<':
      return valid[BOTH_WAYS] || condition;
    case '>':
    case '=':
    case '!':
      return condition;
    case ':':
      next(lexer);
      if (lexer->lookahead == '/') return false;
      return valid[COLON] || (valid[REFERENCE_COLON] && !blanks);
    case '.':
      return valid[DOT] && !blanks;
    case '%':
      return valid[UNIT] && !blanks;
    case '(':
      return valid[PARENTHESIS];
    case '[':
      return valid[BRACKET];
    case '*':
      return valid[STAR];
    default:
      return false;
  }
}

void *tree_sitter_trustline_external_scanner_create(void) { return NULL; }

void tree_sitter_trustline_external_scanner_destroy(void *payload) { (void)payload; }

unsigned tree_sitter_trustline_external_scanner_serialize(void *payload, char *buffer) {
  (void)payload;
  (void)buffer;
  return 0;
}

void tree_sitter_trustline_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  (void)payload;
  (void)buffer;
  (void)length;
}

bool tree_sitter_trustline_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  (void)payload;
  bool recovering = valid[RECOVERING];

  // In a text, blanks are part of it.
  if (valid[OPEN_TEXT] && !recovering) {
    lexer->mark_end(lexer);
    lexer->result_symbol = OPEN_TEXT;
    bool line_ends = lexer->lookahead == '\n' || lexer->eof(lexer);
    if (valid[CLOSES] && closes(lexer)) return true;
    lexer->result_symbol = OPEN_TEXT;
    return line_ends;
  }

  bool blanks = false;
  while (is_blank(lexer->lookahead)) {
    lexer->advance(lexer, true);
    blanks = true;
  }
  int32_t c = lexer->lookahead;

  if (c == '\n') {
    bool any = valid[LINE_END] || valid[CONDITION_END] || valid[INCOMPLETE] || valid[OPEN_LIST];
    return any && line_end(lexer, valid, recovering);
  }
  if (c == '/') {
    lexer->mark_end(lexer);
    next(lexer);
    bool comment = lexer->lookahead == '/' || lexer->lookahead == '*';
    return valid[JUNK] && !recovering && !comment && junk(lexer, false);
  }
  if (recovering) return false;

  if (lexer->eof(lexer) || c == '}') {
    lexer->mark_end(lexer);
    if (valid[OPEN_LIST]) {
      lexer->result_symbol = OPEN_LIST;
      return true;
    }
    if (valid[INCOMPLETE] && !(valid[OPEN_BLOCK] && valid[NAME])) {
      lexer->result_symbol = INCOMPLETE;
      return true;
    }
    lexer->result_symbol = OPEN_BLOCK;
    return valid[OPEN_BLOCK] && lexer->eof(lexer);
  }
  if (c == ',' || c == ';' || c == '{') {
    lexer->mark_end(lexer);
    if (valid[INCOMPLETE] && !(c == '{' && valid[BRACE])) {
      lexer->result_symbol = INCOMPLETE;
      return true;
    }
    if (c != ',' || !valid[PARENT_COMMA]) return false;
    next(lexer);
    lexer->mark_end(lexer);
    lexer->result_symbol = PARENT_COMMA;
    return !is_key(lexer);
  }
  if (!valid[JUNK] || c == ']' || c == ')') return false;
  lexer->mark_end(lexer);
  if (fits(lexer, valid, blanks)) return false;
  return junk(lexer, c == ':');
}
