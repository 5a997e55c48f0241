-- Arrays, hashes, sorting.
local function sieve(limit)
  local composite, count = {}, 0
  for i = 2, limit do
    if not composite[i] then
      count = count + 1
      for j = i * i, limit, i do composite[j] = true end
    end
  end
  return count
end

local seed = 42
local function random(n)
  seed = (seed * 1103515245 + 12345) % 2147483648
  return seed % n
end

local numbers = {}
for i = 1, 6000 do numbers[i] = random(1000000) end
table.sort(numbers)
local byKey = {}
for i = 1, 4000 do byKey["key" .. random(700)] = i end
local sum, keys = 0, {}
for key, value in pairs(byKey) do keys[#keys + 1] = key sum = sum + value end
table.sort(keys, function(a, b) return a > b end)

local function heap()
  local items, size = {}, 0
  local function push(value)
    size = size + 1
    local i = size
    while i > 1 and items[i // 2] > value do items[i] = items[i // 2] i = i // 2 end
    items[i] = value
  end
  local function pop()
    local top, last = items[1], items[size]
    items[size] = nil
    size = size - 1
    local i = 1
    while 2 * i <= size do
      local child = 2 * i
      if child < size and items[child + 1] < items[child] then child = child + 1 end
      if last <= items[child] then break end
      items[i] = items[child]
      i = child
    end
    if size > 0 then items[i] = last end
    return top
  end
  for _ = 1, 3000 do push(random(100000)) end
  local mix = 0
  for _ = 1, 3000 do mix = (mix * 31 + pop()) % 1000003 end
  return mix
end

return table.concat({ sieve(20000), numbers[1], numbers[3000], sum, #keys, keys[1], heap() }, " ")
