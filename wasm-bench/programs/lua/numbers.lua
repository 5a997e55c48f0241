-- Floating point and integers in loops.
local function mandelbrot(size)
  local inside = 0
  for y = 0, size - 1 do
    local ci = 2.0 * y / size - 1.0
    for x = 0, size - 1 do
      local cr, zr, zi, i = 2.0 * x / size - 1.5, 0.0, 0.0, 0
      while i < 50 and zr * zr + zi * zi < 4.0 do
        zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
        i = i + 1
      end
      if i == 50 then inside = inside + 1 end
    end
  end
  return inside
end

local function spectral(n)
  local function a(i, j) local ij = i + j return 1.0 / (ij * (ij + 1) // 2 + i + 1) end
  local function multiply(x, y, transposed)
    for i = 0, n - 1 do
      local sum = 0.0
      for j = 0, n - 1 do sum = sum + (transposed and a(j, i) or a(i, j)) * x[j] end
      y[i] = sum
    end
  end
  local u, v, w = {}, {}, {}
  for i = 0, n - 1 do u[i] = 1.0 end
  for _ = 1, 3 do
    multiply(u, w, false) multiply(w, v, true)
    multiply(v, w, false) multiply(w, u, true)
  end
  local vbv, vv = 0.0, 0.0
  for i = 0, n - 1 do vbv, vv = vbv + u[i] * v[i], vv + v[i] * v[i] end
  return math.sqrt(vbv / vv)
end

local function collatz(limit)
  local longest, best = 0, 0
  for start = 1, limit do
    local n, length = start, 1
    while n ~= 1 do
      if n & 1 == 0 then n = n >> 1 else n = 3 * n + 1 end
      length = length + 1
    end
    if length > best then longest, best = start, length end
  end
  return longest
end

return string.format("%d %.9f %d", mandelbrot(64), spectral(40), collatz(3000))
