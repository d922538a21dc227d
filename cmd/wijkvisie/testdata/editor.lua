-- Drives the language server as an author would, and writes what came of it as JSON to the file
-- that RESULT names. The server is started by the lines of the README, which stand in SNIPPET.

local content, result = vim.env.CONTENT, {}

-- finish writes the result and leaves.
local function finish(problem)
  result.problem = problem
  local file = assert(io.open(vim.env.RESULT, "w"))
  file:write(vim.json.encode(result))
  file:close()
  vim.cmd("qall!")
end

-- await waits until something holds.
local function await(what, holds)
  if not vim.wait(20000, holds, 10) then
    error("no " .. what)
  end
end

local function line_of(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    local column = line:find(text, 1, true)
    if column then
      return number, column
    end
  end
  error("not in the file: " .. text)
end

local function go_to(text)
  local number, column = line_of(text)
  vim.api.nvim_win_set_cursor(0, { number, column + #text - 2 })
  return number
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000)
  for _, answer in pairs(answers or {}) do
    return assert(answer.result, vim.inspect(answer.error))
  end
  error("no answer to " .. method)
end

local function codes()
  local list = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    list[#list + 1] = (d.lnum + 1) .. ":" .. (d.col + 1) .. " " .. tostring(d.code or d.user_data.lsp.code)
  end
  return list
end

local function diagnostic(text)
  for _, d in ipairs(vim.diagnostic.get(0)) do
    if d.message:find(text, 1, true) then
      return d
    end
  end
end

local function run()
  dofile(vim.env.SNIPPET)
  vim.cmd("edit " .. content .. "/programmas/stadswerken-2011.md")

  -- What is wrong as one types, behind a character of two units in UTF-16.
  local number = go_to("titel: Langer groen")
  vim.cmd("normal! A 🚲")
  vim.api.nvim_buf_set_lines(0, number, number + 1, true, { "    behoeften: [west/schoolroute-over-vleutensweg]", "    dekking: {🚲: x}" })
  await("diagnostics", function() return diagnostic("bestaat niet") end)
  result.codes, result.message = codes(), diagnostic("bestaat niet").message

  -- Completion, in a list that is not closed.
  vim.api.nvim_buf_set_lines(0, number, number + 2, true, { "    behoeften: [overvecht/veilige-o" })
  vim.api.nvim_win_set_cursor(0, { number + 1, 0 })
  vim.cmd("startinsert!")
  vim.api.nvim_win_set_cursor(0, { number + 1, #vim.api.nvim_get_current_line() })
  local position = vim.lsp.util.make_position_params()
  position.position.character = #vim.api.nvim_get_current_line()
  local list = ask("textDocument/completion", position)
  for _, item in ipairs(list.items) do
    if item.label == "overvecht/veilige-oversteek-einsteindreef" then
      result.detail = item.detail
      vim.lsp.util.apply_text_edits({ item.textEdit }, vim.api.nvim_get_current_buf(), "utf-16")
    end
  end
  result.completed = vim.api.nvim_get_current_line()
  vim.cmd("stopinsert")

  -- Hover, in a window of its own.
  vim.api.nvim_buf_set_lines(0, number, number + 1, true, { "    behoeften: [overvecht/veilige-oversteek-einsteindreef]" })
  go_to("status: in-voorbereiding")
  vim.lsp.buf.hover()
  local function float()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= "" then
        return window
      end
    end
  end
  await("hover", float)
  result.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float()), 0, -1, true), "\n")
  vim.api.nvim_win_close(float(), true)

  -- An action on everything that has one safe fix.
  vim.api.nvim_buf_set_lines(0, number + 1, number + 1, true, { "    budget: 38.000" })
  vim.cmd("/^    budget: 38000/delete")
  await("a fix", function() return diagnostic("38.000") end)
  go_to("budget: 38.000")
  vim.ui.select = function(items, _, choose) choose(items[1], 1) end
  vim.lsp.buf.code_action({ only = { "source.fixAll" }, diagnostics = {}, context = { only = { "source.fixAll" } } })
  await("the fix", function() return vim.api.nvim_get_current_line():find("budget: 38000", 1, true) end)

  -- Formatting, which puts the keys in order.
  if vim.lsp.buf.format then
    vim.lsp.buf.format()
  else
    vim.lsp.buf.formatting_sync(nil, 20000)
  end
  result.formatted = vim.api.nvim_buf_get_lines(0, number - 1, number + 3, true)
  await("content without errors", function()
    return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) == 0
  end)

  -- Where a need is written.
  vim.cmd("write")
  go_to("overvecht/veilige-oversteek-einsteindreef")
  vim.lsp.buf.definition()
  await("definition", function() return vim.api.nvim_buf_get_name(0):find("wijkvisies", 1, true) end)
  result.file, result.line = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(0), ":t"), vim.api.nvim_get_current_line()
  finish()
end

local ok, problem = xpcall(run, debug.traceback)
if not ok then
  finish(problem)
end
