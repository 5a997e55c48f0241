-- Strings: patterns, formatting, building.
local words, seed = {}, 7
for i = 1, 3000 do
  seed = (seed * 1103515245 + 12345) % 2147483648
  words[i] = string.char(97 + seed % 26, 97 + seed // 7 % 26, 97 + seed // 11 % 26, 97 + seed // 29 % 26)
end
local text = table.concat(words, " ")
local counts, total = {}, 0
for word in text:gmatch("%a+") do counts[word] = (counts[word] or 0) + 1 end
for _, count in pairs(counts) do total = total + count * count end
local shout = text:gsub("[aeiou](%a)", function(c) return c:upper() end)
local found, at = 0, 1
while true do
  local from, to = text:find("a.-e", at)
  if not from then break end
  found, at = found + to - from, to + 1
end
local lines = {}
for i = 1, 1500 do lines[i] = string.format("%05d %-8s %6.2f %x", i, words[i], i / 7, i * 2654435761 % 4294967296) end
local joined = table.concat(lines, "\n")
local sum = 0
for i = 1, #joined do sum = (sum * 33 + joined:byte(i)) % 16777213 end
local reversed = joined:reverse():sub(1, 40):rep(3, "|")
return table.concat({ total, #shout, found, sum, #reversed, shout:sub(1, 20) }, " ")
