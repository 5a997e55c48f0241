// A plugin in C++ that throws and catches exceptions: docs/PLUGINS.md says how it is compiled.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>

#define EXPORT(name) extern "C" __attribute__((export_name(name)))

extern "C" __attribute__((import_module("shop:plugins/catalog"), import_name("unit-price"))) double unit_price(const char* text, size_t length);

EXPORT("cabi_realloc") void* cabi_realloc(void* old, size_t, size_t, size_t length) {
    return std::realloc(old, length == 0 ? 1 : length);
}

struct Text {
    char* bytes;
    size_t length;
};

static std::string trimmed(const std::string& text) {
    auto from = text.find_first_not_of(' ');
    if (from == std::string::npos) throw std::invalid_argument("an article without a name");
    return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

template <typename Action>
static void each(const char* order, size_t length, Action action) {
    std::string articles(order, length);
    for (size_t from = 0, to; from <= articles.size(); from = to + 1) {
        to = std::min(articles.find(',', from), articles.size());
        action(trimmed(articles.substr(from, to - from)));
    }
}

EXPORT("describe") Text* describe(char* order, size_t length) {
    std::string description;
    try {
        std::map<std::string, int> counts;
        each(order, length, [&](const std::string& article) { counts[article]++; });
        for (auto& [article, count] : counts) description += (description.empty() ? "" : "; ") + std::to_string(count) + " x " + article;
    } catch (const std::invalid_argument& wrong) {
        description = wrong.what();
    }
    std::free(order);
    auto* result = static_cast<Text*>(std::malloc(sizeof(Text)));
    *result = {static_cast<char*>(std::malloc(description.size() + 1)), description.size()};
    description.copy(result->bytes, description.size());
    return result;
}

EXPORT("cabi_post_describe") void after_describe(Text* result) {
    std::free(result->bytes);
    std::free(result);
}

EXPORT("price") double price(char* order, size_t length) {
    double total = 0;
    try {
        each(order, length, [&](const std::string& article) {
            double each = unit_price(article.data(), article.size());
            if (each < 0) throw std::out_of_range("no price for " + article);
            total += each;
        });
    } catch (const std::exception&) {
        total = -1;
    }
    std::free(order);
    return total;
}
