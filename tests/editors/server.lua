-- Neovim with the language server that the plugin starts: what is wrong, completion in broken text, a rename.
local wrong = {}
local function equal(got, wanted, what)
  if got ~= wanted then table.insert(wrong, what .. ': ' .. vim.inspect(got) .. ', not ' .. vim.inspect(wanted)) end
end
local function ask(method, parameters)
  parameters.textDocument = vim.lsp.util.make_text_document_params()
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, parameters, 10000) or {}) do
    if answer.error then table.insert(wrong, method .. ': ' .. answer.error.message) end
    return answer.result
  end
end

local function session()
  vim.cmd('filetype plugin on')
  vim.cmd('edit ' .. vim.env.TM_MODEL)
  equal(vim.bo.filetype, 'trustline', 'the file type')
  vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end)
  local said = vim.diagnostic.get(0)
  equal(#said, 1, 'diagnostics')
  if said[1] then
    equal(said[1].lnum, 3, 'the line of the typo')
    equal(said[1].message:match('Did you mean `(.-)`') , 'web_app', 'the nearest word')
  end

  -- The typo is mended, and a flow is begun.
  vim.api.nvim_buf_set_lines(0, 3, 4, false, { '  web_app desk "Desk"', '  visitor -> ' })
  local found = ask('textDocument/completion', { position = { line = 4, character = 13 } }) or {}
  local names = {}
  for _, item in ipairs(found.items or found) do names[item.label] = true end
  equal(names.desk, true, 'desk is offered behind the arrow')
  vim.api.nvim_buf_set_lines(0, 4, 5, false, {})
  vim.wait(10000, function() return #vim.diagnostic.get(0) == 0 end)
  equal(#vim.diagnostic.get(0), 0, 'diagnostics of the mended text')

  local edit = ask('textDocument/rename', { position = { line = 3, character = 11 }, newName = 'help_desk' })
  if edit then vim.lsp.util.apply_workspace_edit(edit, 'utf-16') end
  equal(vim.api.nvim_buf_get_lines(0, 3, 4, false)[1], '  web_app help_desk "Desk"', 'the declaration')
  equal(vim.api.nvim_buf_get_lines(0, 5, 6, false)[1], 'visitor -> help_desk { sends: [question] }', 'the flow')

  -- The live page is begun in the server, and its address told.
  local told
  vim.notify = function(message) told = message end
  vim.cmd('TrustlinePreview')
  vim.wait(10000, function() return told ~= nil end)
  equal((told or ''):match('^http://127%.0%.0%.1:%d+/%x+/$') ~= nil, true, 'the address of the page: ' .. tostring(told))

  vim.fn.writefile(wrong, vim.env.TM_OUT .. '/wrong')
  vim.cmd('qa!')
end

-- As soon as Neovim is up, from when on it starts servers.
vim.api.nvim_create_autocmd('VimEnter', { nested = true, callback = session })
