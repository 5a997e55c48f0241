// C++ with its standard library: maps, streams, virtual calls, heaps, variants, closures, sets. `run-NAME` does one of these alone.
extern "C" {
#include "program.h"
}

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <numeric>
#include <queue>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

extern "C" {
const char *const program_name = "cxx";
const int32_t program_units = 20;
}

static char text[40001];

void program_prepare(void) {
	write_text(text, sizeof text - 1, 8);
}

static uint32_t words() {
	std::map<std::string, int> sorted;
	std::unordered_map<std::string, int> hashed;
	std::istringstream in(text);
	for (std::string word; in >> word;) {
		sorted[word]++;
		hashed[word] += 2;
	}
	uint32_t sum = 0;
	std::ostringstream out;
	for (const auto &[word, count] : sorted) {
		sum = sum * 31 + count * word.size() + hashed[word];
		out << word << '=' << count << ';';
	}
	std::string list = out.str();
	return checksum(sum, list.data(), list.size());
}

namespace {

struct Shape {
	virtual ~Shape() = default;
	virtual double area() const = 0;
};

struct Circle : Shape {
	double radius;
	explicit Circle(double radius) : radius(radius) {}
	double area() const override { return 3.14159 * radius * radius; }
};

struct Rectangle : Shape {
	double width, height;
	Rectangle(double width, double height) : width(width), height(height) {}
	double area() const override { return width * height; }
};

struct Triangle : Shape {
	double base, height;
	Triangle(double base, double height) : base(base), height(height) {}
	double area() const override { return base * height / 2; }
};

}

static std::unique_ptr<Shape> shape(int kind, double size) {
	switch (kind) {
		case 0: return std::make_unique<Circle>(size);
		case 1: return std::make_unique<Rectangle>(size, 2);
		default: return std::make_unique<Triangle>(size, 3);
	}
}

static uint32_t shapes() {
	std::vector<std::unique_ptr<Shape>> all;
	uint32_t state = 5;
	for (int i = 0; i < 4000; i++) {
		all.push_back(shape(i % 3, next_random(&state) % 100));
	}
	std::sort(all.begin(), all.end(), [](const auto &one, const auto &other) { return one->area() < other->area(); });
	return std::accumulate(all.begin(), all.end(), 0.0, [](double sum, const auto &each) { return sum + each->area(); });
}

static uint32_t paths() {
	const uint32_t nodes = 1500;
	std::vector<std::vector<std::pair<uint32_t, int>>> edges(nodes);
	uint32_t state = 77;
	for (uint32_t i = 0; i < nodes * 5; i++) {
		uint32_t from = next_random(&state) % nodes, to = next_random(&state) % nodes;
		edges[from].emplace_back(to, next_random(&state) % 100);
	}
	std::vector<int> distances(nodes, 1 << 30);
	std::priority_queue<std::pair<int, uint32_t>, std::vector<std::pair<int, uint32_t>>, std::greater<>> next;
	distances[0] = 0;
	next.emplace(0, 0);
	while (!next.empty()) {
		auto [distance, node] = next.top();
		next.pop();
		if (distance > distances[node]) {
			continue;
		}
		for (const auto &[to, length] : edges[node]) {
			if (distance + length < distances[to]) {
				distances[to] = distance + length;
				next.emplace(distances[to], to);
			}
		}
	}
	return std::accumulate(distances.begin(), distances.end(), 0u, [](uint32_t sum, int each) { return sum * 31 + each; });
}

static uint32_t variants() {
	std::vector<std::variant<int, double, std::string>> values;
	for (int i = 0; i < 3000; i++) {
		switch (i % 3) {
			case 0: values.emplace_back(i); break;
			case 1: values.emplace_back(i / 2.0); break;
			default: values.emplace_back("v" + std::to_string(i)); break;
		}
	}
	struct {
		uint32_t operator()(int number) const { return number; }
		uint32_t operator()(double number) const { return number * 4; }
		uint32_t operator()(const std::string &text) const { return text.size() * 7 + text.back(); }
	} weight;
	uint32_t sum = 0;
	for (const auto &value : values) {
		sum = sum * 31 + std::visit(weight, value);
	}
	std::vector<std::function<int(int)>> closures;
	for (int i = 0; i < 30; i++) {
		closures.emplace_back([i](int x) { return x * i + 1; });
	}
	for (int i = 0; i < 20000; i++) {
		sum += closures[i % 30](i);
	}
	return sum;
}

static uint32_t sets() {
	std::set<int> present;
	std::deque<int> recent;
	uint32_t state = 3, sum = 0;
	for (int i = 0; i < 12000; i++) {
		int number = next_random(&state) % 5000;
		present.insert(number);
		recent.push_back(number);
		if (recent.size() > 800) {
			present.erase(recent.front());
			recent.pop_front();
		}
		auto found = present.lower_bound(number / 2);
		sum = sum * 31 + (found == present.end() ? 0 : *found);
	}
	return sum;
}

uint32_t program_unit(void) {
	return words() ^ shapes() * 3 ^ paths() * 5 ^ variants() * 7 ^ sets() * 11;
}

extern "C" {
PART(words)
PART(shapes)
PART(paths)
PART(variants)
PART(sets)
}
