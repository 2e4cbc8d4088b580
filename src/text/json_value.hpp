/// JSON: one list of members for reading and writing.
///
/// Our values are written as objects, all members of which are always there; names are in
/// lower case with hyphens, as properties are. Enumerations are written as words, lengths
/// and places in blocks, bytes as hexadecimal digits. Readers pass over members that they
/// do not know, so that values can grow, and ask lacks() for one that came later, which
/// an older writer leaves out; any other that is missing, or is of another type, or out
/// of its range, is an Error whose detail says where it is: `disc.tracks[2].length: ...`.
///
/// A struct has its members listed once, by a function that serves both directions:
///
///     void list_members(const JsonValue &json, Medium &medium) {
///       json["type"].word(medium.type);
///       json["free"].number(medium.free, 0, max_place);
///     }
///
/// `json_of(medium)` and `value_of<Medium>(json, "medium")` use it.
/// This is slow to compile: it is for .cpp files, and for headers of JSON.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "enum_words.hpp"
#include "error.hpp"

namespace redbook {

/// Members keep the order in which they were written.
using Json = nlohmann::ordered_json;

/// The value that `text` is. Throws Error if it is no JSON.
Json parsed_json(std::string_view text);

/// `value` on one line. What is no UTF-8 in it becomes U+FFFD.
std::string line_of(const Json &value);

/// What readers throw: `detail` says where and what.
Error bad_json(const std::string &detail);

struct ListMembers {
  void operator()(const auto &json, auto &value) const { list_members(json, value); }
};

/// A place in JSON, from which a value is read, or to which it is written. Each method
/// takes a variable: a reader sets it, or throws Error; a writer leaves it as it is, and
/// checks no range. The JSON must outlive this.
class JsonValue {
 public:
  /// To read. `where`: what the value is called in errors.
  JsonValue(const Json &from, std::string where)
      : from_{&from}, where_{std::move(where)} {}

  /// To write.
  explicit JsonValue(Json &to) : to_{&to} {}

  bool is_reading() const { return from_ != nullptr; }

  /// The member `name` of an object. A reader throws Error if there is none.
  JsonValue operator[](const char *name) const;

  /// Whether this is read, and has no member `name`.
  bool lacks(const char *name) const;

  void flag(bool &value) const;
  void text(std::string &value) const;
  void real(double &value, double min, double max) const;

  /// An integer, Blocks, an Lba or a duration.
  template <typename Number>
  void number(Number &value, std::int64_t min, std::int64_t max) const {
    auto count = count_of(value);
    integer(count, min, max);
    value = static_cast<Number>(count);
  }

  /// One of the words of an enumeration.
  template <Worded Enumeration>
  void word(Enumeration &value) const {
    auto position = static_cast<std::size_t>(value);
    word(position, words<Enumeration>);
    value = static_cast<Enumeration>(position);
  }

  /// One of these words; `position` counts from 0.
  void word(std::size_t &position, std::span<const char *const> words) const;

  /// An array of at most `max` elements, each of which `list` reads or writes.
  template <typename Element, typename List = ListMembers>
  void array(std::vector<Element> &elements, std::size_t max,
             const List &list = {}) const {
    if (is_reading()) {
      for (const auto &json : read_array(max)) list(json, elements.emplace_back());
    } else {
      *to_ = Json::array();
      for (auto &element : elements) list(JsonValue{to_->emplace_back()}, element);
    }
  }

  /// `null` for no value.
  template <typename Value, typename List = ListMembers>
  void nullable(std::optional<Value> &value, const List &list = {}) const {
    if (is_reading() && !from_->is_null()) value.emplace();
    if (value) list(*this, *value);
  }

  /// The member `name`, left out for no value.
  template <typename Value, typename List = ListMembers>
  void optional(const char *name, std::optional<Value> &value,
                const List &list = {}) const {
    if (is_reading() ? lacks(name) : !value) return;
    if (is_reading()) value.emplace();
    list((*this)[name], *value);
  }

  Error wrong(const std::string &what) const { return bad_json(where_ + ": " + what); }

 private:
  template <typename Number>
  static std::int64_t count_of(const Number &value) {
    if constexpr (std::is_integral_v<Number>)
      return static_cast<std::int64_t>(value);
    else if constexpr (requires { value.count(); })
      return value.count();
    else
      return value.value();
  }

  void integer(std::int64_t &value, std::int64_t min, std::int64_t max) const;
  std::vector<JsonValue> read_array(std::size_t max) const;

  const Json *from_ = nullptr;
  Json *to_ = nullptr;
  std::string where_;
};

/// What is written of `value`. Takes a copy, since the list of members serves readers,
/// too.
template <typename Value>
Json json_of(Value value) {
  auto json = Json::object();
  list_members(JsonValue{json}, value);
  return json;
}

/// What the JSON says. Throws Error; `where`: what it is called there.
template <typename Value>
Value value_of(const Json &json, const std::string &where) {
  Value value{};
  list_members(JsonValue{json, where}, value);
  return value;
}

}  // namespace redbook
