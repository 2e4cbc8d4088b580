#include "cdtext/changes.hpp"

#include "text/utf8.hpp"

namespace redbook {
namespace {

std::string quoted_start(const std::string &text) {
  constexpr std::size_t max_characters = 60;
  const auto characters = characters_of(text);
  if (characters.size() <= max_characters) return '"' + utf8_of(characters) + '"';
  return '"' + utf8_of(std::u32string_view{characters}.substr(0, max_characters)) +
         "...\"";
}

std::string joined(const std::vector<ChangeReason> &why) {
  std::string words;
  for (const auto reason : why)
    words += (words.empty() ? "" : ", ") + std::string{name_of(reason)};
  return words;
}

}  // namespace

const char *name_of(ChangeReason reason) {
  switch (reason) {
    case ChangeReason::invalid_utf_8: return "freed of what is no UTF-8";
    case ChangeReason::control_character: return "put on one line";
    case ChangeReason::invisible: return "freed of invisible characters";
    case ChangeReason::spelled_out: return "spelled without symbols";
    case ChangeReason::transliterated: return "transliterated";
    case ChangeReason::full_width: return "set in full-width characters";
    case ChangeReason::too_long: return "cut, being too long for players";
    case ChangeReason::no_room: break;
  }
  return "shortened, to make room";
}

std::string to_string(const CdTextChange &change) {
  return "The " + to_string(change.place) + " was " + joined(change.why) + ": " +
         quoted_start(change.before) +
         (change.after.empty() ? " was left out."
                               : " became " + quoted_start(change.after) + '.');
}

}  // namespace redbook
