-- A model typed in Neovim as a person does: keys go to a second Neovim, whose completions are chosen, whose errors are
-- mended by actions. Says what is not as it should be, a line each, to $TM_OUT/wrong.
local wrong = {}
local function equal(got, wanted, what)
  if not vim.deep_equal(got, wanted) then table.insert(wrong, what .. ': ' .. vim.inspect(got) .. ', not ' .. vim.inspect(wanted)) end
end

local typist = vim.fn.jobstart({ vim.v.progpath, '--embed', '--headless', '-u', 'NONE', '-i', 'NONE', '-n' }, { rpc = true })
local function lua(code, ...) return vim.rpcrequest(typist, 'nvim_exec_lua', code, { ... }) end
local function keys(text) vim.rpcrequest(typist, 'nvim_input', text) end
-- Waits until an expression of Lua holds over there, in which `it` is what is given.
local function wait(what, code, ...)
  local given = { ... }
  local held = vim.wait(15000, function() return lua('local it = ... return ' .. code, unpack(given)) end, 20)
  if not held then
    local seen = lua('return { vim.fn.mode(), vim.fn.complete_info({ "items" }), vim.api.nvim_buf_get_lines(0, 0, -1, false) }')
    local words = vim.tbl_map(function(i) return i.word end, seen[2].items or {})
    table.insert(wrong, what .. ': waited in vain in mode ' .. seen[1] .. '; offered are ' .. table.concat(words, ', ') .. '; the text is\n' .. table.concat(seen[3], '\n'))
    vim.fn.writefile(vim.split(table.concat(wrong, '\n'), '\n'), vim.env.TM_OUT .. '/wrong')
    vim.cmd('cquit')
  end
end
local function written(line, text)
  wait('line ' .. line .. ' should be ' .. text, 'vim.fn.getline(it) == ' .. vim.inspect(text), line)
end
-- Asks for completions and takes the one of a word, as it stands in the list.
local function choose(word)
  keys('<C-x><C-o>')
  wait(word .. ' is offered', 'vim.fn.pumvisible() == 1 and #vim.tbl_filter(function(i) return i.word == it end, vim.fn.complete_info({ "items" }).items) > 0', word)
  local place = lua('local it = ... for n, i in ipairs(vim.fn.complete_info({ "items" }).items) do if i.word == it then return n end end', word)
  keys(string.rep('<C-n>', place) .. '<C-y>')
  -- What follows may be offered at once.
  wait('the list is gone', 'vim.fn.pumvisible() == 0 and vim.fn.mode() ~= "ic" or vim.fn.pumvisible() == 1 and #vim.tbl_filter(function(i) return i.word == it end, vim.fn.complete_info({ "items" }).items) == 0', word)
end

lua('vim.opt.runtimepath:prepend(...)', vim.env.TM_PLUGIN)
-- Of actions the one is taken whose title begins so.
lua([[vim.ui.select = function(items, options, chosen)
  for _, item in ipairs(items) do
    local title = (options.format_item or tostring)(item)
    if vim.startswith(title, _G.wanted or '') then return chosen(item) end
  end
  _G.refused = vim.tbl_map(options.format_item or tostring, items)
end]])
lua([[vim.cmd('filetype plugin indent on') vim.cmd.edit(...)]], vim.env.TM_MODEL)
wait('the server is there', '#vim.lsp.get_clients({ bufnr = 0 }) == 1 and vim.lsp.get_clients({ bufnr = 0 })[1].initialized')
wait('the plugin has set Neovim up', 'vim.bo.completeopt ~= "" and vim.lsp.inlay_hint.is_enabled({ bufnr = 0 })')

-- Snippets are filled in; what is typed narrows what is offered; what may follow is offered by itself.
keys('imo')
choose('model')
written(1, 'model "title" {')
wait('the title is to be filled in', 'vim.fn.mode() == "s"')
keys('Desk<Tab>cat')
choose('catalog')
wait('editions are offered', 'vim.fn.pumvisible() == 1')
keys('<C-n><C-y>')
written(2, '  catalog: 2026.1')
keys('<Esc>Goprom')
choose('prompts')
written(4, 'prompts name "Prompts"')
wait('the name is to be filled in', 'vim.fn.mode() == "s"')
keys('question<Tab>')
wait('so is the label', 'vim.fn.mode() == "s"')
keys('Question<Tab><CR>anonymous_user visitor "Visitor"<CR>boundary cloud "Cloud" {<CR>trust: internal<CR>web_ap desk "Desk"<CR>}<CR>vis')
written(8, '  web_ap desk "Desk"')
choose('visitor')
written(10, 'visitor -> ')
wait('ends are offered', 'vim.fn.pumvisible() == 1')
keys('de')
wait('the list narrows', '#vim.tbl_filter(function(i) return i.word == "desk" end, vim.fn.complete_info({ "items" }).items) == 1')
keys('<C-n><C-y> { se')
choose('sends')
keys('que')
choose('question')
-- What a snippet has closed is closed by hand all the same.
keys('] }<CR>contro')
written(10, 'visitor -> desk { sends: [question] }')
choose('control')
for _, word in ipairs({ 'limits<Tab>', 'rate_limit<Tab>', 'Limits"' }) do
  wait('there is a place to fill in', 'vim.fn.mode() == "s"')
  keys(word)
