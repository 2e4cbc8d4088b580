#include "file/temporary_name.hpp"

#include <random>

namespace redbook {
namespace {

constexpr std::string_view mark = "XXXXXX";
constexpr std::size_t ending_length = 8;

/// Without its ending.
std::string beginning_beside(std::string_view target) {
  return "." + std::string{target.substr(0, 200)} + ".";
}

}  // namespace

std::filesystem::path name_beside(const std::filesystem::path &target) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::random_device random;
  auto name = beginning_beside(target.filename().string());
  for (std::size_t i = 0; i < ending_length; ++i)
    name += letters[random() % letters.size()];
  return target.parent_path() / name;
}

bool is_name_beside(std::string_view name, std::string_view target) {
  const auto beginning = beginning_beside(target);
  return name.starts_with(beginning) && name.size() == beginning.size() + ending_length;
}

std::string name_template(const std::filesystem::path &folder, std::string_view prefix) {
  return (folder / (std::string{prefix} + std::string{mark})).string();
}

bool is_of_template(std::string_view name, std::string_view prefix) {
  return name.starts_with(prefix) && name.size() == prefix.size() + mark.size();
}

}  // namespace redbook
