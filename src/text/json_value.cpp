#include "text/json_value.hpp"

#include <algorithm>

namespace redbook {

Error bad_json(const std::string &detail) {
  return {Fault::settings, Result::invalid_argument,
          "What was read is not what redbooksink writes.", detail};
}

Json parsed_json(std::string_view text) {
  auto value = Json::parse(text, nullptr, false);
  if (value.is_discarded()) throw bad_json("no JSON");
  return value;
}

std::string line_of(const Json &value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

JsonValue JsonValue::operator[](const char *name) const {
  if (!is_reading()) return JsonValue{(*to_)[name]};
  if (!from_->is_object()) throw wrong("no object");
  const auto member = from_->find(name);
  if (member == from_->end()) throw bad_json(where_ + '.' + name + ": missing");
  return {*member, where_ + '.' + name};
}

bool JsonValue::lacks(const char *name) const {
  return is_reading() && !from_->contains(name);
}

void JsonValue::flag(bool &value) const {
  if (!is_reading()) {
    *to_ = value;
    return;
  }
  if (!from_->is_boolean()) throw wrong("neither true nor false");
  value = from_->get<bool>();
}

void JsonValue::text(std::string &value) const {
  if (!is_reading()) {
    *to_ = value;
    return;
  }
  if (!from_->is_string()) throw wrong("no text");
  value = from_->get<std::string>();
}

void JsonValue::real(double &value, double min, double max) const {
  if (!is_reading()) {
    *to_ = value;
    return;
  }
  const auto number = from_->is_number() ? from_->get<double>() : min - 1;
  if (!(number >= min && number <= max))
    throw wrong("no number from " + std::to_string(min) + " to " + std::to_string(max));
  value = number;
}

void JsonValue::integer(std::int64_t &value, std::int64_t min, std::int64_t max) const {
  if (!is_reading()) {
    *to_ = value;
    return;
  }
  const bool fits =
      from_->is_number_integer() &&
      !(from_->is_number_unsigned() && from_->get<std::uint64_t>() > INT64_MAX);
  const auto number = fits ? from_->get<std::int64_t>() : 0;
  if (!fits || number < min || number > max)
    throw wrong("no number from " + std::to_string(min) + " to " + std::to_string(max));
  value = number;
}

void JsonValue::word(std::size_t &position, std::span<const char *const> words) const {
  std::string word = is_reading() ? "" : words[position];
  text(word);
  if (!is_reading()) return;
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) throw wrong("unknown word");
  position = static_cast<std::size_t>(found - words.begin());
}

std::vector<JsonValue> JsonValue::read_array(std::size_t max) const {
  if (!from_->is_array() || from_->size() > max)
    throw wrong("no list of up to " + std::to_string(max));
  std::vector<JsonValue> values;
  for (std::size_t i = 0; i < from_->size(); ++i)
    values.emplace_back((*from_)[i], where_ + '[' + std::to_string(i) + ']');
  return values;
}

}  // namespace redbook
