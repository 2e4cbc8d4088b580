// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include "redbook-burner/libburn/libburn_handle.hpp"

namespace redbook {
namespace {

// libburn wants its words in memory that can be written to, and never writes.
char *word(const char *text) { return const_cast<char *>(text); }

int rank(const char *name) {
  int number = 0;
  burn_text_to_sev(word(name), &number, 0);
  return number;
}

LibburnMessage::Severity severity_of(const char *name) {
  using Severity = LibburnMessage::Severity;
  const int number = rank(name);
  if (number >= rank("FAILURE")) return Severity::failure;
  return number >= rank("SORRY") ? Severity::sorry : Severity::note;
}

}  // namespace

LibburnMessages take_messages() {
  LibburnMessages messages;
  std::array<char, BURN_MSGS_MESSAGE_LEN> text{};
  std::array<char, 80> severity{};
  int code = 0;
  int error_number = 0;
  while (burn_msgs_obtain(word("ALL"), &code, text.data(), &error_number,
                          severity.data()) == 1)
    messages.push_back({severity_of(severity.data()), code, text.data()});
  return messages;
}

}  // namespace redbook
