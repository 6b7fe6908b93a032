;;; Emacs with the language server by Eglot: what is wrong, completion in broken text, a rename.  -*- lexical-binding: t -*-
;;; Says what is not as it should be, a line each, to the file $TM_OUT.

(package-initialize)
(defvar wrong nil)
(defun is (what got wanted)
  (unless (equal got wanted)
    (push (format "%s: %S, not %S" what got wanted) wrong)))
(defun wait-for (what holds)
  "Let messages arrive until HOLDS gives something, which is returned; WHAT is waited for."
  (let ((end (+ (float-time) 20)) got)
    (while (and (not (setq got (funcall holds))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (unless got (push (format "%s: waited in vain; told are %S of\n%s" what (flaws) (buffer-string)) wrong))
    got))
(defun line (n)
  (save-excursion (goto-char (point-min)) (forward-line (1- n))
                  (buffer-substring-no-properties (point) (line-end-position))))
(defun flaws ()
  "What Flymake shows, as lines with texts."
  (mapcar (lambda (d) (cons (line-number-at-pos (flymake-diagnostic-beg d)) (flymake-diagnostic-text d)))
          (flymake-diagnostics)))

(condition-case problem
    (progn
      (add-to-list 'load-path (getenv "TM_EMACS"))
      (require 'trustline-mode)
      (add-hook 'trustline-mode-hook #'eglot-ensure)
      (setq eglot-sync-connect 20 eglot-confirm-server-initiated-edits nil)
      (find-file (getenv "TM_MODEL"))
      ;; Without a display nothing comes round to what `eglot-ensure' leaves for the next command.
      (run-hooks 'post-command-hook)
      (is "a server" (and (wait-for "the server" #'eglot-current-server) t) t)
      (wait-for "diagnostics" #'flaws)
      (is "the line of the typo" (mapcar #'car (flaws)) '(4))
      (is "the nearest word" (and (string-match "Did you mean `\\(.*?\\)`" (cdar (flaws)))
                                  (match-string 1 (cdar (flaws)))) "web_app")

      ;; The typo is mended, and a flow is begun.
      (goto-char (point-min))
      (search-forward "web_ap ")
      (replace-match "web_app ")
      (end-of-line)
      (insert "\n  visitor -> ")
      (let* ((capf (run-hook-with-args-until-success 'completion-at-point-functions))
             (names (all-completions "" (nth 2 capf))))
        (is "desk is offered behind the arrow" (and (seq-find (lambda (n) (string-prefix-p "desk" (string-trim n))) names) t) t))
      (delete-region (line-beginning-position) (1+ (line-end-position)))
      ;; Here nobody is ever idle, which is when Eglot tells what was typed.
      (eglot--signal-textDocument/didChange)
      ;; Nor does Flymake ask again by itself for what the server has said last.
      (wait-for "no diagnostics" (lambda () (flymake-start) (null (flaws))))

      (goto-char (point-min))
      (search-forward "web_app d")
      (eglot-rename "help_desk")
      (is "the declaration" (line 4) "  web_app help_desk \"Desk\"")
      (is "the flow" (line 6) "visitor -> help_desk { sends: [question] }")
      (set-buffer-modified-p nil)
      (eglot-shutdown (eglot-current-server)))
  (error (push (format "%S" problem) wrong)))

(with-temp-file (getenv "TM_OUT")
  (dolist (line (reverse wrong)) (insert line "\n")))
