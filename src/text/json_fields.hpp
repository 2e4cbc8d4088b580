/// JSON, and reading it with suspicion.
///
/// Our values are written as objects, all members of which are always there; names are in
/// lower case with hyphens, as properties are. Enumerations are written as words, lengths
/// and places in blocks, bytes as hexadecimal digits. Readers pass over members that they
/// do not know, so that values can grow, and ask has() for one that came later, which an
/// older writer leaves out; any other that lacks, or one of another type, or out of its
/// range, is an Error whose detail says where it is: `disc.tracks[2].length: ...`.
/// <nlohmann/json.hpp> is slow to compile: it is for .cpp files.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "error.hpp"

namespace redbook {

/// Members keep the order in which they were written.
using Json = nlohmann::ordered_json;

/// The value that `text` is. Throws Error where it is no JSON.
Json parsed_json(std::string_view text);

/// `value` on one line. What is no UTF-8 in it becomes U+FFFD.
std::string line_of(const Json &value);

/// An object, from which members are taken one by one. It must outlive this.
class Fields {
 public:
  using Names = std::initializer_list<const char *>;

  /// `where`: what the object is called in errors. Throws Error where it is none.
  Fields(const Json &object, std::string where);

  bool has(const char *name) const;
  std::int64_t number(const char *name, std::int64_t min, std::int64_t max) const;
  int integer(const char *name, int min, int max) const;
  double real(const char *name, double min, double max) const;
  bool flag(const char *name) const;
  std::string text(const char *name) const;
  /// The position in `names` of the word that the member is.
  int choice(const char *name, Names names) const;
  Fields object(const char *name) const;
  const Json &value(const char *name) const;

  /// Calls `read` with each element of an array of at most `most`, and its name in
  /// errors.
  using Element = std::function<void(const Json &, const std::string &where)>;
  void each(const char *name, std::size_t max, const Element &read) const;

  Error wrong(const char *name, const std::string &what) const;

 private:
  const Json &object_;
  std::string where_;
};

/// A whole number from `least` to `most`.
std::int64_t number_in(const Json &value, const std::string &where, std::int64_t min,
                       std::int64_t max);
std::string text_in(const Json &value, const std::string &where);

/// What readers throw: `detail` says where and what.
Error bad_json(const std::string &detail);

}  // namespace redbook
