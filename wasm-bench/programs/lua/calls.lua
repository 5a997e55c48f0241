-- Calls, recursion and closures.
local function fib(n)
  if n < 2 then return n end
  return fib(n - 1) + fib(n - 2)
end

local function tak(x, y, z)
  if y >= x then return z end
  return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))
end

local function counter()
  local count = 0
  return function(step)
    count = count + step
    return count
  end
end

local function queens(n)
  local solutions, rows, up, down = 0, {}, {}, {}
  local function place(column)
    if column > n then solutions = solutions + 1 return end
    for row = 1, n do
      if not rows[row] and not up[row + column] and not down[row - column + n] then
        rows[row], up[row + column], down[row - column + n] = true, true, true
        place(column + 1)
        rows[row], up[row + column], down[row - column + n] = nil, nil, nil
      end
    end
  end
  place(1)
  return solutions
end

local step, last = counter(), 0
for i = 1, 50000 do last = step(i % 3) end
return table.concat({ fib(22), tak(12, 8, 4), last, queens(7) }, " ")
