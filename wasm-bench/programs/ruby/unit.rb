# One unit of the program ruby: methods, blocks, structures, hashes, regular expressions,
# large numbers, exceptions, floating point, lazy enumerators.
def calls(n) = n < 2 ? n : calls(n - 1) + calls(n - 2)

def sieve(n)
  prime = Array.new(n + 1, true)
  (2..Math.sqrt(n)).each { |i| (i * i).step(n, i) { |j| prime[j] = false } if prime[i] }
  (2..n).count { |i| prime[i] }
end

Point = Struct.new(:x, :y) do
  def +(other) = Point.new(x + other.x, y + other.y)
end

def objects(n)
  sum = Point.new(0, 0)
  n.times { |i| sum = sum + Point.new(i, i % 7) }
  sum.x + sum.y
end

def words(n)
  counts = Hash.new(0)
  text = (0...n).map { |i| "w#{(i * 7919) % 331}" }.join(' ')
  text.scan(/\w+/) { |word| counts[word] += 1 }
  frequent = counts.sort_by { |word, count| [-count, word] }.first(10).map(&:first)
  [frequent.join, text.gsub(/w(\d)/, 'v\1').length, text.split.uniq.size].join('/')
end

def digits(n) = (1..n).inject(:*).to_s.length

def errors(n)
  (0...n).sum do |i|
    raise ArgumentError, 'third' if i % 3 == 0
    1
  rescue ArgumentError => error
    error.message.size
  end
end

def product(n)
  matrix = Array.new(n) { |i| Array.new(n) { |j| i * j + 0.5 } }
  (0...n).sum { |i| (0...n).sum { |j| (0...n).sum { |k| matrix[i][k] * matrix[k][j] } } }.to_i
end

def squares(n) = (1..).lazy.select(&:even?).map { |x| x * x }.reject { |x| x % 3 == 0 }.first(n).sum

def unit
  [calls(16), sieve(6000), objects(4000), words(1500), digits(200), errors(300), product(16), squares(300)].join('-')
end
