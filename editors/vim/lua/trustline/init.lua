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

-- Starts the server for the buffer at hand, unless there is none or `vim.g.trustline_lsp` is false.
function M.attach()
  if vim.g.trustline_lsp == false or vim.bo.buftype ~= '' or not M.has_server() then
    return
  end
  if vim.lsp.enable then
    vim.lsp.enable('trustline')
    return
  end
  local root = M.root(vim.api.nvim_buf_get_name(0))
  if vim.lsp.start then
    vim.lsp.start({ name = 'trustline', cmd = { 'trustline', 'lsp' }, root_dir = root })
    return
  end
  -- Before 0.8: one client for a folder.
  M.clients = M.clients or {}
  local client = M.clients[root]
  if not client or not vim.lsp.get_client_by_id(client) then
    client = vim.lsp.start_client({ name = 'trustline', cmd = { 'trustline', 'lsp' }, root_dir = root })
    M.clients[root] = client
  end
  if client then
    vim.lsp.buf_attach_client(0, client)
  end
end

return M
