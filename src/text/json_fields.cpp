#include "text/json_fields.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace redbook {

std::int64_t number_in(const Json &value, const std::string &where, std::int64_t min,
                       std::int64_t max) {
  const bool fits =
      value.is_number_integer() &&
      !(value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX);
  const auto number = fits ? value.get<std::int64_t>() : 0;
  if (!fits || number < min || number > max)
    throw bad_json(where + ": no number from " + std::to_string(min) + " to " +
                   std::to_string(max));
  return number;
}

std::string text_in(const Json &value, const std::string &where) {
  if (!value.is_string()) throw bad_json(where + ": no text");
  return value.get<std::string>();
}

Fields::Fields(const Json &object, std::string where)
    : object_{object}, where_{std::move(where)} {
  if (!object.is_object()) throw bad_json(where_ + ": no object");
}

Error Fields::wrong(const char *name, const std::string &what) const {
  return bad_json(where_ + '.' + name + ": " + what);
}

bool Fields::has(const char *name) const { return object_.contains(name); }

const Json &Fields::value(const char *name) const {
  const auto found = object_.find(name);
  if (found == object_.end()) throw wrong(name, "missing");
  return *found;
}

std::int64_t Fields::number(const char *name, std::int64_t min, std::int64_t max) const {
  return number_in(value(name), where_ + '.' + name, min, max);
}

int Fields::integer(const char *name, int min, int max) const {
  return static_cast<int>(number(name, min, max));
}

double Fields::real(const char *name, double min, double max) const {
  const auto &is = value(name);
  const auto number = is.is_number() ? is.get<double>() : min - 1;
  if (number >= min && number <= max) return number;
  throw wrong(name,
              "no number from " + std::to_string(min) + " to " + std::to_string(max));
}

bool Fields::flag(const char *name) const {
  const auto &is = value(name);
  if (!is.is_boolean()) throw wrong(name, "neither true nor false");
  return is.get<bool>();
}

std::string Fields::text(const char *name) const {
  return text_in(value(name), where_ + '.' + name);
}

int Fields::choice(const char *name, Names names) const {
  const auto word = text(name);
  int position = 0;
  for (const auto *known : names) {
    if (word == known) return position;
    ++position;
  }
  throw wrong(name, "unknown word");
}

Fields Fields::object(const char *name) const {
  return {value(name), where_ + '.' + name};
}

void Fields::each(const char *name, std::size_t max, const Element &read) const {
  const auto &array = value(name);
  if (!array.is_array() || array.size() > max)
    throw wrong(name, "no list of up to " + std::to_string(max));
  for (std::size_t i = 0; i < array.size(); ++i)
    read(array[i], where_ + '.' + name + '[' + std::to_string(i) + ']');
}

}  // namespace redbook
