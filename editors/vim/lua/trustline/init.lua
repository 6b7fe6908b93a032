-- The language server in Neovim, old and new.
--
-- From 0.11 on `vim.lsp.enable('trustline')` reads lsp/trustline.lua; before that, `attach` starts
-- the server for a buffer. Both do nothing where the program has no server yet.

local M = {}

-- Whether the program on the PATH has a language server; asked once.
local known

function M.has_server()
  if known == nil then
    known = false
    if vim.fn.executable('trustline') == 1 then
      local help = vim.fn.system({ 'trustline', '--help' })
      known = vim.v.shell_error == 0 and ('\n' .. help):find('\n  lsp%s') ~= nil
    end
  end
  return known
end

-- The folder of a model: where the repository is, else its own.
function M.root(file)
  local found = vim.fn.finddir('.git', vim.fn.fnamemodify(file, ':p:h') .. ';')
  if found ~= '' then
    return vim.fn.fnamemodify(found, ':p:h:h')
  end
  return vim.fn.fnamemodify(file, ':p:h')
end

-- What the server is told of this editor: it may ask for more to be offered behind what was chosen.
M.options = { suggest = true }

-- What items and lenses of the server call here.
M.commands = {
  ['editor.action.triggerSuggest'] = function()
    vim.schedule(function() M.offer() end)
  end,
  -- The threats of a part, of which one is chosen and told in full, from the text as it is, saved or not.
  ['trustline.showThreats'] = function(command)
    local file, ids = command.arguments[1], command.arguments[2]
    local buffer = vim.uri_to_bufnr(file)
    local call = { textDocument = { uri = file }, ids = ids }
    vim.lsp.buf_request(buffer, 'trustline/threats', call, function(problem, found)
      if problem then
        vim.notify(problem.message, vim.log.levels.ERROR)
      elseif not found or #found == 0 then
        vim.notify('These threats are gone; the text has changed since they were counted.')
      elseif #found == 1 then
        M.tell(found[1])
      else
        local title = function(threat) return threat.title end
        vim.ui.select(found, { prompt = 'Which threat?', format_item = title }, M.tell)
      end
    end)
  end,
}

-- A threat in a window of its own; none, if none was chosen.
function M.tell(threat)
  if not threat then
    return
  end
  vim.cmd('botright new')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(threat.about, '\n'))
  vim.bo.buftype, vim.bo.bufhidden, vim.bo.swapfile, vim.bo.modifiable = 'nofile', 'wipe', false, false
  vim.bo.filetype = 'markdown'
  pcall(vim.api.nvim_buf_set_name, 0, threat.id)
end

-- Offers what may stand at the cursor, by whatever completes here.
function M.offer()
  if vim.fn.mode():sub(1, 1) ~= 'i' or vim.fn.pumvisible() == 1 then
    return
  end
  local loaded, cmp = pcall(require, 'cmp')
  if loaded and cmp.complete then
    cmp.complete()
  elseif vim.lsp.completion and vim.lsp.completion.get then
    vim.lsp.completion.get()
  end
end

-- Within what is being filled in, Neovim forgets the places that are left when it writes a text with blanks, such as
-- a flow, which it does as one with places of its own. There it is written as the word that it is.
function M.within(item)
  local text = item.textEdit and item.textEdit.newText
  if item.insertTextFormat ~= 2 or not text or not vim.snippet.active() then
    return {}
  end
  -- What has its only place at its end, as `when: `, is such a word too.
  text = text:gsub('%$0$', '')
  local bare = text:gsub('\\[\\$}]', '')
  if bare:find('[$\n]') then
    return {}
  end
  item.insertTextFormat = 1
  return { word = (text:gsub('\\([\\$}])', '%1')) }
end

