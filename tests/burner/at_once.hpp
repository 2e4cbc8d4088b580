/// Rows of a table, each worked out in a process of its own, all at the same time.
#pragma once

#include <sys/wait.h>

#include "core/suite.hpp"

namespace redbook::test {

/// What `outcome` says of each row, a line each, after the row itself.
template <typename Row, typename Outcome>
std::string outcomes_of(const std::vector<Row> &rows, Outcome &&outcome) {
  const TempDir folder;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (::fork() != 0) continue;
    write_file(folder / std::to_string(i), outcome(rows[i]));
    ::_exit(0);
  }
  while (::wait(nullptr) > 0) {
  }
  std::string text;
  for (std::size_t i = 0; i < rows.size(); ++i)
    text += contents(folder / std::to_string(i)) + '\n';
  return text;
}

}  // namespace redbook::test
