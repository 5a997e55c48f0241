-- Methods through metatables, and garbage.
local Point = {}
Point.__index = Point
function Point.new(x, y) return setmetatable({ x = x, y = y }, Point) end
function Point.__add(a, b) return Point.new(a.x + b.x, a.y + b.y) end
function Point:dot(other) return self.x * other.x + self.y * other.y end

local Shape = {}
Shape.__index = Shape
function Shape:area() return 0 end
local Square = setmetatable({}, { __index = Shape })
Square.__index = Square
function Square:area() return self.side * self.side end
local Circle = setmetatable({}, { __index = Shape })
Circle.__index = Circle
function Circle:area() return 3 * self.radius * self.radius end

local sum = Point.new(0, 0)
for i = 1, 20000 do sum = sum + Point.new(i % 7, i % 11) end
local area = 0
for i = 1, 20000 do
  local shape = i % 3 == 0 and setmetatable({ side = i % 10 }, Square)
    or i % 3 == 1 and setmetatable({ radius = i % 5 }, Circle) or setmetatable({}, Shape)
  area = area + shape:area()
end

local function tree(depth)
  if depth == 0 then return {} end
  return { tree(depth - 1), tree(depth - 1) }
end
local function count(node) return node[1] and 1 + count(node[1]) + count(node[2]) or 1 end
return table.concat({ sum.x, sum.y, sum:dot(sum), area, count(tree(12)) }, " ")