end
wait('the place behind the label is reached', 'vim.fn.getline(11):sub(vim.fn.col(".")) == "] }"')
keys('de')
choose('desk')
keys('], owner: "Ana" }<CR>// \\"]')
written(11, 'control limits: rate_limit "Limits" { on: [desk], owner: "Ana" }')
written(12, '// \\"]')
-- A flow that is chosen leaves the places behind it to be filled in.
keys('<Esc>:11,$d<CR>oreq')
choose('require')
wait('there is a place to fill in', 'vim.fn.mode() == "s"')
keys('tls<Tab>')
wait('so is what it is on', 'vim.fn.mode() == "s"')
keys('vis')
choose('visitor -> desk')
keys('<Tab>')
wait('so is why', 'vim.fn.getline(11):sub(vim.fn.col(".")) == "\\" }"')
keys('Policy 7."<Esc>')
written(11, 'require tls on visitor -> desk { because: "Policy 7." }')
keys(':11,$d<CR>')
wait('the control is gone', 'vim.fn.line("$") == 10')

-- The slip is mended by an action.
wait('the slip is seen', '#vim.diagnostic.get(0, { severity = 1 }) == 1')
lua('_G.wanted = "Write `web_app`"')
keys('/web_ap <CR>gra')
written(8, '  web_app desk "Desk"')
wait('no error is left', '#vim.diagnostic.get(0, { severity = 1 }) == 0')

-- A word that is changed keeps what stands behind it.
keys('ciwgate')
choose('gateway')
keys('<Esc>')
written(8, '  gateway desk "Desk"')
keys('u')

-- A name is changed everywhere, and what a flow crosses and what is open stands at the ends of lines.
keys('/desk<CR>')
lua('vim.lsp.buf.rename("bench")')
written(10, 'visitor -> bench { sends: [question] }')
wait('a hint is shown', '(function() for _, h in ipairs(vim.lsp.inlay_hint.get({ bufnr = 0 })) do if h.inlay_hint.position.line == 9 then return tostring(vim.inspect(h.inlay_hint.label)):find("visitor→cloud") ~= nil end end end)()')
lua('vim.cmd("doautocmd CursorHold")')
wait('a lens of the new name is shown', 'vim.inspect(vim.lsp.codelens.get(0)):find("bench") ~= nil')
-- What is behind a lens is of the text as it is, which nobody has saved.
lua('_G.wanted = "" vim.fn.cursor(1, 1) vim.lsp.codelens.run()')
wait('a threat is told', 'vim.bo.filetype == "markdown" and vim.fn.search("Why it arises", "n") > 0')
equal(lua('return vim.fn.filereadable(...)', vim.env.TM_MODEL), 0, 'the model on disk')

-- Who asks for it is offered what fits while a word is typed. Of what a blank follows nothing is asked: what came
-- late would take the place of the blank as well.
lua('vim.g.trustline_complete = true vim.cmd.edit(...)', vim.fs.dirname(vim.env.TM_MODEL) .. '/second.tm')
local triggers = 'vim.lsp.get_clients({ bufnr = 0 })[1].server_capabilities.completionProvider.triggerCharacters'
wait('letters are asked for', '#vim.lsp.get_clients({ bufnr = 0 }) == 1 and vim.tbl_contains(' .. triggers .. ', "a")')
equal(lua('return vim.tbl_filter(function(c) return (",:>"):find(c, 1, true) end, ' .. triggers .. ')'), {}, 'what is asked behind')
keys('imod')
wait('the list is there', 'vim.fn.pumvisible() == 1 and vim.tbl_contains(vim.tbl_map(function(i) return i.word end, vim.fn.complete_info({ "items" }).items), "model_provider")')

vim.fn.writefile(wrong, vim.env.TM_OUT .. '/wrong')
vim.fn.jobstop(typist)
vim.cmd('qa!')