-- What was chosen is written with what closes it, as `from: [ ]`, and people type that all the same: then the cursor
-- goes over it, or on to the next place to fill in, as long as nothing but what was written so stands behind it.
function M.go_over(buffer)
  local put = {}
  local behind = function()
    local at = vim.api.nvim_win_get_cursor(0)
    return at[1], vim.api.nvim_get_current_line():sub(at[2] + 1), vim.api.nvim_get_current_line():sub(1, at[2])
  end
  local group = vim.api.nvim_create_augroup('trustline-over', { clear = false })
  vim.api.nvim_clear_autocmds({ group = group, buffer = buffer })
  vim.api.nvim_create_autocmd('CompleteDone', { group = group, buffer = buffer, callback = function()
    vim.schedule(function()
      if vim.api.nvim_get_current_buf() == buffer and vim.snippet.active() then
        put.row, put.text = behind()
      end
    end)
  end })
  vim.api.nvim_create_autocmd('InsertCharPre', { group = group, buffer = buffer, callback = function()
    local row, text, before = behind()
    local here = row == put.row and put.text:sub(-#text) == text
    -- Of what was written on several lines, the line at hand has but its own mark behind the cursor.
    local below = text:find('^["%]})]$') and vim.snippet.active()
    if text == '' or not (here or below) then
      return
    end
    local typed = vim.v.char
    local closes = typed:find('^[%]})"]$') and text:sub(1, 1) == typed and before:sub(-1) ~= '\\'
    local parts = typed == ' ' and text:find('^ [%]})]') and before:sub(-1) ~= ','
    if closes or parts then
      vim.v.char = ''
      -- Behind what closes alone there is no further place.
      local on = closes and not text:find('^[%]})" ]*$') and vim.snippet.active({ direction = 1 })
      -- A step to the right is undone with what is typed around it.
      local go = on and '<Cmd>lua vim.snippet.jump(1)<CR>' or '<C-g>U<Right>'
      vim.api.nvim_feedkeys(vim.keycode(go), 'ni', false)
    end
  end })
end

-- What Neovim shows of a server only when it is asked to: what stands at the ends of lines, and that what is
-- chosen of a completion is written with its places to fill in.
function M.show(client, buffer)
  if vim.lsp.completion and vim.lsp.completion.enable then
    local typed = vim.g.trustline_complete == true or vim.g.trustline_complete == 1
    local offers = vim.lsp.get_client_by_id(client).server_capabilities.completionProvider
    if typed and offers and not vim.tbl_contains(offers.triggerCharacters, 'a') then
      -- What is written in front of a word is what the server names; Neovim takes nothing else as typed. A blank
      -- follows these three: an answer to one that comes behind it would have the blank replaced with the word.
      local blank = { [':'] = true, [','] = true, ['>'] = true }
      local others = vim.tbl_filter(function(c) return not blank[c] end, offers.triggerCharacters)
      offers.triggerCharacters = vim.list_extend(others, vim.split('abcdefghijklmnopqrstuvwxyz', ''))
    end
    vim.lsp.completion.enable(true, client, buffer, { autotrigger = typed, convert = M.within })
    -- Who never chose how completions look gets a list even of one item, so that it can be chosen or left.
    -- That is asked once: what is set for one buffer counts as chosen from then on.
    if M.unchosen == nil then
      M.unchosen = not vim.api.nvim_get_option_info2('completeopt', {}).was_set and vim.go.completeopt
    end
    if M.unchosen == vim.go.completeopt then
      vim.bo[buffer].completeopt = 'menuone,noselect,popup'
    end
    M.go_over(buffer)
  end
  if vim.g.trustline_notes == false or vim.g.trustline_notes == 0 then
    return
  end
  if vim.lsp.inlay_hint and vim.lsp.inlay_hint.enable then
    vim.lsp.inlay_hint.enable(true, { bufnr = buffer })
  end
  local group = vim.api.nvim_create_augroup('trustline-notes', { clear = false })
  vim.api.nvim_clear_autocmds({ group = group, buffer = buffer })
  local lenses = function()
    vim.lsp.codelens.refresh({ bufnr = buffer })
  end
  lenses()
  vim.api.nvim_create_autocmd({ 'BufEnter', 'CursorHold', 'InsertLeave' }, { group = group, buffer = buffer, callback = lenses })
end

-- Whenever the server is attached to a buffer, whoever started it; behind what others do then, who go first.
local function listen()
  if M.listens or not vim.lsp.start then
    return
  end
  M.listens = true
  vim.api.nvim_create_autocmd('LspAttach', { callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if client and client.name == 'trustline' then
      vim.schedule(function()
        if vim.api.nvim_buf_is_valid(event.buf) and vim.lsp.get_client_by_id(client.id) then
          M.show(client.id, event.buf)
        end
      end)
    end
  end })
end

-- Starts the server for the buffer at hand, unless there is none or `vim.g.trustline_lsp` is false.
function M.attach()
  listen()
  if vim.g.trustline_lsp == false or vim.g.trustline_lsp == 0 or vim.bo.buftype ~= '' or not M.has_server() then
    return
  end
  if vim.lsp.enable then
    -- While Neovim starts, `enable` looks at none of the buffers that are there already.
    if vim.v.vim_did_enter == 1 then
      vim.lsp.enable('trustline')
    else
      vim.api.nvim_create_autocmd('VimEnter', { once = true, callback = function() vim.lsp.enable('trustline') end })
    end
    return
  end
  -- What newer ones set by themselves.
  if vim.bo.omnifunc == '' then
    vim.bo.omnifunc = 'v:lua.vim.lsp.omnifunc'
  end
  local root = M.root(vim.api.nvim_buf_get_name(0))
  local config = {
    name = 'trustline',
    cmd = { 'trustline', 'lsp' },
    root_dir = root,
    init_options = M.options,
    commands = M.commands,
  }
  if vim.lsp.start then
    vim.lsp.start(config)
    return
  end
  -- Before 0.8: one client for a folder, and no event when it is attached.
  config.on_attach = function(one, buffer)
    M.show(one.id, buffer)
  end
  M.clients = M.clients or {}
  local client = M.clients[root]
  if not client or not vim.lsp.get_client_by_id(client) then
    client = vim.lsp.start_client(config)
    M.clients[root] = client
  end
  if client then
    vim.lsp.buf_attach_client(0, client)
  end
end

-- Shows the report of the model in the browser, as it is typed; the page follows the cursor when it rests.
function M.preview()
  local buffer = vim.api.nvim_get_current_buf()
  if not M.client(buffer) then
    vim.notify('The language server shows the page, and it does not run here; is `trustline` on the PATH?', vim.log.levels.WARN)
    return
  end
  local here = function()
    return vim.lsp.util.make_position_params(0, M.encoding(buffer))
  end
  local at = here()
  local call = { command = 'trustline.showPreview', arguments = { at.textDocument.uri, at.position } }
  vim.lsp.buf_request(buffer, 'workspace/executeCommand', call, function(problem, shown)
    if problem then
      vim.notify(problem.message, vim.log.levels.ERROR)
    elseif shown then
      vim.notify(shown.uri)
    end
  end)
  local group = vim.api.nvim_create_augroup('trustline-preview', { clear = false })
  vim.api.nvim_clear_autocmds({ group = group, buffer = buffer })
  vim.api.nvim_create_autocmd({ 'CursorHold', 'CursorHoldI' }, { group = group, buffer = buffer, callback = function()
    vim.lsp.buf_notify(buffer, 'trustline/showInPreview', here())
  end })
end

-- The client of a buffer; none where no server runs.
function M.client(buffer)
  -- Before 0.8 all clients are given, whatever is asked for.
  for _, client in pairs((vim.lsp.get_clients or vim.lsp.get_active_clients)({ bufnr = buffer, name = 'trustline' })) do
    if client.name == 'trustline' then
      return client
    end
  end
end

-- In what the server counts columns.
function M.encoding(buffer)
  local client = M.client(buffer)
  return client and client.offset_encoding or 'utf-16'
end

return M
