;;; trustline-mode.el --- Threat models of AI systems as text -*- lexical-binding: t -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: languages, tools
;; SPDX-License-Identifier: MIT OR Apache-2.0

;;; Commentary:

;; A major mode for Trustline models (.tm): colours, comments, indentation, an index of what is
;; declared, `compile' with places, and the language server by Eglot where the program has one.
;;
;;   (add-to-list 'load-path "/path/to/editors/emacs")
;;   (require 'trustline-mode)
;;   (add-hook 'trustline-mode-hook #'eglot-ensure)   ; if `trustline --help' lists lsp

;;; Code:

(require 'compile)

(defgroup trustline nil
  "Trustline models."
  :group 'languages)

(defcustom trustline-indent-offset 2
  "How far the inside of a block is indented."
  :type 'integer
  :safe #'integerp)

(defcustom trustline-program "trustline"
  "The program."
  :type 'string)

(defconst trustline--name "[A-Za-z_][A-Za-z0-9_]*\\(?:-[A-Za-z0-9_]+\\)*")
(defconst trustline--path (concat trustline--name "\\(?:\\." trustline--name "\\)*"))
(defconst trustline--start "\\(?:^\\|[{};,]\\)[ \t]*"
  "Where a statement begins.")

;; A test compares these with the program.
(defconst trustline-statement-words
  '("boundary" "kind" "property" "control" "threat" "off" "attacker" "view"))

(defconst trustline--condition-words
  '("and" "or" "not" "is" "in" "crosses" "up" "down" "level" "tainted" "by" "exposes" "to" "from"
    "sends" "writes" "returns" "moves" "stores" "holds" "receives" "gives" "reaches" "feeds" "fed_by"
    "another"))

(defvar trustline-font-lock-keywords
  (let ((start trustline--start) (path (concat "\\(" trustline--path "\\)")))
    `(;; A word is told by the shape of its statement, so that kinds need no list.
      (,(concat start path "[ \t]*\\(:\\)\\(?:[ \t\r]\\|$\\)") (1 font-lock-variable-name-face))
      (,(concat start path "[ \t]*\"") (1 font-lock-keyword-face))
      (,(concat start path "[ \t]+[0-9]\\{4\\}-[0-9][0-9]-") (1 font-lock-keyword-face))
      (,(concat start path "[ \t]+" path "[ \t]+\\(on\\)\\_>")
       (1 font-lock-keyword-face) (2 font-lock-function-name-face) (3 font-lock-keyword-face))
      (,(concat start (regexp-opt trustline-statement-words t) "[ \t]+" path)
       (1 font-lock-keyword-face) (2 font-lock-function-name-face))
      (,(concat start path "[ \t]+" path) (1 font-lock-type-face))
      ;; The value of `when', and lines that go on with it.
      (,(concat "\\(?:" start "\\(when\\)[ \t]*:\\|^[ \t]*\\(?:and\\|or\\)\\_>\\)")
       (1 font-lock-keyword-face t t)
       (,(concat "\\_<" (regexp-opt trustline--condition-words t) "\\_>")
        (progn (goto-char (match-beginning 0)) nil) nil (1 font-lock-keyword-face t)))
      ;; Words within a line.
      ("\\_<\\(as\\|any\\|on\\)\\_>[ \t]+[A-Za-z_*]" (1 font-lock-keyword-face))
      ("\\_<\\(every\\)\\_>[ \t]+[0-9]" (1 font-lock-keyword-face))
      (,(concat "\\_<" path "\\(:\\)[A-Za-z0-9_.\"]") (1 font-lock-constant-face))
      (":[ \t]*\\(true\\|false\\)\\_>" (1 font-lock-constant-face))
      ("<?->" . font-lock-builtin-face)))
  "Colours of Trustline models.")

(defvar trustline-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?/ ". 124b" table)
    (modify-syntax-entry ?* ". 23" table)
    (modify-syntax-entry ?\n "> b" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?\\ "\\" table)
    (modify-syntax-entry ?_ "_" table)
    (modify-syntax-entry ?- "_" table)
    (modify-syntax-entry ?. "_" table)
    (modify-syntax-entry ?{ "(}" table)
    (modify-syntax-entry ?} "){" table)
    (modify-syntax-entry ?< "." table)
    (modify-syntax-entry ?> "." table)
    table))

(defun trustline--syntax-propertize (start end)
  "Give three quotes between START and END the syntax of a fence."
  (goto-char start)
  (while (re-search-forward "\"\"\"" end t)
    (let* ((from (match-beginning 0))
           (state (save-excursion (syntax-ppss from))))
      (cond
       ;; The end of a long text: its last quote ends the generic string.
       ((eq (nth 3 state) t)
        (put-text-property (+ from 2) (+ from 3) 'syntax-table (string-to-syntax "|")))
       ;; The beginning.
       ((not (nth 8 state))
        (put-text-property from (1+ from) 'syntax-table (string-to-syntax "|"))
        (put-text-property (1+ from) (+ from 3) 'syntax-table (string-to-syntax ".")))))))

(defun trustline--goes-on-p ()
  "Whether the line at point goes on with the `when' above."
  (save-excursion
    (back-to-indentation)
    (looking-at-p "\\(?:and\\|or\\)\\_>[ \t]*[^:]")))

(defun trustline-indent-line ()
  "Indent by brackets, and one step for lines that go on with a `when'."
  (interactive)
  (let* ((state (save-excursion (syntax-ppss (line-beginning-position))))
         (in-text (nth 3 state)) (in-comment (nth 4 state)))
    (cond
     ((and in-text (save-excursion (back-to-indentation) (looking-at-p "\"\"\"")))
      (trustline--indent-to (save-excursion (goto-char (nth 8 state)) (current-indentation))))
     ((or in-text in-comment) 'noindent)
     (t
      (let ((depth (save-excursion
                     (back-to-indentation)
                     (let ((n (car state)))
                       (while (looking-at-p "[]})]") (setq n (1- n)) (forward-char))
                       n))))
        (when (and (trustline--goes-on-p) (zerop (trustline--parens state)))
          (setq depth (1+ depth)))
        (trustline--indent-to (* trustline-indent-offset (max depth 0))))))))

(defun trustline--parens (state)
  "How many parentheses are open in STATE: in them a condition is indented already."
  (let ((n 0))
    (dolist (at (nth 9 state) n)
      (when (eq (char-after at) ?\() (setq n (1+ n))))))

(defun trustline--indent-to (column)
  "Indent the line to COLUMN, and keep point in its text."
  (if (<= (current-column) (current-indentation))
      (indent-line-to column)
    (save-excursion (indent-line-to column))))

(defvar trustline-imenu-generic-expression
  (let ((path (concat "\\(" trustline--path "\\)")))
    `(("Boundaries" ,(concat "^[ \t]*boundary[ \t]+" path) 1)
      ("Kinds" ,(concat "^[ \t]*kind[ \t]+" path) 1)
      ("Threats" ,(concat "^[ \t]*threat[ \t]+" path) 1)
      ("Controls" ,(concat "^[ \t]*control[ \t]+" path) 1)
      ("Views" ,(concat "^[ \t]*view[ \t]+" path) 1)
      (nil ,(concat "^[ \t]*" trustline--path "[ \t]+" path "\\(?:[ \t]+[\"{]\\|[ \t]*$\\)") 1))))

;;;###autoload
(define-derived-mode trustline-mode prog-mode "Trustline"
  "A mode for threat models of AI systems, as Trustline reads them."
  (setq-local comment-start "// ")
  (setq-local comment-start-skip "\\(?://+\\|/\\*+\\)[ \t]*")
  (setq-local comment-end "")
  (setq-local indent-tabs-mode nil)
  (setq-local indent-line-function #'trustline-indent-line)
  (setq-local electric-indent-chars (append "})]" electric-indent-chars))
  (setq-local syntax-propertize-function #'trustline--syntax-propertize)
  (setq-local imenu-generic-expression trustline-imenu-generic-expression)
  (setq-local font-lock-defaults '(trustline-font-lock-keywords))
  ;; The buffer of `compile' is a terminal for programs, and shows the marks of colours as they are.
  (setq-local compilation-environment (cons "NO_COLOR=1" compilation-environment))
  (when buffer-file-name
    (setq-local compile-command
                (concat trustline-program " check -- "
                        (shell-quote-argument (file-name-nondirectory buffer-file-name))))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.tm\\'" . trustline-mode))

;; `M-x compile' checks the model and knows the places.
(add-to-list 'compilation-error-regexp-alist-alist
             '(trustline "^[ ]*--> \\(.+\\):\\([0-9]+\\):\\([0-9]+\\)$" 1 2 3))
(add-to-list 'compilation-error-regexp-alist 'trustline)

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '(trustline-mode . (lambda (&rest _) (list trustline-program "lsp")))))

(provide 'trustline-mode)
;;; trustline-mode.el ends here
