// Exceptions in every position that matters: types, inheritance, references, destructors while unwinding, rethrowing, nesting,
// exceptions through calls by pointer, virtual calls and sort's comparators, and std::exception_ptr.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <vector>

static std::vector<std::string> trail;

struct Guard {
    std::string name;
    explicit Guard(std::string given) : name(std::move(given)) { trail.push_back("+" + name); }
    ~Guard() { trail.push_back((std::uncaught_exceptions() > 0 ? "!" : "-") + name); }
};

struct Failure : std::runtime_error {
    int code;
    Failure(int code, const std::string& what) : std::runtime_error(what), code(code) {}
};

struct Worse final : Failure {
    Worse() : Failure(99, "worse") {}
};

struct Virtual {
    virtual int run(int) = 0;
    virtual ~Virtual() = default;
};

struct Thrower final : Virtual {
    int run(int n) override {
        Guard guard("run" + std::to_string(n));
        switch (n % 7) {
            case 1: throw n;
            case 2: throw std::string("text");
            case 3: throw Failure(n, "failure");
            case 4: throw Worse();
            case 5: throw static_cast<const char*>("chars");
            case 6: throw std::out_of_range("range");
            default: return n;
        }
    }
};

static std::string classify(Virtual& thing, int n) {
    try {
        Guard guard("classify");
        return "value " + std::to_string(thing.run(n));
    } catch (int value) {
        return "int " + std::to_string(value);
    } catch (const Failure& failure) {
        return std::string("failure ") + failure.what() + " " + std::to_string(failure.code);
    } catch (const std::exception& exception) {
        return std::string("exception ") + exception.what();
    } catch (const std::string& text) {
        return "string " + text;
    } catch (...) {
        return "something";
    }
}

static int nested(int depth) {
    Guard guard("n" + std::to_string(depth));
    try {
        if (depth == 0) throw Failure(0, "deep");
        return nested(depth - 1) + 1;
    } catch (Failure& failure) {
        failure.code += depth;
        if (depth % 2 == 0) throw;
        try {
            throw std::logic_error("while handling " + std::string(failure.what()));
        } catch (const std::logic_error& other) {
            trail.emplace_back(other.what());
        }
        throw Failure(failure.code * 10, failure.what());
    }
}

static void show(const char* title) {
    printf("%s:", title);
    for (auto& step : trail) printf(" %s", step.c_str());
    printf("\n");
    trail.clear();
}

static std::exception_ptr capture(const std::function<void()>& action) {
    try {
        action();
    } catch (...) {
        return std::current_exception();
    }
    return nullptr;
}

static unsigned long long churn(int rounds) {
    unsigned long long sum = 0;
    for (int i = 0; i < rounds; i++) {
        try {
            if (i % 3 == 0) throw i;
            if (i % 3 == 1) throw Failure(i, "x");
            sum += 1;
        } catch (int value) {
            sum = sum * 31 + value;
        } catch (const Failure& failure) {
            sum ^= failure.code;
        }
    }
    return sum;
}

int main() {
    Thrower thrower;
    for (int n = 0; n < 7; n++) printf("%d: %s\n", n, classify(thrower, n).c_str());
    show("classified");
    try {
        nested(5);
    } catch (const Failure& failure) {
        printf("nested: %s %d\n", failure.what(), failure.code);
    }
    show("nested");

    auto pointer = capture([] { std::vector<int> v{1, 2}; printf("%d\n", v.at(7)); });
    try {
        if (pointer) std::rethrow_exception(pointer);
    } catch (const std::out_of_range& e) {
        printf("captured out_of_range\n");
    }
    printf("nothing thrown: %d\n", capture([] {}) == nullptr);

    std::vector<int> values{5, 3, 9, 1, 7, 2};
    int comparisons = 0;
    try {
        std::sort(values.begin(), values.end(), [&](int a, int b) { if (++comparisons > 6) throw Worse(); return a < b; });
    } catch (const Worse& worse) {
        printf("stopped sorting: %s\n", worse.what());
    }
    std::map<std::string, std::unique_ptr<Guard>> guards;
    try {
        for (const char* name : {"a", "b", "c", "d"}) {
            guards.emplace(name, std::make_unique<Guard>(name));
            if (*name == 'c') guards.at("nothing");
        }
    } catch (const std::exception&) {
        printf("%zu guards\n", guards.size());
    }
    guards.clear();
    show("guards");
    try {
        std::stoi("no number");
    } catch (const std::invalid_argument&) {
        printf("invalid argument\n");
    }
    try {
        std::string().resize(std::string().max_size() + 1);
    } catch (const std::length_error&) {
        printf("length error\n");
    }
    try {
        std::throw_with_nested(Failure(1, "outer without inner"));
    } catch (const std::exception& outer) {
        printf("%s\n", outer.what());
    }
    try {
        try {
            throw Worse();
        } catch (...) {
            std::throw_with_nested(std::runtime_error("outer"));
        }
    } catch (const std::exception& outer) {
        try {
            std::rethrow_if_nested(outer);
        } catch (const Failure& inner) {
            printf("%s around %s\n", outer.what(), inner.what());
        }
    }
    printf("churn %llu\n", churn(30000));
    return 0;
}
