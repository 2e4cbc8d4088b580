#include "units.hpp"

namespace redbook {
std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string to_string(Msf msf) {
  return two_digits(msf.minutes) + ":" + two_digits(msf.seconds) + ":" +
         two_digits(msf.frames);
}

}  // namespace redbook
