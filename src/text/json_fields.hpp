/// Reading JSON only: json_value.hpp serves both directions.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>

#include "text/json_value.hpp"

namespace redbook {

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

}  // namespace redbook
