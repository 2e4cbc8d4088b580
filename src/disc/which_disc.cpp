#include "disc/which_disc.hpp"

namespace redbook {
namespace {

std::string part(const char *what, int number, int total) {
  if (total == 1) return {};
  return std::string{what} + ' ' + std::to_string(number) + " of " +
         std::to_string(total);
}

}  // namespace

std::string to_string(const WhichDisc &which) {
  const auto disc = part("disc", which.disc, which.discs);
  const auto copy = part("copy", which.copy, which.copies);
  return disc + (disc.empty() || copy.empty() ? "" : ", ") + copy;
}

}  // namespace redbook
